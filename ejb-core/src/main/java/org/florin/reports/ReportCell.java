package org.florin.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.Money;

/** What stands in one place of a report. */
public sealed interface ReportCell {

  record Text(String value) implements ReportCell {}

  record Day(LocalDate value) implements ReportCell {}

  record Count(long value) implements ReportCell {}

  record Amount(Money value) implements ReportCell {}

  record Share(long part, long whole) implements ReportCell {

    private static final int SHIFT = 2;

    /** In percent with two decimals, half up; empty if there is no whole. */
    public Optional<BigDecimal> percent() {
      return whole == 0
          ? Optional.empty()
          : Optional.of(
              BigDecimal.valueOf(part)
                  .movePointRight(SHIFT)
                  .divide(BigDecimal.valueOf(whole), SHIFT, RoundingMode.HALF_UP));
    }
  }

  /** As machines read it; figures have no separators. */
  default String plain() {
    return switch (this) {
      case Text text -> text.value();
      case Day day -> day.value().toString();
      case Count count -> Long.toString(count.value());
      case Amount amount -> amount.value().decimal().toPlainString();
      case Share share -> share.percent().map(BigDecimal::toPlainString).orElse("");
    };
  }
}
