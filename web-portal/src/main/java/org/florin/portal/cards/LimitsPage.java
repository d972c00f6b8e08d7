package org.florin.portal.cards;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.authorization.EntryMode;
import org.florin.authorization.controls.ControlAccount;
import org.florin.authorization.controls.FindControls;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.controls.SpendingLimit;
import org.florin.authorization.controls.SpendingLimit.Window;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.portal.accounts.OwnAccounts;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;

/** What a cardholder allows on all cards of the account, and what is left of it. */
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

  private transient @Nullable AccountView account;
  private transient List<Shown> limits = List.of();
  private @Nullable BigDecimal purchase;
  private @Nullable BigDecimal day;
  private @Nullable BigDecimal month;
  private boolean online;
  private boolean machines;

  @PostConstruct
  void open() {
    var found = accounts.of(user.customer());
    if (found.isEmpty()) {
      return;
    }
    account = found.get();
    var inUse = find.ofAccount(account.id());
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
    var own = accounts.of(user.customer());
    if (own.isEmpty()) {
      return;
    }
    account = own.get();
    if (!valid("limits:purchase", purchase)
        || !valid("limits:day", day)
        || !valid("limits:month", month)) {
      return;
    }
    var before = find.ofAccount(account.id()).controls();
    var windows = new ArrayList<SpendingLimit>();
    before.limits().stream()
        .filter(limit -> limit.window() != Window.DAY && limit.window() != Window.MONTH)
        .forEach(windows::add);
    limit(Window.DAY, day).ifPresent(windows::add);
    limit(Window.MONTH, month).ifPresent(windows::add);
    control.handle(
        new ControlAccount.Command(
            account.id(),
            new SpendingControls(
                Optional.ofNullable(purchase).map(this::minor),
                before.blockedMccs(),
                before.blockedCountries(),
                channels(before),
                before.stoppedMerchants(),
                windows),
            user.actor()));
    Messages.done("Saved. The next purchase goes by it.");
    open();
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
