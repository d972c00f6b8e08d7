package org.florin.api.authorizations;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.florin.api.json.Codes;
import org.florin.api.json.JsonBody;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.EntryMode;
import org.florin.authorization.Evidence;
import org.florin.authorization.Evidence.AddressMatch;
import org.florin.authorization.Evidence.Challenge;
import org.florin.authorization.Evidence.CryptogramResult;
import org.florin.authorization.Evidence.PinResult;
import org.florin.authorization.Merchant;
import org.florin.authorization.NetworkReference;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;

/** The body of {@code POST /authorizations}. */
record AuthorizationRequest(
    CardReference card,
    Money amount,
    AuthorizationKind kind,
    EntryMode entryMode,
    boolean partialApproval,
    Merchant merchant,
    Optional<NetworkReference> network,
    Evidence evidence,
    Optional<String> externalId,
    String metadata) {

  private static final int METADATA_LENGTH_MAX = 4096;

  static AuthorizationRequest read(JsonObject object) {
    var body = JsonBody.of(object);
    var amount = body.integer("amount", 0, PaymentMembers.AMOUNT_MAX);
    var currency =
        body.read("currency", CurrencyCode::new, "Must be an ISO 4217 code.", CurrencyCode.USD);
    var kind =
        body.optional(
                "kind",
                code -> Codes.lowerCase(code, AuthorizationKind::valueOf),
                "Must be one of the kinds of payment.")
            .orElse(AuthorizationKind.PURCHASE);
    if (amount == 0 && kind == AuthorizationKind.REFUND) {
      body.complain("amount", "range", "A refund has an amount above zero.");
    }
    if (amount != 0 && kind == AuthorizationKind.ACCOUNT_VERIFICATION) {
      body.complain("amount", "range", "An account verification has amount 0.");
    }
    var metadata = body.raw("metadata").toString();
    if (metadata.length() > METADATA_LENGTH_MAX) {
      body.complain("metadata", "length", "At most " + METADATA_LENGTH_MAX + " characters.");
    }
    var request =
        new AuthorizationRequest(
            PaymentMembers.card(body.object("card")),
            new Money(amount, currency),
            kind,
            body.read(
                "entry_mode",
                code -> Codes.lowerCase(code, EntryMode::valueOf),
                "Must be one of the entry modes.",
                EntryMode.MANUAL),
            body.flag("partial_approval", false),
            PaymentMembers.merchant(body.object("merchant")),
            body.optionalObject("network").map(PaymentMembers::network),
            body.optionalObject("checks").map(AuthorizationRequest::evidence).orElse(Evidence.NONE),
            body.optionalText("external_id", 255),
            metadata);
    body.complete();
    return request;
  }

  /** What the sender checked itself. */
  private static Evidence evidence(JsonBody checks) {
    return new Evidence(
        check(checks, "pin", PinResult::valueOf, PinResult.NOT_CHECKED),
        check(checks, "cryptogram", CryptogramResult::valueOf, CryptogramResult.NOT_CHECKED),
        check(checks, "address", AddressMatch::valueOf, AddressMatch.NOT_CHECKED),
        check(checks, "challenge", Challenge::valueOf, Challenge.NOT_NEEDED));
  }

  private static <T> T check(
      JsonBody checks, String name, Function<String, T> constants, T otherwise) {
    return checks
        .optional(
            name,
            code -> Codes.lowerCase(code, constants),
            "Must be one of the results of this check.")
        .orElse(otherwise);
  }
}
