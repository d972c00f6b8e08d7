package org.florin.statements;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.florin.ledger.PostingKind;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.tape.DayPostings;

/** What a day's postings mean for the segments; their order has no say. */
final class PostingSumsPolicy {

  private PostingSumsPolicy() {}

  /**
   * @param homeCountry purchases elsewhere are foreign; ISO 3166-1 alpha-2
   */
  static DayPostings sums(List<BookedLine> lines, String homeCountry) {
    var debits = new EnumMap<BalanceKind, Long>(BalanceKind.class);
    var credits = 0L;
    var payments = 0L;
    var returned = 0;
    var cashAdvances = new ArrayList<Long>();
    var foreign = new ArrayList<Long>();
    for (var line : lines) {
      var minor = line.amountMinor();
      switch (line.kind()) {
        case PAYMENT -> payments -= minor;
        case PAYMENT_RETURN -> {
          payments -= minor;
          returned += line.feeFree() ? 0 : 1;
        }
        case PURCHASE,
            CASH_ADVANCE,
            QUASI_CASH,
            REFUND,
            FEE,
            INTEREST,
            OPENING_BALANCE,
            ADJUSTMENT -> {
          if (minor < 0) {
            credits -= minor;
          } else {
            debits.merge(BalanceKind.of(line.kind()), minor, Long::sum);
          }
        }
      }
      if (line.kind().isCash() && minor > 0) {
        cashAdvances.add(minor);
      }
      if (line.kind() == PostingKind.PURCHASE
          && minor > 0
          && line.country().filter(country -> !country.equals(homeCountry)).isPresent()) {
        foreign.add(minor);
      }
    }
    return new DayPostings(debits, credits, payments, cashAdvances, foreign, returned);
  }
}
