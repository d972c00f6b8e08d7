package org.florin.portal.cards;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.authorization.EntryMode;
import org.florin.authorization.controls.ControlAccount;
import org.florin.authorization.controls.ControlCard;
import org.florin.authorization.controls.FindControls;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.controls.SpendingLimit;
import org.florin.authorization.controls.SpendingLimit.Window;
import org.florin.cards.CardView;
import org.florin.cards.FindCards;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.portal.accounts.OwnAccounts;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;

/** What a cardholder allows on a card, or on all cards of the account, and what is left of it. */
@Named
@ViewScoped
public class LimitsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final BigDecimal AMOUNT_MAX = new BigDecimal("999999.99");

  /** A limit as it is shown. */
  public record Shown(String window, Optional<Money> max, Money used, Optional<Money> left) {}

  @Inject CurrentUser user;
  @Inject OwnAccounts accounts;
  @Inject FindControls find;
  @Inject ControlAccount control;
  @Inject ControlCard controlCard;
  @Inject FindCards findCards;

  private String cardId = "";
  private transient @Nullable AccountView account;
  private transient @Nullable CardView card;
  private transient List<Shown> limits = List.of();
  private @Nullable BigDecimal purchase;
  private @Nullable BigDecimal day;
  private @Nullable BigDecimal month;
  private boolean online;
  private boolean machines;

  /** Reads what is set. */
  public void open() {
    if (!known()) {
      return;
    }
    var inUse = inUse();
    var controls = inUse.controls();
    limits = inUse.uses().stream().map(use -> shown(use, currency())).toList();
    purchase = controls.transactionLimitMinor().map(this::major).orElse(null);
    day = amount(controls, Window.DAY);
    month = amount(controls, Window.MONTH);
    online = !controls.blockedEntryModes().contains(EntryMode.ECOMMERCE.code());
    machines = !controls.blockedEntryModes().contains(EntryMode.ATM.code());
  }

  /** Sets the limits; empty ones are none. What else is restricted stays so. */
  public void save() {
    if (!known()
        || !valid("limits:purchase", purchase)
        || !valid("limits:day", day)
        || !valid("limits:month", month)) {
      return;
    }
    var before = inUse().controls();
    var windows = new ArrayList<SpendingLimit>();
    before.limits().stream()
        .filter(limit -> limit.window() != Window.DAY && limit.window() != Window.MONTH)
        .forEach(windows::add);
    limit(Window.DAY, day).ifPresent(windows::add);
    limit(Window.MONTH, month).ifPresent(windows::add);
    set(
        new SpendingControls(
            Optional.ofNullable(purchase).map(this::minor),
            before.blockedMccs(),
            before.blockedCountries(),
            channels(before),
            before.stoppedMerchants(),
            windows));
    Messages.done("Saved. The next purchase goes by it.");
    open();
  }

  /** Finds the cardholder's own account, or the card that is named. */
  private boolean known() {
    card =
        cardId.isEmpty()
            ? null
            : findCards.byCustomer(user.customer()).stream()
                .filter(each -> each.id().toString().equals(cardId))
                .findFirst()
                .orElse(null);
    account = accounts.of(user.customer()).filter(own -> isNamed(own)).orElse(null);
    return account != null;
  }

  private boolean isNamed(AccountView own) {
    return cardId.isEmpty() || (card != null && card.account().equals(own.id()));
  }

  private FindControls.InUse inUse() {
    var own = Objects.requireNonNull(account).id();
    return card == null ? find.ofAccount(own) : find.ofCard(card.id(), own);
  }

  private void set(SpendingControls controls) {
    var own = Objects.requireNonNull(account).id();
    if (card == null) {
      control.handle(new ControlAccount.Command(own, controls, user.actor()));
    } else {
      controlCard.handle(new ControlCard.Command(card.id(), own, controls, user.actor()));
    }
  }

  private HashSet<String> channels(SpendingControls before) {
    var blocked = new HashSet<>(before.blockedEntryModes());
    block(blocked, EntryMode.ECOMMERCE, !online);
    block(blocked, EntryMode.ATM, !machines);
    return blocked;
  }

  private static void block(HashSet<String> blocked, EntryMode mode, boolean block) {
    if (block) {
      blocked.add(mode.code());
    } else {
      blocked.remove(mode.code());
    }
  }

  private static boolean valid(String field, @Nullable BigDecimal amount) {
    var valid =
        amount == null
            || (amount.signum() >= 0
                && amount.compareTo(AMOUNT_MAX) <= 0
                && amount.stripTrailingZeros().scale() <= 2);
    if (!valid) {
      Messages.field(field, "An amount in dollars and cents, up to 999,999.99.");
    }
    return valid;
  }

  private Optional<SpendingLimit> limit(Window window, @Nullable BigDecimal amount) {
    return Optional.ofNullable(amount)
        .map(
            max ->
                new SpendingLimit(
                    window, 0, ZoneOffset.UTC, Optional.of(minor(max)), Optional.empty()));
  }

  private @Nullable BigDecimal amount(SpendingControls controls, Window window) {
    return controls.limits().stream()
        .filter(limit -> limit.window() == window)
        .flatMap(limit -> limit.amountMaxMinor().stream())
        .findFirst()
        .map(this::major)
        .orElse(null);
  }

  private static Shown shown(LimitUse use, CurrencyCode currency) {
    var limit = use.limit();
    return new Shown(
        switch (limit.window()) {
          case DAY -> "Today";
          case WEEK -> "This week";
          case MONTH -> "This month";
          case ROLLING -> "Last " + limit.hours() + " hours";
        },
        limit.amountMaxMinor().map(minor -> new Money(minor, currency)),
        new Money(use.spentMinor(), currency),
        use.remainingMinor().map(minor -> new Money(minor, currency)));
  }

  private BigDecimal major(long minor) {
    return new Money(minor, currency()).decimal();
  }

  private long minor(BigDecimal major) {
    return major.movePointRight(currency().fractionDigits()).longValueExact();
  }

  private CurrencyCode currency() {
    return account == null ? CurrencyCode.USD : account.creditLimit().currency();
  }

  public String getCardId() {
    return cardId;
  }

  public void setCardId(@Nullable String cardId) {
    this.cardId = cardId == null ? "" : cardId;
  }

  /** The card whose limits these are; none for all cards of the account. */
  public @Nullable CardView getCard() {
    return card;
  }

  public boolean isKnown() {
    return account != null;
  }

  public List<Shown> getLimits() {
    return limits;
  }

  public @Nullable BigDecimal getPurchase() {
    return purchase;
  }

  public void setPurchase(@Nullable BigDecimal purchase) {
    this.purchase = purchase;
  }

  public @Nullable BigDecimal getDay() {
    return day;
  }

  public void setDay(@Nullable BigDecimal day) {
    this.day = day;
  }

  public @Nullable BigDecimal getMonth() {
    return month;
  }

  public void setMonth(@Nullable BigDecimal month) {
    this.month = month;
  }

  public boolean isOnline() {
    return online;
  }

  public void setOnline(boolean online) {
    this.online = online;
  }

  public boolean isMachines() {
    return machines;
  }

  public void setMachines(boolean machines) {
    this.machines = machines;
  }
}
