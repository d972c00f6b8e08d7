package org.florin.api.authorizations;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.florin.api.json.JsonBody;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.Merchant;
import org.florin.authorization.NetworkReference;
import org.florin.cards.CardVault;
import org.florin.kernel.CardId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.GeoPoint;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;

/** Members that the bodies of card payments share. */
public final class PaymentMembers {

  /** Most minor units of one card payment. */
  public static final long AMOUNT_MAX = 999_999_999_999L;

  private static final int DEGREE_DECIMALS = 6;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private PaymentMembers() {}

  /** {@code amount} and {@code currency}; the amount is above zero. */
  public static Money money(JsonBody body) {
    return new Money(
        body.integer("amount", 1, AMOUNT_MAX),
        body.read("currency", CurrencyCode::new, "Must be an ISO 4217 code.", CurrencyCode.USD));
  }

  /**
   * The body with the card's number and security code replaced by the vault's keyed hashes: what
   * may go into a stored fingerprint.
   */
  public static JsonObject withoutSecrets(JsonObject object, CardVault vault) {
    if (!(object.get("card") instanceof JsonObject card)
        || !(card.get("number") instanceof JsonString number)) {
      return object;
    }
    var hashed = JsonParts.object(card);
    hashed.add("number", hash(vault, number.getString()));
    if (card.get("security_code") instanceof JsonString code) {
      hashed.add("security_code", hash(vault, number.getString() + ":" + code.getString()));
    }
    return JsonParts.object(object).add("card", hashed).build();
  }

  private static String hash(CardVault vault, String secret) {
    return HexFormat.of().formatHex(vault.indexOf(secret));
  }

  /** How the card is named: by {@code id} or by {@code number} with its expiry. */
  public static CardReference card(JsonBody card) {
    if (card.has("id")) {
      return new CardReference.ById(
          card.read("id", CardId::parse, "Must be a card id.", new CardId(new UUID(0, 0))));
    }
    return new CardReference.ByNumber(
        card.text(
            "number", 19, number -> number.matches("[0-9]{12,19}"), "Must be 12 to 19 digits."),
        Optional.of(
            YearMonth.of(
                (int) card.integer("expiry_year", 2000, 2199),
                (int) card.integer("expiry_month", 1, 12))),
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

  /** Who asks. */
  public static Merchant merchant(JsonBody merchant) {
    return new Merchant(
        merchant.text("id", 64),
        merchant.text("name", 100),
        merchant.text("mcc", 4, mcc -> mcc.matches("[0-9]{4}"), "Must be four digits."),
        merchant.optionalText("city", 100),
        merchant.optionalText("state", 10),
        merchant.text("country", 2, COUNTRIES::contains, "Must be an ISO 3166-1 alpha-2 code."),
        merchant.optionalText("postal_code", 16),
        merchant.optionalObject("location").map(PaymentMembers::location));
  }

  private static GeoPoint location(JsonBody location) {
    return new GeoPoint(
        location.decimal("latitude", 90, DEGREE_DECIMALS),
        location.decimal("longitude", 180, DEGREE_DECIMALS));
  }

  /** The network's marks. */
  public static NetworkReference network(JsonBody network) {
    return new NetworkReference(
        network.text("name", 32),
        network.optionalText("transaction_id", 64),
        network.optionalText("retrieval_reference", 64),
        network.optionalText("stan", 12),
        network.optionalText("acquirer_id", 11),
        network.optionalText("transmission_time", 10));
  }
}
