package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.florin.access.FindUsers;
import org.florin.access.PortalUserView;
import org.florin.access.Role;
import org.florin.access.SwitchUser;
import org.florin.kernel.BusinessClock;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;

/** Who may sign in; an administrator disables and enables. */
@Named
@ViewScoped
public class UsersPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FindUsers findUsers;
  @Inject SwitchUser switchUser;
  @Inject CurrentUser user;
  @Inject BusinessClock clock;

  private transient List<PortalUserView> users = List.of();

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
