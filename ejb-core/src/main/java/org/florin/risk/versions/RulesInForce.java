package org.florin.risk.versions;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.florin.risk.RuleSet;

/**
 * The rules that are evaluated now.
 *
 * @param zone of the bank, in which hours and weekdays are told
 */
public record RulesInForce(Optional<InForce> active, Optional<InForce> shadow, ZoneId zone) {

  /** A version with its rules. */
  public record InForce(int version, boolean decides, RuleSet rules) {}

  /** Both, the one that decides first. */
  public List<InForce> all() {
    return Stream.concat(active.stream(), shadow.stream()).toList();
  }
}
