package org.florin.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.CustomerId;
import org.florin.kernel.UserId;

/** The users of the portal and the invitations to become one. */
@ApplicationScoped
class PortalUsers {

  @PersistenceContext(unitName = "florin")
  EntityManager entities;

  void add(PortalUser user) {
    entities.persist(user);
    entities.flush();
  }

  void add(Invitation invitation) {
    entities.persist(invitation);
    entities.flush();
  }

  Optional<PortalUser> find(UserId id) {
    return Optional.ofNullable(entities.find(PortalUser.class, id.value()));
  }

  Optional<PortalUser> lock(UserId id) {
    return Optional.ofNullable(
        entities.find(PortalUser.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<PortalUser> byUsername(String username) {
    return entities
        .createQuery("select u from PortalUser u where u.username = :username", PortalUser.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  List<PortalUser> ofCustomer(CustomerId customer) {
    return entities
        .createQuery(
            "select u from PortalUser u where u.customerId = :customer order by u.id",
            PortalUser.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  List<PortalUser> all(int countMax) {
    return entities
        .createQuery("select u from PortalUser u order by u.role, u.username", PortalUser.class)
        .setMaxResults(countMax)
        .getResultList();
  }

  Optional<Invitation> invitation(UUID id) {
    return Optional.ofNullable(entities.find(Invitation.class, id));
  }

  Optional<Invitation> lockInvitation(UUID id) {
    return Optional.ofNullable(entities.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Invitation> latestInvitation(CustomerId customer) {
    return entities
        .createQuery(
            "select i from Invitation i where i.customerId = :customer and i.usedAt is null"
                + " order by i.createdAt desc",
            Invitation.class)
        .setParameter("customer", customer.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
