package org.florin.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import org.florin.customers.ProofTokens;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CustomerId;
import org.florin.kernel.UserId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** The transactions of access: enrol, count a sign-in, use an invitation; each with its audit. */
@ApplicationScoped
@Transactional
class AccessDesk {

  @Inject PortalUsers users;
  @Inject ProofTokens tokens;
  @Inject AuditTrail audit;
  @Inject BusinessClock clock;

  /** What is needed to check a password, read before the slow work. */
  record Candidate(UserId id, String passwordHash) {}

  Optional<Candidate> candidate(String username) {
    return users
        .byUsername(normalized(username))
        .map(user -> new Candidate(user.id(), user.passwordHash()));
  }

  /** Counts the attempt; answers the user only if the password was right and nothing forbids. */
  Optional<PortalUserView> attempted(
      UserId id, boolean right, Optional<String> newHash, String address) {
    var user = users.lock(id).orElseThrow();
    var now = clock.now();
    if (user.isDisabled() || user.isLocked(now)) {
      refused(id, address, user.isDisabled() ? "disabled" : "locked");
      return Optional.empty();
    }
    if (!right) {
      user.failed(now);
      refused(id, address, user.isLocked(now) ? "wrong password, now locked" : "wrong password");
      return Optional.empty();
    }
    newHash.ifPresent(user::rehash);
    user.signedIn(now);
    audit.record(
        AuditEntry.done(id.toString(), "portal", "access.sign_in", id.toString(), address));
    return Optional.of(user.view());
  }

  void unknown(String address) {
    audit.record(
        AuditEntry.refused(
            "anonymous", "portal", "access.sign_in", "unknown", "no such user, " + address));
  }

  boolean isTaken(String username) {
    return users.byUsername(normalized(username)).isPresent();
  }

  PortalUserView enrol(
      String username, Role role, Optional<CustomerId> customer, String hash, Actor actor) {
    var known = users.byUsername(normalized(username));
    if (known.isPresent()) {
      return known.get().view();
    }
    var user = PortalUser.enrol(normalized(username), role, customer, hash, clock.now());
    users.add(user);
    audit.record(
        AuditEntry.done(
            actor.name(), actor.channel(), "access.enrol", user.id().toString(), role.word()));
    return user.view();
  }

  /** The customer of a usable invitation. */
  Optional<CustomerId> invited(String token) {
    return tokens
        .id(Invitation.PROOF, token)
        .flatMap(users::invitation)
        .filter(invitation -> invitation.isUsable(clock.now()))
        .map(Invitation::customer);
  }

  /** Uses the invitation and enrols; nothing if it was used meanwhile. */
  Optional<PortalUserView> redeem(String token, String username, String hash) {
    var found =
        tokens
            .id(Invitation.PROOF, token)
            .flatMap(users::lockInvitation)
            .filter(each -> each.isUsable(clock.now()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var invitation = found.get();
    invitation.use(clock.now());
    return Optional.of(
        enrol(
            username,
            Role.CARDHOLDER,
            Optional.of(invitation.customer()),
            hash,
            new Actor("invitation", "portal")));
  }

  Optional<Invitation> invite(CustomerId customer, Actor actor) {
    if (!users.ofCustomer(customer).isEmpty()) {
      return Optional.empty();
    }
    var invitation = Invitation.create(customer, clock.now());
    users.add(invitation);
    audit.record(
        AuditEntry.done(actor.name(), actor.channel(), "access.invite", customer.toString(), ""));
    return Optional.of(invitation);
  }

  Optional<PortalUserView> switchUser(UserId id, boolean enabled, Actor actor) {
    var found = users.lock(id);
    found.ifPresent(
        user -> {
          if (enabled) {
            user.enable();
          } else {
            user.disable();
          }
          audit.record(
              AuditEntry.done(
                  actor.name(),
                  actor.channel(),
                  enabled ? "access.enable" : "access.disable",
                  id.toString(),
                  ""));
        });
    return found.map(PortalUser::view);
  }

  void signedOut(UserId id, String reason) {
    audit.record(
        AuditEntry.done(id.toString(), "portal", "access.sign_out", id.toString(), reason));
  }

  private void refused(UserId id, String address, String why) {
    audit.record(
        AuditEntry.refused(
            id.toString(), "portal", "access.sign_in", id.toString(), why + ", " + address));
  }

  static String normalized(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }
}
