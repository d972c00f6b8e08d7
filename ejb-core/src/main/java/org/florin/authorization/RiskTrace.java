package org.florin.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.kernel.AuthorizationId;

/**
 * What a version of the risk rules made of an element of an authorization.
 *
 * @param element number of the element it was asked about, from 1
 * @param decides whether the version was active, or only recorded
 * @param wouldApprove what the decision was without any risk rule
 */
public record RiskTrace(
    AuthorizationId authorization,
    int element,
    int version,
    boolean decides,
    boolean wouldApprove,
    Instant at,
    List<Hit> hits) {

  /**
   * A rule that fired.
   *
   * @param rule its id
   * @param name of the rule in that version
   * @param reason for the people of the bank
   * @param action code of what the rule asks for
   * @param effect code of what it comes to if the version is active
   * @param open it fired because attributes were missing
   * @param evidence the attributes it asked for, as they were; empty where missing
   */
  public record Hit(
      String rule,
      String name,
      String reason,
      String action,
      String effect,
      boolean open,
      Map<String, Optional<String>> evidence) {}
}
