package org.florin.api.clearings;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.florin.api.authorizations.PaymentMembers;
import org.florin.api.json.Codes;
import org.florin.api.json.JsonBody;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.HeldAuthorizations.Origin;
import org.florin.authorization.Merchant;
import org.florin.authorization.NetworkReference;
import org.florin.clearing.PostClearing;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;
import org.florin.ledger.PostingKind;

/** The body of {@code POST /clearings} and of a refund that is booked. */
record PresentmentRequest(
    CardReference card,
    Optional<AuthorizationId> authorization,
    Money amount,
    PostingKind kind,
    boolean last,
    Optional<Integer> sequence,
    Merchant merchant,
    Optional<NetworkReference> network,
    Optional<String> acquirerReference,
    Optional<String> authorizationCode,
    Optional<String> externalId) {

  private static final int CLEARINGS_MAX = 99;

  /** A clearing of any kind. */
  static PresentmentRequest clearing(JsonObject object) {
    return read(
        object,
        body ->
            body.optional(
                    "kind",
                    PresentmentRequest::kind,
                    "Must be purchase, cash_advance, quasi_cash or refund.")
                .orElse(PostingKind.PURCHASE));
  }

  /** A refund; the member {@code type} was read before. */
  static PresentmentRequest refund(JsonObject object) {
    return read(
        object,
        body -> {
          body.optionalText("type", 16);
          return PostingKind.REFUND;
        });
  }

  private static PresentmentRequest read(
      JsonObject object, Function<JsonBody, PostingKind> kindOf) {
    var body = JsonBody.of(object);
    var sequence = body.optionalInteger("sequence", 1, CLEARINGS_MAX).map(Long::intValue);
    var count = body.optionalInteger("count", 1, CLEARINGS_MAX).map(Long::intValue);
    if (count.isPresent() && sequence.filter(number -> number <= count.get()).isEmpty()) {
      body.complain("count", "range", "A count goes with a sequence up to it.");
    }
    var isLastOfCount = count.map(number -> number.equals(sequence.orElse(0))).orElse(true);
    var request =
        new PresentmentRequest(
            PaymentMembers.card(body.object("card")),
            body.has("authorization")
                ? Optional.of(
                    body.read(
                        "authorization",
                        AuthorizationId::parse,
                        "Must be an authorization id.",
                        new AuthorizationId(new UUID(0, 0))))
                : Optional.empty(),
            PaymentMembers.money(body),
            kindOf.apply(body),
            body.flag("final", isLastOfCount),
            sequence,
            PaymentMembers.merchant(body.object("merchant")),
            body.optionalObject("network").map(PaymentMembers::network),
            body.optionalText("acquirer_reference", 23),
            body.optionalText("authorization_code", 6),
            body.optionalText("external_id", 255));
    body.complete();
    return request;
  }

  PostClearing.Command command(Origin origin) {
    return new PostClearing.Command(
        card,
        authorization,
        amount,
        kind,
        last,
        sequence,
        merchant,
        network,
        acquirerReference,
        authorizationCode,
        externalId,
        origin.actor(),
        origin);
  }

  private static PostingKind kind(String code) {
    var kind = Codes.lowerCase(code, PostingKind::valueOf);
    return switch (kind) {
      case PURCHASE, CASH_ADVANCE, QUASI_CASH, REFUND -> kind;
      default -> throw new IllegalArgumentException("merchants don't present " + code);
    };
  }
}
