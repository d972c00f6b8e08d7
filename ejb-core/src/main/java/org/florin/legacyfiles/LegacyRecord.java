package org.florin.legacyfiles;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One record of a legacy file in the core's words. Keys and codes are text as they stand in the
 * file (leading zeros kept); amounts are minor units, positive = owed.
 */
public sealed interface LegacyRecord {

  /** The natural key of the record within its kind, fit for reports (a card shows four digits). */
  String key();

  record TransactionType(String code, String description) implements LegacyRecord {
    @Override
    public String key() {
      return code;
    }
  }

  record TransactionCategory(String type, String category, String description)
      implements LegacyRecord {
    @Override
    public String key() {
      return type + "/" + category;
    }
  }

  /** A yearly interest rate in hundredths of a percent, by account group, type and category. */
  record DisclosureGroup(String group, String type, String category, long rateHundredths)
      implements LegacyRecord {
    @Override
    public String key() {
      return group + " " + type + "/" + category;
    }
  }

  record Customer(
      String number,
      String firstName,
      String middleName,
      String lastName,
      String addressLine1,
      String addressLine2,
      String city,
      String state,
      String country,
      String postalCode,
      String phone1,
      String phone2,
      String taxId,
      String governmentId,
      Optional<LocalDate> dateOfBirth,
      String eftAccount,
      boolean primaryHolder,
      int creditScore)
      implements LegacyRecord {
    @Override
    public String key() {
      return number;
    }
  }

  record Account(
      String number,
      boolean active,
      long balanceMinor,
      long creditLimitMinor,
      long cashLimitMinor,
      LocalDate openedOn,
      LocalDate expiresOn,
      Optional<LocalDate> reissuedOn,
      long cycleCreditMinor,
      long cycleDebitMinor,
      String postalCode,
      String group)
      implements LegacyRecord {
    @Override
    public String key() {
      return number;
    }
  }

  record CrossReference(String pan, String customer, String account) implements LegacyRecord {
    @Override
    public String key() {
      return maskedPan(pan);
    }

    @Override
    public String toString() {
      return "CrossReference[" + key() + "]";
    }
  }

  /** A card; its security code is never read. */
  record Card(String pan, String account, String embossedName, LocalDate expiresOn, boolean active)
      implements LegacyRecord {
    @Override
    public String key() {
      return maskedPan(pan);
    }

    @Override
    public String toString() {
      return "Card[" + key() + "]";
    }
  }

  record CategoryBalance(String account, String type, String category, long balanceMinor)
      implements LegacyRecord {
    @Override
    public String key() {
      return account + " " + type + "/" + category;
    }
  }

  /**
   * A transaction to be posted.
   *
   * @param image the record's bytes as received, for the reject file
   */
  record DailyTransaction(
      String id,
      String type,
      String category,
      String source,
      String description,
      long amountMinor,
      String merchantId,
      String merchantName,
      String merchantCity,
      String merchantPostalCode,
      String pan,
      String originalTimestamp,
      LocalDate originatedOn,
      byte[] image)
      implements LegacyRecord {
    @Override
    public String key() {
      return id;
    }

    @Override
    public String toString() {
      return "DailyTransaction[" + key() + "]";
    }
  }

  private static String maskedPan(String pan) {
    return "*" + pan.substring(Math.max(0, pan.length() - 4));
  }
}
