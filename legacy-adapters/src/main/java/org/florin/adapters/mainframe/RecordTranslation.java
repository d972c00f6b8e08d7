package org.florin.adapters.mainframe;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.adapters.copybook.Decoding.Undecodable;
import org.florin.adapters.copybook.FieldFault;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordValues;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.LegacyRecord;

/** Says the fields of a mainframe record in the core's words; keys and dates must make sense. */
public final class RecordTranslation {

  /** A record in the core's words, or the field that stands in the way. */
  public sealed interface Translated {
    record Item(LegacyRecord item) implements Translated {}

    record Refused(FieldFault fault) implements Translated {}
  }

  /** Carries a fault out of the translation of one record; never leaves this class. */
  private static final class Untranslatable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient FieldFault fault;

    Untranslatable(FieldFault fault) {
      super(fault.reason(), null, false, false);
      this.fault = fault;
    }
  }

  private static final int DATE_LENGTH = 10;

  private RecordTranslation() {}

  /** The layout of the records of a kind of file. */
  public static Layout layout(FileKind kind) {
    return switch (kind) {
      case TRANSACTION_TYPES -> Layouts.TRANSACTION_TYPE;
      case TRANSACTION_CATEGORIES -> Layouts.TRANSACTION_CATEGORY;
      case DISCLOSURE_GROUPS -> Layouts.DISCLOSURE_GROUP;
      case CUSTOMERS -> Layouts.CUSTOMER;
      case ACCOUNTS -> Layouts.ACCOUNT;
      case CROSS_REFERENCES -> Layouts.CROSS_REFERENCE;
      case CARDS -> Layouts.CARD;
      case CATEGORY_BALANCES -> Layouts.CATEGORY_BALANCE;
      case DAILY_TRANSACTIONS -> Layouts.TRANSACTION;
    };
  }

  /** The first fault of a record that its codec refused. */
  static FieldFault first(Undecodable undecodable) {
    List<FieldFault> faults = undecodable.faults();
    return faults.get(0);
  }

  /** The record in the core's words. */
  public static Translated translate(FileKind kind, RecordValues values, byte[] image) {
    try {
      return new Translated.Item(item(kind, values, image));
    } catch (Untranslatable e) {
      return new Translated.Refused(e.fault);
    }
  }

  private static LegacyRecord item(FileKind kind, RecordValues values, byte[] image)
      throws Untranslatable {
    return switch (kind) {
      case TRANSACTION_TYPES ->
          new LegacyRecord.TransactionType(key(values, "type-code"), values.trimmed("description"));
      case TRANSACTION_CATEGORIES ->
          new LegacyRecord.TransactionCategory(
              key(values, "type-code"),
              values.digits("category-code"),
              values.trimmed("description"));
      case DISCLOSURE_GROUPS ->
          new LegacyRecord.DisclosureGroup(
              key(values, "group-id"),
              key(values, "type-code"),
              values.digits("category-code"),
              values.number("annual-interest-rate"));
      case CUSTOMERS -> customer(values);
      case ACCOUNTS -> account(values);
      case CROSS_REFERENCES ->
          new LegacyRecord.CrossReference(
              cardNumber(values), values.digits("customer-id"), values.digits("account-id"));
      case CARDS ->
          new LegacyRecord.Card(
              cardNumber(values),
              values.digits("account-id"),
              values.trimmed("embossed-name"),
              date(values, "expiration-date"),
              values.text("active-status").equals("Y"));
      case CATEGORY_BALANCES ->
          new LegacyRecord.CategoryBalance(
              values.digits("account-id"),
              key(values, "type-code"),
              values.digits("category-code"),
              values.number("balance"));
      case DAILY_TRANSACTIONS -> daily(values, image);
    };
  }

  private static LegacyRecord customer(RecordValues values) throws Untranslatable {
    return new LegacyRecord.Customer(
        values.digits("customer-id"),
        values.trimmed("first-name"),
        values.trimmed("middle-name"),
        values.trimmed("last-name"),
        values.trimmed("address-line-1"),
        values.trimmed("address-line-2"),
        values.trimmed("address-line-3"),
        values.trimmed("state"),
        values.trimmed("country"),
        values.trimmed("zip"),
        values.trimmed("phone-1"),
        values.trimmed("phone-2"),
        values.digits("ssn"),
        values.trimmed("government-id"),
        optionalDate(values, "date-of-birth"),
        values.trimmed("eft-account-id"),
        values.text("primary-holder").equals("Y"),
        Math.toIntExact(values.number("fico")));
  }

  private static LegacyRecord account(RecordValues values) throws Untranslatable {
    return new LegacyRecord.Account(
        values.digits("account-id"),
        values.text("active-status").equals("Y"),
        values.number("current-balance"),
        values.number("credit-limit"),
        values.number("cash-credit-limit"),
        date(values, "open-date"),
        date(values, "expiration-date"),
        optionalDate(values, "reissue-date"),
        values.number("current-cycle-credit"),
        values.number("current-cycle-debit"),
        values.trimmed("address-zip"),
        values.trimmed("group-id"));
  }

  private static LegacyRecord daily(RecordValues values, byte[] image) throws Untranslatable {
    return new LegacyRecord.DailyTransaction(
        key(values, "transaction-id"),
        values.text("type-code"),
        values.digits("category-code"),
        values.trimmed("source"),
        values.trimmed("description"),
        values.number("amount"),
        values.digits("merchant-id"),
        values.trimmed("merchant-name"),
        values.trimmed("merchant-city"),
        values.trimmed("merchant-zip"),
        values.trimmed("card-number"),
        values.text("original-timestamp"),
        date(values, "original-timestamp"),
        image);
  }

  private static String key(RecordValues values, String field) throws Untranslatable {
    String key = values.trimmed(field);
    if (key.isEmpty()) {
      throw refusal(values, field, "the key is blank");
    }
    return key;
  }

  private static String cardNumber(RecordValues values) throws Untranslatable {
    String number = values.text("card-number");
    if (!number.chars().allMatch(character -> character >= '0' && character <= '9')) {
      throw refusal(values, "card-number", "the card number has other characters than digits");
    }
    if (!hasValidCheckDigit(number)) {
      throw refusal(values, "card-number", "the check digit of the card number is wrong");
    }
    return number;
  }

  /** The Luhn sum modulo ten (ISO/IEC 7812-1). */
  private static boolean hasValidCheckDigit(String number) {
    int sum = 0;
    for (int index = 0; index < number.length(); index++) {
      int digit = number.charAt(number.length() - 1 - index) - '0';
      int weighted = index % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static LocalDate date(RecordValues values, String field) throws Untranslatable {
    try {
      LocalDate date = LocalDate.parse(values.text(field).substring(0, DATE_LENGTH));
      if (date.getYear() > 0) {
        return date;
      }
    } catch (DateTimeException e) {
      throw refusal(values, field, "no date of the calendar");
    }
    throw refusal(values, field, "no date of the calendar: there is no year 0");
  }

  private static Optional<LocalDate> optionalDate(RecordValues values, String field)
      throws Untranslatable {
    return values.text(field).isBlank() ? Optional.empty() : Optional.of(date(values, field));
  }

  private static Untranslatable refusal(RecordValues values, String field, String reason) {
    return new Untranslatable(new FieldFault(values.layout().field(field).offset(), field, reason));
  }
}
