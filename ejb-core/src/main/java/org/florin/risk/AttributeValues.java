package org.florin.risk;

import java.util.EnumMap;
import java.util.Map;
import org.florin.kernel.CurrencyCode;

/** The attributes of one authorization, each worked out when a rule first asks for it. */
public final class AttributeValues {

  private final Subject subject;
  private final boolean amountsComparable;
  private final Map<Attribute, AttributeValue> known = new EnumMap<>(Attribute.class);

  /**
   * @param currency the rules'; amounts in another currency can't be compared and are missing
   */
  AttributeValues(Subject subject, CurrencyCode currency) {
    this.subject = subject;
    this.amountsComparable = subject.request().amount().currency().equals(currency);
  }

  AttributeValue of(Attribute attribute) {
    if (attribute.type() == AttributeType.AMOUNT && !amountsComparable) {
      return AttributeValue.MISSING;
    }
    return known.computeIfAbsent(attribute, each -> each.of(subject));
  }
}
