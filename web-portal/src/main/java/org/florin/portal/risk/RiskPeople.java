package org.florin.portal.risk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.florin.access.FindUsers;
import org.florin.access.PortalUserView;
import org.florin.access.Role;
import org.florin.kernel.UserId;
import org.florin.portal.session.CurrentUser;

/** Who works on risk rules, by the names people know each other by. */
@Named
@RequestScoped
public class RiskPeople {

  private static final Set<Role> AUTHORS = Set.of(Role.UNDERWRITER, Role.OPERATIONS);

  @Inject FindUsers users;
  @Inject CurrentUser user;

  private final Map<String, String> names = new HashMap<>();

  /** A user's name; clients and the system keep theirs. */
  public String name(String actor) {
    return names.computeIfAbsent(actor, this::find);
  }

  private String find(String actor) {
    try {
      return users.byId(UserId.parse(actor)).map(PortalUserView::username).orElse(actor);
    } catch (IllegalArgumentException e) {
      return actor;
    }
  }

  /** Whether the person who is signed in may draft, promote and stop rules. */
  public boolean isAuthor() {
    return AUTHORS.contains(user.getRole());
  }
}
