package org.florin.cards;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/** A card, without its number. */
@Entity
@Table(name = "card")
class Card {

  /** Cards issued here have codes derived from the card verification key. */
  static final String CODE_FROM_KEY = "cvk";

  /** The codes of cards taken over from elsewhere aren't known. */
  static final String CODE_UNKNOWN = "none";

  /** Every state but the final one. */
  static final Set<CardState> NOT_CLOSED =
      Set.of(CardState.PENDING_ACTIVATION, CardState.ACTIVE, CardState.PAUSED);

  private static final Set<ClosingReason> NUMBER_GONE =
      Set.of(ClosingReason.LOST, ClosingReason.STOLEN, ClosingReason.COMPROMISED);

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "customer_id")
  private UUID customerId;

  private String state;

  @Column(name = "closed_reason")
  private @Nullable String closedReason;

  private String kind;
  private String bin;
  private String last4;

  @Column(name = "expiry_month")
  private int expiryMonth;

  @Column(name = "expiry_year")
  private int expiryYear;

  @Column(name = "security_code_scheme")
  private String securityCodeScheme;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Column(name = "activated_at")
  private @Nullable Instant activatedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  private @Nullable UUID replaces;

  @Column(name = "sequence_number")
  private int sequenceNumber;

  @Version private long version;

  protected Card() {}

  /** A new card; a virtual one is active at once, plastic waits for its holder. */
  static Card issue(
      CardId id,
      AccountId account,
      CustomerId customer,
      CardNumber number,
      int expiryMonth,
      int expiryYear,
      CardKind kind,
      Instant now) {
    var card = new Card();
    card.id = id.value();
    card.accountId = account.value();
    card.customerId = customer.value();
    card.kind = kind.word();
    card.bin = number.bin();
    card.last4 = number.last4();
    card.expiryMonth = expiryMonth;
    card.expiryYear = expiryYear;
    card.securityCodeScheme = CODE_FROM_KEY;
    card.createdAt = now;
    card.sequenceNumber = 1;
    card.state = CardState.PENDING_ACTIVATION.word();
    if (kind == CardKind.VIRTUAL) {
      card.state = CardState.ACTIVE.word();
      card.activatedAt = now;
    }
    return card;
  }

  /** A card that another system issued. */
  static Card takeOver(
      CardId id,
      AccountId account,
      CustomerId customer,
      CardNumber number,
      int expiryMonth,
      int expiryYear,
      boolean active,
      Instant now) {
    var card =
        issue(id, account, customer, number, expiryMonth, expiryYear, CardKind.PHYSICAL, now);
    card.securityCodeScheme = CODE_UNKNOWN;
    if (active) {
      card.state = CardState.ACTIVE.word();
      card.activatedAt = now;
    } else {
      card.state = CardState.CLOSED.word();
      card.closedReason = ClosingReason.BANK.word();
    }
    return card;
  }

  void activate(Instant now) {
    step(Set.of(CardState.PENDING_ACTIVATION), CardState.ACTIVE);
    activatedAt = now;
  }

  void pause() {
    step(Set.of(CardState.ACTIVE), CardState.PAUSED);
  }

  void resume() {
    step(Set.of(CardState.PAUSED), CardState.ACTIVE);
  }

  void close(ClosingReason reason) {
    step(NOT_CLOSED, CardState.CLOSED);
    closedReason = reason.word();
  }

  void takesPlaceOf(CardId old) {
    replaces = old.value();
  }

  /**
   * A new plastic under the same number.
   *
   * @param validUntil with a date in the month that the new one expires in
   */
  void reissue(Optional<LocalDate> validUntil) {
    sequenceNumber++;
    validUntil.ifPresent(
        date -> {
          expiryMonth = date.getMonthValue();
          expiryYear = date.getYear();
        });
  }

  /** Whether it was closed because others may know its number. */
  boolean isNumberGone() {
    return closedReason != null && NUMBER_GONE.contains(ClosingReason.of(closedReason));
  }

  private void step(Set<CardState> from, CardState wanted) {
    if (!from.contains(state())) {
      throw new IllegalStateException("a card can't go from " + state + " to " + wanted.word());
    }
    state = wanted.word();
  }

  CardState state() {
    return CardState.of(state);
  }

  /** Whether its security code is computed from our key; that of a card taken over isn't known. */
  boolean hasSecurityCode() {
    return securityCodeScheme.equals(CODE_FROM_KEY);
  }

  CardId id() {
    return new CardId(id);
  }

  AccountId account() {
    return new AccountId(accountId);
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  CardView view() {
    return new CardView(
        id(),
        account(),
        customer(),
        state(),
        Optional.ofNullable(closedReason).map(ClosingReason::of),
        CardKind.of(kind),
        bin,
        last4,
        expiryMonth,
        expiryYear,
        Optional.ofNullable(externalId),
        Optional.ofNullable(activatedAt),
        createdAt,
        Optional.ofNullable(replaces).map(CardId::new),
        sequenceNumber,
        version);
  }
}
