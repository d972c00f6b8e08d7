package org.florin.risk;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.kernel.CurrencyCode;

/**
 * The rules of a file, in its order.
 *
 * @param currency of all amounts in the rules
 * @param attributes all that some rule asks for
 */
public record RuleSet(
    String name, CurrencyCode currency, List<Rule> rules, Set<Attribute> attributes) {

  RuleSet(String name, CurrencyCode currency, List<Rule> rules) {
    this(name, currency, rules, attributesOf(rules));
  }

  private static Set<Attribute> attributesOf(List<Rule> rules) {
    var attributes = EnumSet.noneOf(Attribute.class);
    rules.forEach(rule -> attributes.addAll(rule.attributes()));
    return attributes;
  }

  /** What all rules that fire find: declines first, then challenges, else in the file's order. */
  public List<Finding> evaluate(Subject subject) {
    var values = new AttributeValues(subject, currency);
    return rules.stream()
        .flatMap(rule -> rule.apply(values).stream())
        .sorted(Comparator.comparing(Finding::effect))
        .toList();
  }

  /** How far back authorizations have to be loaded; empty if no rule asks for history. */
  public Optional<Duration> lookback() {
    return attributes.stream()
        .flatMap(attribute -> attribute.source().lookback().stream())
        .max(Comparator.naturalOrder());
  }

  /** Whether dates of the card have to be loaded. */
  public boolean needsDates() {
    return attributes.stream().anyMatch(attribute -> attribute.source() == AttributeSource.CARD);
  }
}
