package org.florin.risk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rule.
 *
 * @param id names it in traces and counts; lower case, digits and hyphens
 * @param reason for the people of the bank who look at a decision
 * @param firesWhenMissing whether it fires when missing attributes leave the condition open
 */
public record Rule(
    String id,
    String name,
    String description,
    String reason,
    RuleAction action,
    boolean firesWhenMissing,
    Condition when,
    Set<Attribute> attributes) {

  Rule(
      String id,
      String name,
      String description,
      String reason,
      RuleAction action,
      boolean firesWhenMissing,
      Condition when) {
    this(id, name, description, reason, action, firesWhenMissing, when, when.attributes());
  }

  Optional<Finding> apply(AttributeValues values) {
    var truth = when.test(values);
    var fires = truth == Truth.TRUE || (truth == Truth.UNKNOWN && firesWhenMissing);
    return fires ? Optional.of(finding(values, truth == Truth.UNKNOWN)) : Optional.empty();
  }

  private Finding finding(AttributeValues values, boolean open) {
    var evidence = new EnumMap<Attribute, AttributeValue>(Attribute.class);
    attributes.forEach(attribute -> evidence.put(attribute, values.of(attribute)));
    return new Finding(this, effect(values), open, Map.copyOf(evidence));
  }

  private Finding.Effect effect(AttributeValues values) {
    return switch (action) {
      case DECLINE_FRAUD, DECLINE_AML -> Finding.Effect.DECLINES;
      case CHALLENGE ->
          values.of(Attribute.CHALLENGE) instanceof AttributeValue.Code result
                  && result.text().equals("passed")
              ? Finding.Effect.SATISFIED
              : Finding.Effect.CHALLENGES;
      case FLAG -> Finding.Effect.NOTES;
    };
  }
}
