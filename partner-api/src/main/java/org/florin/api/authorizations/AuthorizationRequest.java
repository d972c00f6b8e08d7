package org.florin.api.authorizations;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.florin.api.json.JsonBody;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.EntryMode;
import org.florin.authorization.Merchant;
import org.florin.authorization.NetworkReference;
import org.florin.cards.CardVault;
import org.florin.kernel.CardId;
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
    Optional<String> externalId,
    String metadata) {

  /** Most minor units of one authorization. */
  static final long AMOUNT_MAX = 999_999_999_999L;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int METADATA_LENGTH_MAX = 4096;

  static AuthorizationRequest read(JsonObject object) {
    var body = JsonBody.of(object);
    var amount = body.integer("amount", 0, AMOUNT_MAX);
    var currency =
        body.read("currency", CurrencyCode::new, "Must be an ISO 4217 code.", CurrencyCode.USD);
    var kind =
        body.optional("kind", AuthorizationRequest::kind, "Must be one of the kinds of payment.")
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
            card(body.object("card")),
            new Money(amount, currency),
            kind,
            body.read(
                "entry_mode",
                AuthorizationRequest::entryMode,
                "Must be one of the entry modes.",
                EntryMode.MANUAL),
            body.flag("partial_approval", false),
            merchant(body.object("merchant")),
            body.optionalObject("network").map(AuthorizationRequest::network),
            body.optionalText("external_id", 255),
            metadata);
    body.complete();
    return request;
  }

  /**
   * The body with the card's number and security code replaced by the vault's keyed hashes: what
   * may go into a stored fingerprint.
   */
  static JsonObject withoutSecrets(JsonObject object, CardVault vault) {
    if (!(object.get("card") instanceof JsonObject card)
        || !(card.get("number") instanceof JsonString number)) {
      return object;
    }
    var hashed = Json.createObjectBuilder(card);
    hashed.add("number", hash(vault, number.getString()));
    if (card.get("security_code") instanceof JsonString code) {
      hashed.add("security_code", hash(vault, number.getString() + ":" + code.getString()));
    }
    return Json.createObjectBuilder(object).add("card", hashed).build();
  }

  private static String hash(CardVault vault, String secret) {
    return HexFormat.of().formatHex(vault.indexOf(secret));
  }

  private static CardReference card(JsonBody card) {
    if (card.has("id")) {
      return new CardReference.ById(
          card.read("id", CardId::parse, "Must be a card id.", new CardId(new UUID(0, 0))));
    }
    return new CardReference.ByNumber(
        card.text(
            "number", 19, number -> number.matches("[0-9]{12,19}"), "Must be 12 to 19 digits."),
        YearMonth.of(
            (int) card.integer("expiry_year", 2000, 2199),
            (int) card.integer("expiry_month", 1, 12)),
        card.optionalText("security_code", 4)
            .filter(
                code -> {
                  var valid = code.matches("[0-9]{3,4}");
                  if (!valid) {
                    card.complain("security_code", "format", "Must be 3 or 4 digits.");
                  }
                  return valid;
                }));
  }

  private static Merchant merchant(JsonBody merchant) {
    return new Merchant(
        merchant.text("id", 64),
        merchant.text("name", 100),
        merchant.text("mcc", 4, mcc -> mcc.matches("[0-9]{4}"), "Must be four digits."),
        merchant.optionalText("city", 100),
        merchant.optionalText("state", 10),
        merchant.text("country", 2, COUNTRIES::contains, "Must be an ISO 3166-1 alpha-2 code."),
        merchant.optionalText("postal_code", 16));
  }

  private static NetworkReference network(JsonBody network) {
    return new NetworkReference(
        network.text("name", 32),
        network.optionalText("transaction_id", 64),
        network.optionalText("retrieval_reference", 64),
        network.optionalText("stan", 12));
  }

  private static AuthorizationKind kind(String code) {
    return lowerCase(code, AuthorizationKind::ofCode);
  }

  private static EntryMode entryMode(String code) {
    return lowerCase(code, EntryMode::ofCode);
  }

  private static <T> T lowerCase(String code, Function<String, T> parser) {
    if (!code.equals(code.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("codes are lower case");
    }
    return parser.apply(code);
  }
}
