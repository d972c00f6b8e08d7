package org.florin.statements.tape;

/**
 * A charge of a day.
 *
 * @param subject what makes it unique on its day beside its kind: a segment, or empty
 * @param amountMinor above 0
 */
public record Charge(ChargeKind kind, String subject, String text, long amountMinor) {

  static Charge of(ChargeKind kind, long amountMinor) {
    return new Charge(kind, "", kind.text(), amountMinor);
  }
}
