package org.florin.portal.session;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.florin.access.PortalUserView;
import org.florin.access.Role;
import org.florin.kernel.Actor;
import org.florin.kernel.CustomerId;
import org.florin.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Who is signed in to this session. */
@Named
@SessionScoped
public class CurrentUser implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Duration SESSION_LASTS = Duration.ofHours(12);

  private @Nullable UUID id;
  private @Nullable UUID customer;
  private @Nullable Role role;
  private @Nullable Instant since;
  private String username = "";

  void is(PortalUserView user, Instant now) {
    id = user.id().value();
    customer = user.customer().map(CustomerId::value).orElse(null);
    role = user.role();
    username = user.username();
    since = now;
  }

  public boolean isSignedIn() {
    return id != null;
  }

  boolean isTooOld(Instant now) {
    return since != null && since.plus(SESSION_LASTS).isBefore(now);
  }

  /** The user's id; only behind the gate. */
  public UserId id() {
    if (id == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return new UserId(id);
  }

  /** The customer a cardholder acts for. */
  public CustomerId customer() {
    if (customer == null) {
      throw new IllegalStateException("no cardholder is signed in");
    }
    return new CustomerId(customer);
  }

  Optional<Role> signedInRole() {
    return Optional.ofNullable(role);
  }

  public Role getRole() {
    if (role == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return role;
  }

  public String getUsername() {
    return username;
  }

  /** The user as the one who acts. */
  public Actor actor() {
    return new Actor(id().toString(), "portal");
  }

  /** Whether the user's role opens the page. */
  public boolean may(String page) {
    return Pages.may(page, signedInRole());
  }
}
