package org.florin.statements;

import java.util.List;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;
import org.florin.statements.interest.SegmentKey;

/**
 * What a payment would pay.
 *
 * @param required part of it that is asked for at least
 * @param left more than is owed; it would be a credit balance
 */
public record PaymentPreview(Money required, List<Part> parts, Money left) {

  /** One balance before and after the payment. */
  public record Part(SegmentKey segment, AnnualRate rate, Money before, Money paid, Money after) {}
}
