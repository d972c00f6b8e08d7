package org.florin.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.florin.kernel.CardId;

/** Counts and sums over the authorizations of a window. */
final class Tally {

  /** Of a card, or of an account. */
  static final class Sums {
    long approvedCount;
    long approvedMinor;
    long declinedCount;
    long declinedMinor;
  }

  final Sums card = new Sums();
  final Sums account = new Sums();
  final Set<String> merchants = new HashSet<>();
  final Set<String> categories = new HashSet<>();
  final Set<String> countries = new HashSet<>();
  final Set<CardId> cards = new HashSet<>();
  final List<PastAuthorization> ofCard;
  long cashCount;
  long cashMinor;
  long notPresentCount;
  long verificationCount;
  long largestApprovedMinor;

  private Tally(List<PastAuthorization> ofCard) {
    this.ofCard = ofCard;
  }

  static Tally of(List<PastAuthorization> window, CardId card) {
    var tally = new Tally(window.stream().filter(past -> past.card().equals(card)).toList());
    window.forEach(
        past -> {
          add(tally.account, past);
          tally.cards.add(past.card());
        });
    tally.ofCard.forEach(tally::add);
    return tally;
  }

  private void add(PastAuthorization past) {
    add(card, past);
    merchants.add(past.merchantId());
    categories.add(past.merchantCategory());
    countries.add(past.merchantCountry());
    notPresentCount += past.cardPresent() ? 0 : 1;
    verificationCount += past.requestedMinor() == 0 ? 1 : 0;
    if (past.approved()) {
      largestApprovedMinor = Math.max(largestApprovedMinor, past.approvedMinor());
      if (past.cash()) {
        cashCount++;
        cashMinor = Math.addExact(cashMinor, past.approvedMinor());
      }
    }
  }

  private static void add(Sums sums, PastAuthorization past) {
    if (past.approved()) {
      sums.approvedCount++;
      sums.approvedMinor = Math.addExact(sums.approvedMinor, past.approvedMinor());
    } else {
      sums.declinedCount++;
      sums.declinedMinor = Math.addExact(sums.declinedMinor, past.requestedMinor());
    }
  }
}
