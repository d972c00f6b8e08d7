package org.florin.authorization;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.florin.authorization.hooks.HookResult;
import org.florin.kernel.CardId;

/** A request waiting for its turn, with the promise of its answer. */
record PendingAuthorization(
    AuthorizePurchase.Command command,
    Optional<CardId> cardId,
    Optional<PanIndex> panIndex,
    Optional<Boolean> securityCodeRight,
    Instant deadline,
    Optional<HookResult> partner,
    CompletableFuture<AuthorizationOutcome> promise) {

  /** The vault's keyed hash of a card number, comparable by value. */
  record PanIndex(String hex) {

    PanIndex(byte[] bytes) {
      this(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  PendingAuthorization(
      AuthorizePurchase.Command command,
      Optional<CardId> cardId,
      Optional<PanIndex> panIndex,
      Optional<Boolean> securityCodeRight,
      Instant deadline) {
    this(
        command,
        cardId,
        panIndex,
        securityCodeRight,
        deadline,
        Optional.empty(),
        new CompletableFuture<>());
  }

  /** The same request, with what its program's partner said. */
  PendingAuthorization with(HookResult result) {
    return new PendingAuthorization(
        command, cardId, panIndex, securityCodeRight, deadline, Optional.of(result), promise);
  }

  /** The expiry that was given with a number. */
  Optional<YearMonth> expiry() {
    return command.card() instanceof AuthorizePurchase.CardReference.ByNumber byNumber
        ? byNumber.expiry()
        : Optional.empty();
  }

  /** Requests of one card always go to the same writer, in the order in which they came. */
  int stripe(int writers) {
    var card = cardId.<Object>map(id -> id).or(() -> panIndex.map(PanIndex::hex)).orElseThrow();
    return Math.floorMod(card.hashCode(), writers);
  }
}
