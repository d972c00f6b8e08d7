package org.florin.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.customers.ProofTokens;
import org.florin.kernel.CustomerId;
import org.florin.kernel.UserId;

/** Answers who uses the portal. */
@Stateless
public class FindUsers {

  private static final int USERS_MAX = 200;

  @Inject PortalUsers users;
  @Inject ProofTokens tokens;

  /** The user as they are now; the edge asks at every request. */
  public Optional<PortalUserView> byId(UserId id) {
    return users.find(id).map(PortalUser::view);
  }

  /** The user of this name. */
  public Optional<PortalUserView> byUsername(String username) {
    return users.byUsername(AccessDesk.normalized(username)).map(PortalUser::view);
  }

  /** The users who act for a customer. */
  public List<PortalUserView> ofCustomer(CustomerId customer) {
    return users.ofCustomer(customer).stream().map(PortalUser::view).toList();
  }

  /** Every user, by role and name. */
  public List<PortalUserView> all() {
    return users.all(USERS_MAX).stream().map(PortalUser::view).toList();
  }

  /** The token of the customer's latest invitation, to be sent to the customer and nobody else. */
  public Optional<String> invitationToken(CustomerId customer) {
    return users
        .latestInvitation(customer)
        .map(invitation -> tokens.token(Invitation.PROOF, invitation.id()));
  }
}
