package org.florin.launcher.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Accounts with a card each and a limit that no run uses up, laid out by the owner of the schema.
 * Their ids follow from their number, so that nothing has to be asked for.
 */
final class BenchAccounts {
  static final long LIMIT_MINOR = 1_000_000_000_000L;
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int BATCH = 5_000;

  private final int count;

  BenchAccounts(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }

  static UUID account(int number) {
    return id(0xA, number);
  }

  static UUID card(int number) {
    return id(0xC, number);
  }

  private static UUID id(int kind, int number) {
    long high = (0x019B000000000L + number) << 16 | 0x7000 | kind;
    return new UUID(high, 0x8000_0000_0000_0000L | number);
  }

  static String accountText(int number) {
    return "acct_" + text(account(number));
  }

  static String cardText(int number) {
    return "card_" + text(card(number));
  }

  static String text(UUID id) {
    char[] text = new char[26];
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    for (int i = text.length - 1; i >= 0; i--) {
      text[i] = ALPHABET[(int) (low & 31)];
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return new String(text);
  }

  /** Adds the accounts that are missing. */
  void layOut(Connection connection) throws SQLException {
    int present = presentCount(connection);
    connection.setAutoCommit(false);
    try (PreparedStatement customer =
            connection.prepareStatement(
                "INSERT INTO customer (id, created_at, version) VALUES (?, now(), 0)");
        PreparedStatement account =
            connection.prepareStatement(
                """
                INSERT INTO credit_account (id, external_source, external_id, customer_id, product_code,
                  currency, credit_limit_minor, cash_limit_minor, cycle_day, opened_on)
                VALUES (?, 'bench', ?, ?, 'classic', 'USD', ?, 0, 1, current_date)
                """);
        PreparedStatement card =
            connection.prepareStatement(
                """
                INSERT INTO card (id, account_id, customer_id, state, kind, bin, last4, expiry_month,
                  expiry_year, security_code_scheme, activated_at, created_at, version)
                VALUES (?, ?, ?, 'active', 'virtual', '400009', '0000', 12, 2040, 'cvk', now(), now(), 0)
                """)) {
      for (int number = present; number < count; number++) {
        UUID id = account(number);
        customer.setObject(1, id);
        customer.addBatch();
        account.setObject(1, id);
        account.setString(2, Integer.toString(number));
        account.setObject(3, id);
        account.setLong(4, LIMIT_MINOR);
        account.addBatch();
        card.setObject(1, card(number));
        card.setObject(2, id);
        card.setObject(3, id);
        card.addBatch();
        if ((number + 1) % BATCH == 0 || number + 1 == count) {
          customer.executeBatch();
          account.executeBatch();
          card.executeBatch();
          connection.commit();
        }
      }
    }
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE customer, credit_account, card");
    }
  }

  static String pan(int number) {
    return "400009" + String.format(Locale.ROOT, "%010d", number);
  }

  /** Numbers for the cards: their keyed hashes, and nothing that could be opened. */
  void layOutNumbers(Connection owner, String indexKey) throws SQLException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(indexKey), "HmacSHA256"));
      owner.setAutoCommit(false);
      try (PreparedStatement insert =
          owner.prepareStatement(
              """
              INSERT INTO vault_pan (card_id, sealed, key_version, pan_index) VALUES (?, '\\x00', 1, ?)
              ON CONFLICT DO NOTHING
              """)) {
        for (int number = 0; number < count; number++) {
          insert.setObject(1, card(number));
          insert.setBytes(2, mac.doFinal(("pan|" + pan(number)).getBytes(StandardCharsets.UTF_8)));
          insert.addBatch();
          if ((number + 1) % BATCH == 0 || number + 1 == count) {
            insert.executeBatch();
            owner.commit();
          }
        }
      }
      owner.setAutoCommit(true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static int presentCount(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM credit_account WHERE external_source = 'bench'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  static String purchase(int number, long amountMinor) {
    return "{\"card\":{\"id\":\""
        + cardText(number)
        + "\"},\"amount\":"
        + amountMinor
        + ",\"currency\":\"USD\",\"kind\":\"purchase\",\"entry_mode\":\"ecommerce\","
        + "\"merchant\":{\"id\":\"M1\",\"name\":\"Corner Shop\",\"mcc\":\"5411\",\"city\":\"Austin\","
        + "\"state\":\"TX\",\"country\":\"US\",\"postal_code\":\"78701\"}}";
  }
}
