package org.florin.portal.session;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.florin.access.Role;

/** The one list of pages and who may open them; what isn't listed opens for nobody. */
final class Pages {

  private static final Set<Role> STAFF =
      Set.of(Role.UNDERWRITER, Role.OPERATIONS, Role.AUDITOR, Role.ADMIN);
  private static final Set<Role> HOLDER = Set.of(Role.CARDHOLDER);
  private static final Set<Role> BACK_OFFICE =
      Set.of(Role.UNDERWRITER, Role.OPERATIONS, Role.AUDITOR);

  private static final Set<String> PUBLIC =
      Set.of(
          "/",
          "/index",
          "/sign-in",
          "/apply",
          "/application",
          "/invitation",
          "/expired",
          "/not-found");

  private static final Map<String, Set<Role>> GUARDED =
      Map.ofEntries(
          Map.entry("/home", HOLDER),
          Map.entry("/activity", HOLDER),
          Map.entry("/statements", HOLDER),
          Map.entry("/statement", HOLDER),
          Map.entry("/pay", HOLDER),
          Map.entry("/cards", HOLDER),
          Map.entry("/limits", HOLDER),
          Map.entry("/disputes", HOLDER),
          Map.entry("/dispute", HOLDER),
          Map.entry("/new-dispute", HOLDER),
          Map.entry("/credit-limit", HOLDER),
          Map.entry("/bank/work", STAFF),
          Map.entry("/bank/accounts", BACK_OFFICE),
          Map.entry("/bank/account", BACK_OFFICE),
          Map.entry("/bank/statement", BACK_OFFICE),
          Map.entry("/bank/rates", BACK_OFFICE),
          Map.entry("/bank/authorization", BACK_OFFICE),
          Map.entry("/bank/risk", BACK_OFFICE),
          Map.entry("/bank/risk-version", BACK_OFFICE),
          Map.entry("/bank/backtest", BACK_OFFICE),
          Map.entry("/bank/policies", BACK_OFFICE),
          Map.entry("/bank/policy", BACK_OFFICE),
          Map.entry("/bank/applications", BACK_OFFICE),
          Map.entry("/bank/application", BACK_OFFICE),
          Map.entry("/bank/refunds", Set.of(Role.OPERATIONS, Role.AUDITOR)),
          Map.entry("/bank/disputes", Set.of(Role.OPERATIONS, Role.AUDITOR)),
          Map.entry("/bank/dispute", Set.of(Role.OPERATIONS, Role.AUDITOR)),
          Map.entry("/bank/new-dispute", Set.of(Role.OPERATIONS)),
          Map.entry("/bank/unmatched", Set.of(Role.OPERATIONS, Role.AUDITOR)),
          Map.entry("/bank/reversals", Set.of(Role.OPERATIONS, Role.AUDITOR)),
          Map.entry("/bank/files", Set.of(Role.OPERATIONS, Role.AUDITOR)),
          Map.entry("/bank/batch", Set.of(Role.OPERATIONS, Role.AUDITOR)),
          Map.entry("/bank/partners", Set.of(Role.OPERATIONS, Role.AUDITOR, Role.ADMIN)),
          Map.entry("/bank/statistics", STAFF),
          Map.entry("/bank/reports", BACK_OFFICE),
          Map.entry("/bank/report", BACK_OFFICE),
          Map.entry("/bank/users", Set.of(Role.ADMIN, Role.AUDITOR)));

  private Pages() {}

  static boolean isPublic(String page) {
    return PUBLIC.contains(page);
  }

  static boolean isResource(String path) {
    return path.startsWith("/jakarta.faces.resource/") || path.equals("/trouble.html");
  }

  static boolean may(String page, Optional<Role> role) {
    return isPublic(page)
        || role.map(each -> GUARDED.getOrDefault(page, Set.of()).contains(each)).orElse(false);
  }

  static boolean exists(String page) {
    return isPublic(page) || GUARDED.containsKey(page);
  }

  /** The page without its suffix. */
  static String page(String path) {
    return path.endsWith(".xhtml") ? path.substring(0, path.length() - ".xhtml".length()) : path;
  }

  /** Where a user of this role begins. */
  static String start(Role role) {
    return role.isStaff() ? "/bank/work" : "/home";
  }
}
