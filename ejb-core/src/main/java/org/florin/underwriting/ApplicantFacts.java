package org.florin.underwriting;

import java.util.Map;
import java.util.Optional;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;

/**
 * All that a decision sees of an applicant.
 *
 * @param values what is known; attributes of the bureau are missing if it gave no report
 * @param bureau what the bureau answered, by its word
 */
public record ApplicantFacts(
    Map<ApplicantAttribute, Long> values,
    String bureau,
    Optional<Money> requestedLimit,
    CurrencyCode currency) {

  public ApplicantFacts {
    values = Map.copyOf(values);
  }

  boolean hasReport() {
    return values.containsKey(ApplicantAttribute.BUREAU_SCORE);
  }

  Optional<Long> value(ApplicantAttribute attribute) {
    return Optional.ofNullable(values.get(attribute));
  }

  long valueOrZero(ApplicantAttribute attribute) {
    return values.getOrDefault(attribute, 0L);
  }

  String text(ApplicantAttribute attribute) {
    var value = valueOrZero(attribute);
    return switch (attribute.unit()) {
      case COUNT -> Long.toString(value);
      case PERCENT -> value + " %";
      case MONEY -> new Money(value, currency).toString();
    };
  }
}
