package org.florin.clearing;

import java.util.Optional;
import org.florin.authorization.HeldAuthorizations.Origin;
import org.florin.authorization.Merchant;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.Money;
import org.florin.ledger.PostingKind;

/**
 * What a merchant presents.
 *
 * @param amount above zero, in the account's currency; a refund credits it
 * @param last no further clearing follows; what is left of the hold is released
 * @param naturalKey names the presentment for ever
 */
record Presentment(
    AccountId account,
    Optional<CardId> card,
    PostingKind kind,
    Money amount,
    boolean last,
    Merchant merchant,
    String naturalKey,
    Optional<String> externalId,
    Origin origin) {

  boolean isCredit() {
    return kind == PostingKind.REFUND;
  }
}
