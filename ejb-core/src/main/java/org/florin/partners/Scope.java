package org.florin.partners;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a key allows. */
public enum Scope {
  APPLICATIONS_READ("applications:read"),
  APPLICATIONS_WRITE("applications:write"),
  ACCOUNTS_READ("accounts:read"),
  ACCOUNTS_WRITE("accounts:write"),
  CARDS_READ("cards:read"),
  CARDS_WRITE("cards:write"),
  AUTHORIZATIONS_READ("authorizations:read"),
  AUTHORIZATIONS_WRITE("authorizations:write"),
  PAYMENTS_READ("payments:read"),
  PAYMENTS_WRITE("payments:write"),
  DISPUTES_READ("disputes:read"),
  DISPUTES_WRITE("disputes:write"),
  STATISTICS_READ("statistics:read"),
  STATISTICS_WRITE("statistics:write"),
  REPORTS_READ("reports:read"),
  FILES_READ("files:read"),
  FILES_WRITE("files:write"),
  EVENTS_READ("events:read"),
  PROGRAMS_READ("programs:read"),
  PROGRAMS_WRITE("programs:write"),
  RISK_READ("risk:read"),
  RISK_WRITE("risk:write"),
  RISK_PROMOTE("risk:promote"),
  POLICIES_READ("policies:read"),
  POLICIES_WRITE("policies:write"),
  POLICIES_APPROVE("policies:approve"),
  SIMULATE("simulate");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  /** As keys and messages spell it. */
  public String code() {
    return code;
  }

  /** The scope with that code, if there is one. */
  public static Optional<Scope> ofCode(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
  }

  /** All scopes' codes. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Scope::code).toList();
  }
}
