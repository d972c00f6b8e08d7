package org.florin.applications;

import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.Money;

/** What a credit bureau said, or why it said nothing. */
public sealed interface BureauAnswer {

  /** The person's credit file. */
  record Report(int score, List<TradeLine> tradeLines, int derogatories) implements BureauAnswer {}

  /** The bureau doesn't know the person. */
  record NoHit() implements BureauAnswer {}

  /** The person has closed the file to inquiries. */
  record Frozen() implements BureauAnswer {}

  /** No usable answer in time. */
  record Unavailable() implements BureauAnswer {}

  /** One credit the person has elsewhere. */
  record TradeLine(
      String kind,
      LocalDate openedOn,
      Money creditLimit,
      Money balance,
      Money monthlyPayment,
      int daysPastDue) {}

  /** The word kept with the application. */
  default String word() {
    return switch (this) {
      case Report report -> "hit";
      case NoHit noHit -> "no_hit";
      case Frozen frozen -> "frozen";
      case Unavailable unavailable -> "unavailable";
    };
  }
}
