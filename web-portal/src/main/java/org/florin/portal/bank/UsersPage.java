package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.florin.access.FindUsers;
import org.florin.access.PortalUserView;
import org.florin.access.Role;
import org.florin.access.SwitchUser;
import org.florin.applications.GrantAuthority;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CurrencyCode;
import org.florin.portal.format.Messages;
import org.florin.portal.format.TypedAmount;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Who may sign in; an administrator disables and enables. */
@Named
@ViewScoped
public class UsersPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FindUsers findUsers;
  @Inject SwitchUser switchUser;
  @Inject GrantAuthority grant;
  @Inject CurrentUser user;
  @Inject BusinessClock clock;

  private transient List<PortalUserView> users = List.of();
  private String underwriter = "";
  private @Nullable BigDecimal authority;

  @PostConstruct
  void open() {
    users = findUsers.all();
  }

  public void disable(PortalUserView whom) {
    turn(whom, false, "Disabled. Open sessions end with their next request.");
  }

  public void enable(PortalUserView whom) {
    turn(whom, true, "Enabled.");
  }

  /** Says up to which limit an underwriter approves alone. */
  public void grant() {
    var whom =
        users.stream()
            .filter(each -> isUnderwriter(each) && each.username().equals(underwriter))
            .findFirst();
    if (!isAdmin() || whom.isEmpty() || authority == null || authority.signum() < 0) {
      Messages.failed("Choose an underwriter and an amount.");
      return;
    }
    var limit = TypedAmount.of(authority, CurrencyCode.USD);
    if (grant.handle(new GrantAuthority.Command(whom.get().id().toString(), limit, user.actor()))) {
      Messages.done(underwriter + " approves limits up to " + limit + " alone.");
    } else {
      Messages.failed("Nobody grants themselves an authority.");
    }
  }

  private static boolean isUnderwriter(PortalUserView whom) {
    return whom.role() == Role.UNDERWRITER;
  }

  public List<PortalUserView> getUnderwriters() {
    return users.stream().filter(UsersPage::isUnderwriter).toList();
  }

  public String getUnderwriter() {
    return underwriter;
  }

  public void setUnderwriter(String underwriter) {
    this.underwriter = underwriter;
  }

  public @Nullable BigDecimal getAuthority() {
    return authority;
  }

  public void setAuthority(@Nullable BigDecimal authority) {
    this.authority = authority;
  }

  private void turn(PortalUserView whom, boolean enabled, String done) {
    var changed =
        switchUser.handle(new SwitchUser.Command(whom.id(), enabled, user.getRole(), user.actor()));
    if (changed.isPresent()) {
      Messages.done(done);
    } else {
      Messages.failed("That isn't yours to do.");
    }
    open();
  }

  public List<PortalUserView> getUsers() {
    return users;
  }

  public boolean locked(PortalUserView whom) {
    return whom.lockedUntil().map(clock.now()::isBefore).orElse(false);
  }

  public boolean isAdmin() {
    return user.getRole() == Role.ADMIN;
  }
}
