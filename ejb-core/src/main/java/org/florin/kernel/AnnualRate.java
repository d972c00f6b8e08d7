package org.florin.kernel;

import java.math.BigDecimal;

/**
 * A nominal annual percentage rate, in percent, exact: {@code 19.99} is 19.99 % a year. 0 to 100.
 */
public record AnnualRate(BigDecimal percent) implements Comparable<AnnualRate> {

  private static final BigDecimal HIGHEST = new BigDecimal(100);

  /**
   * @throws IllegalArgumentException if the rate is below 0 or above 100
   */
  public AnnualRate {
    if (percent.signum() < 0 || percent.compareTo(HIGHEST) > 0) {
      throw new IllegalArgumentException("annual rate out of range: " + percent);
    }
  }

  /** Reads a plain decimal such as {@code "19.99"}. */
  public static AnnualRate of(String percent) {
    return new AnnualRate(new BigDecimal(percent));
  }

  @Override
  public int compareTo(AnnualRate other) {
    return percent.compareTo(other.percent);
  }

  @Override
  public String toString() {
    return percent.toPlainString();
  }
}
