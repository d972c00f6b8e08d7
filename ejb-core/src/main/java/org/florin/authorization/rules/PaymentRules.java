package org.florin.authorization.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.authorization.lifecycle.Tolerance;

/** All rules in effect on a date; lists are tried by rank. */
public record PaymentRules(
    List<HoldRule> holds,
    List<ClearingRule> clearings,
    Map<String, NetworkProfile> profiles,
    Map<String, Program> programs) {

  private static final NetworkProfile UNKNOWN_NETWORK = new NetworkProfile("", false, false);

  public PaymentRules {
    holds = holds.stream().sorted(Comparator.comparingInt(HoldRule::rank)).toList();
    clearings = clearings.stream().sorted(Comparator.comparingInt(ClearingRule::rank)).toList();
    profiles = Map.copyOf(profiles);
    programs = Map.copyOf(programs);
  }

  /**
   * The row of the hold table for a payment.
   *
   * @throws IllegalStateException if no row is for it; the table ends with one for all
   */
  public HoldRule hold(HoldRule.Payment payment) {
    for (var rule : holds) {
      if (rule.isFor(payment)) {
        return rule;
      }
    }
    throw new IllegalStateException("no hold rule for " + payment);
  }

  /** How far clearings of a category may exceed their authorization without a flag. */
  public Tolerance tolerance(int mcc) {
    return clearing(mcc).map(ClearingRule::tolerance).orElse(Tolerance.NONE);
  }

  /** Whether the first clearing of a category is the last. */
  public boolean clearsOnce(int mcc) {
    return clearing(mcc).filter(ClearingRule::single).isPresent();
  }

  /** How a network words its messages; one we have no profile of says differences. */
  public NetworkProfile profile(Optional<String> network) {
    return network.map(profiles::get).orElse(UNKNOWN_NETWORK);
  }

  /**
   * The program of a product, else the one for all.
   *
   * @throws IllegalStateException if there is neither
   */
  public Program program(String productCode) {
    var program = programs.getOrDefault(productCode, programs.get(Program.OF_ALL_OTHERS));
    if (program == null) {
      throw new IllegalStateException("no authorization program for " + productCode);
    }
    return program;
  }

  private Optional<ClearingRule> clearing(int mcc) {
    return clearings.stream().filter(rule -> rule.categories().contains(mcc)).findFirst();
  }
}
