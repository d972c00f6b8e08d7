package org.florin.statements.minimum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.florin.products.MinimumRule;
import org.florin.statements.allocation.AllocationPolicy.Open;

/**
 * How long a balance takes at the minimum payment, and what pays it in 36 months (Reg Z appendix
 * M1). Assumes what M1 lets assume: no new transactions, every payment on time, the present rates,
 * a twelfth of the yearly rate a month, one rate for the whole balance weighted by its parts.
 */
public final class PayoffPolicy {

  static final int THREE_YEARS_MONTHS = 36;

  /** Beyond so many months a balance counts as never paid. */
  static final int MONTHS_MAX = 1200;

  private static final BigDecimal MONTHS_IN_PERCENT = new BigDecimal(12 * 100);

  private PayoffPolicy() {}

  /** Empty where nothing is owed. */
  public static Optional<PayoffWarning> warning(List<Open> balances, MinimumRule rule) {
    var owed = balances.stream().mapToLong(Open::balanceMinor).sum();
    if (owed <= 0) {
      return Optional.empty();
    }
    var monthlyRate = monthlyRate(balances, owed);
    var total = 0L;
    var months = 0;
    var balance = owed;
    while (balance > 0 && months < MONTHS_MAX) {
      var interest = interestMinor(balance, monthlyRate);
      balance += interest;
      var payment =
          MinimumPaymentPolicy.minimumMinor(
              rule, new MinimumPaymentPolicy.Facts(balance, interest, 0, 0, 0));
      balance -= payment;
      total += payment;
      months++;
    }
    var paidOff = balance == 0;
    return Optional.of(
        new PayoffWarning(
            paidOff ? Optional.of(months) : Optional.empty(),
            total,
            paidOff && months <= THREE_YEARS_MONTHS
                ? Optional.empty()
                : Optional.of(threeYears(owed, monthlyRate, paidOff ? total : 0))));
  }

  private static PayoffWarning.ThreeYears threeYears(
      long owed, BigDecimal monthlyRate, long totalAtMinimum) {
    var payment = annuityMinor(owed, monthlyRate);
    var total = Math.multiplyExact(payment, THREE_YEARS_MONTHS);
    return new PayoffWarning.ThreeYears(payment, total, Math.max(0, totalAtMinimum - total));
  }

  /** The equal monthly payment that pays a debt in 36 months, rounded half up. */
  private static long annuityMinor(long owed, BigDecimal monthlyRate) {
    if (monthlyRate.signum() == 0) {
      return BigDecimal.valueOf(owed)
          .divide(BigDecimal.valueOf(THREE_YEARS_MONTHS), 0, RoundingMode.HALF_UP)
          .longValueExact();
    }
    var growth = BigDecimal.ONE.add(monthlyRate).pow(THREE_YEARS_MONTHS, MathContext.DECIMAL128);
    return BigDecimal.valueOf(owed)
        .multiply(monthlyRate)
        .multiply(growth)
        .divide(growth.subtract(BigDecimal.ONE), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static long interestMinor(long balance, BigDecimal monthlyRate) {
    return BigDecimal.valueOf(balance)
        .multiply(monthlyRate)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static BigDecimal monthlyRate(List<Open> balances, long owed) {
    return balances.stream()
        .map(open -> open.rate().percent().multiply(BigDecimal.valueOf(open.balanceMinor())))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(MONTHS_IN_PERCENT.multiply(BigDecimal.valueOf(owed)), MathContext.DECIMAL128);
  }
}
