package org.florin.legacyfiles;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.florin.platform.json.JsonParts;

/**
 * What a master record says, attribute by attribute, so that a later version of it can be compared.
 * What names a person goes through a keyed digest.
 */
final class RecordAttributes {

  private RecordAttributes() {}

  /**
   * The attributes of a record.
   *
   * @param digest turns a field name and a value into something that tells neither
   */
  static Map<String, String> of(LegacyRecord item, BinaryOperator<String> digest) {
    Map<String, String> attributes = new LinkedHashMap<>();
    switch (item) {
      case LegacyRecord.TransactionType type -> attributes.put("description", type.description());
      case LegacyRecord.TransactionCategory category ->
          attributes.put("description", category.description());
      case LegacyRecord.DisclosureGroup group ->
          attributes.put("annual_rate", hundredths(group.rateHundredths()));
      case LegacyRecord.Customer customer -> customer(attributes, customer, digest);
      case LegacyRecord.Account account -> account(attributes, account);
      case LegacyRecord.CrossReference reference -> {
        attributes.put("customer", reference.customer());
        attributes.put("account", reference.account());
      }
      case LegacyRecord.Card card -> {
        attributes.put("account", card.account());
        attributes.put("embossed_name", digest.apply("embossed_name", card.embossedName()));
        attributes.put("expires_on", card.expiresOn().toString());
        attributes.put("active", Boolean.toString(card.active()));
      }
      case LegacyRecord.CategoryBalance balance ->
          attributes.put("balance", hundredths(balance.balanceMinor()));
      case LegacyRecord.DailyTransaction daily ->
          throw new IllegalArgumentException("a transaction is no master record");
    }
    return attributes;
  }

  private static void customer(
      Map<String, String> attributes,
      LegacyRecord.Customer customer,
      BinaryOperator<String> digest) {
    Map<String, String> clear = new LinkedHashMap<>();
    clear.put("first_name", customer.firstName());
    clear.put("middle_name", customer.middleName());
    clear.put("last_name", customer.lastName());
    clear.put("address_line1", customer.addressLine1());
    clear.put("address_line2", customer.addressLine2());
    clear.put("city", customer.city());
    clear.put("state", customer.state());
    clear.put("country", customer.country());
    clear.put("postal_code", customer.postalCode());
    clear.put("phone1", customer.phone1());
    clear.put("phone2", customer.phone2());
    clear.put("tax_id", customer.taxId());
    clear.put("government_id", customer.governmentId());
    clear.put("date_of_birth", customer.dateOfBirth().map(Object::toString).orElse(""));
    clear.put("eft_account", customer.eftAccount());
    clear.put("primary_holder", Boolean.toString(customer.primaryHolder()));
    clear.put("credit_score", Integer.toString(customer.creditScore()));
    clear.forEach((name, value) -> attributes.put(name, digest.apply(name, value)));
  }

  private static void account(Map<String, String> attributes, LegacyRecord.Account account) {
    attributes.put("active", Boolean.toString(account.active()));
    attributes.put("balance", hundredths(account.balanceMinor()));
    attributes.put("credit_limit", hundredths(account.creditLimitMinor()));
    attributes.put("cash_limit", hundredths(account.cashLimitMinor()));
    attributes.put("opened_on", account.openedOn().toString());
    attributes.put("expires_on", account.expiresOn().toString());
    attributes.put("reissued_on", account.reissuedOn().map(Object::toString).orElse(""));
    attributes.put("cycle_credit", hundredths(account.cycleCreditMinor()));
    attributes.put("cycle_debit", hundredths(account.cycleDebitMinor()));
    attributes.put("postal_code", account.postalCode());
    attributes.put("group", account.group());
  }

  static String hundredths(long value) {
    return java.math.BigDecimal.valueOf(value, 2).toPlainString();
  }

  static String json(Map<String, String> attributes) {
    var object = JsonParts.object();
    attributes.forEach(object::add);
    return object.build().toString();
  }

  static Map<String, String> parse(String json) {
    JsonObject object = JsonParts.read(json);
    Map<String, String> attributes = new LinkedHashMap<>();
    object.forEach((name, value) -> attributes.put(name, ((JsonString) value).getString()));
    return attributes;
  }
}
