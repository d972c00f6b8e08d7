package org.florin.authorization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;

/** An active card of an open account in the database, and what a partner asks of it. */
final class CardOnFile {

  static final int LIMIT = 10_000;

  final ClientId client = ClientId.create();
  final AccountId account = AccountId.create();
  final CardId id = CardId.create();
  final String program;

  private CardOnFile(String program) {
    this.program = program;
  }

  /** Under a program that the database knows. */
  static CardOnFile classic() {
    return under("classic");
  }

  /** Under a program of its own, which the test sets up. */
  static CardOnFile underItsOwnProgram() {
    return under("p" + UUID.randomUUID().toString().substring(0, 8));
  }

  private static CardOnFile under(String program) {
    var card = new CardOnFile(program);
    var database = TestDatabase.autoCommitting();
    database.update(
        """
        insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
          cycle_day, opened_on) values (?, ?, ?, 'USD', ?, 2000, 1, ?)
        """,
        card.account.value(),
        UUID.randomUUID(),
        program,
        LIMIT,
        LocalDate.EPOCH);
    database.update(
        """
        insert into card (id, account_id, customer_id, state, kind, bin, last4, expiry_month, expiry_year,
          security_code_scheme, created_at, version)
        values (?, ?, ?, 'active', 'virtual', '400000', '0001', 12, 2099, 'cvk', now(), 0)
        """,
        card.id.value(),
        card.account.value(),
        UUID.randomUUID());
    return card;
  }

  /** An online purchase at a shop, unless told otherwise. */
  Request asked(String key, long minor) {
    return new Request(key, minor);
  }

  /** What is asked, changed step by step. */
  final class Request {

    private final String key;
    private final long minor;
    private AuthorizationKind kind = AuthorizationKind.PURCHASE;
    private EntryMode entryMode = EntryMode.ECOMMERCE;
    private boolean partial;
    private String mcc = "5411";
    private Optional<NetworkReference> network = Optional.empty();
    private Evidence evidence = Evidence.NONE;
    private Optional<Advice> advice = Optional.empty();
    private Optional<String> externalId = Optional.empty();

    private Request(String key, long minor) {
      this.key = key;
      this.minor = minor;
    }

    Request as(AuthorizationKind value, EntryMode mode) {
      kind = value;
      entryMode = mode;
      return this;
    }

    Request partially(boolean value) {
      partial = value;
      return this;
    }

    Request at(String category) {
      mcc = category;
      return this;
    }

    Request over(NetworkReference value) {
      network = Optional.of(value);
      return this;
    }

    Request proving(Evidence value) {
      evidence = value;
      return this;
    }

    Request advising(Advice value) {
      advice = Optional.of(value);
      return this;
    }

    Request named(String value) {
      externalId = Optional.of(value);
      return this;
    }

    /** Named by the card's id, with a minute to answer. */
    PendingAuthorization pending() {
      return new PendingAuthorization(
          command(),
          Optional.of(id),
          Optional.empty(),
          Optional.empty(),
          SystemTime.now().plusSeconds(60));
    }

    AuthorizePurchase.Command command() {
      return new AuthorizePurchase.Command(
          new RequestKey(client, key, new Fingerprint("%016x".formatted(minor))),
          new AuthorizePurchase.CardReference.ById(id),
          kind,
          entryMode,
          Money.usd(minor),
          partial,
          new Merchant(
              "M1", "Shop", mcc, Optional.empty(), Optional.empty(), "US", Optional.empty()),
          network,
          evidence,
          advice,
          externalId,
          "{}",
          "api",
          snapshot -> new StoredAnswer(201, "text/plain", snapshot.reason() + " " + snapshot.id()));
    }
  }
}
