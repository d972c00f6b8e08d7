package org.florin.authorization;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationFacts.Request;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.rules.Program;
import org.florin.authorization.rules.Programs;
import org.florin.kernel.Money;

/**
 * Facts that read aloud: an active card with 1000.00 USD, asked for 45.00 at a shop, changed step
 * by step.
 */
final class Facts {

  static final YearMonth TODAY = YearMonth.of(2026, 11);

  private AuthorizationKind kind = AuthorizationKind.PURCHASE;
  private EntryMode entryMode = EntryMode.ECOMMERCE;
  private Money amount = Money.usd(4_500);
  private boolean partialApproval;
  private String mcc = "5411";
  private String country = "US";
  private Optional<YearMonth> givenExpiry = Optional.empty();
  private Optional<Boolean> codeRight = Optional.empty();
  private String state = "active";
  private Optional<String> closedReason = Optional.empty();
  private YearMonth expiry = YearMonth.of(2029, 12);
  private boolean verifiable = true;
  private String status = "open";
  private Money limit = Money.usd(100_000);
  private Money posted = Money.usd(0);
  private Money held = Money.usd(0);
  private Money cashLimit = Money.usd(20_000);
  private Money cashUsed = Money.usd(0);
  private SpendingControls controls = SpendingControls.NONE;
  private Program program = Programs.USUAL;
  private Evidence evidence = Evidence.NONE;
  private Optional<String> network = Optional.empty();
  private long authorizedBefore;
  private int pinTries;
  private Set<String> flags = Set.of();
  private int daysPastDue;
  private List<LimitUse> uses = List.of();
  private boolean known = true;

  static Facts ofAnActiveCard() {
    return new Facts();
  }

  Facts asking(String money) {
    amount = Money.parse(money);
    return this;
  }

  Facts as(AuthorizationKind value) {
    kind = value;
    return this;
  }

  Facts partiallyIfNeeded() {
    partialApproval = true;
    return this;
  }

  Facts withExpiryGiven(YearMonth value) {
    givenExpiry = Optional.of(value);
    return this;
  }

  Facts withSecurityCode(boolean right) {
    codeRight = Optional.of(right);
    return this;
  }

  Facts withoutVerifiableCode() {
    verifiable = false;
    return this;
  }

  Facts withCard(String value) {
    state = value;
    return this;
  }

  Facts closedAs(String reason) {
    state = "closed";
    closedReason = Optional.of(reason);
    return this;
  }

  Facts expiring(YearMonth value) {
    expiry = value;
    return this;
  }

  Facts withAccount(String value) {
    status = value;
    return this;
  }

  Facts posted(String money) {
    posted = Money.parse(money);
    return this;
  }

  Facts held(String money) {
    held = Money.parse(money);
    return this;
  }

  Facts cashUsed(String money) {
    cashUsed = Money.parse(money);
    return this;
  }

  Facts limitedTo(long transactionMinor) {
    controls =
        new SpendingControls(
            Optional.of(transactionMinor),
            controls.blockedMccs(),
            controls.blockedCountries(),
            controls.blockedEntryModes(),
            controls.stoppedMerchants(),
            controls.limits());
    return this;
  }

  Facts blocking(Set<String> mccs, Set<String> countries, Set<String> entryModes) {
    controls =
        new SpendingControls(
            controls.transactionLimitMinor(),
            mccs,
            countries,
            entryModes,
            controls.stoppedMerchants(),
            controls.limits());
    return this;
  }

  Facts stopping(String merchant) {
    controls =
        new SpendingControls(
            Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(merchant), List.of());
    return this;
  }

  Facts within(LimitUse use) {
    uses = List.of(use);
    return this;
  }

  Facts by(EntryMode mode) {
    entryMode = mode;
    return this;
  }

  Facts with(Evidence value) {
    evidence = value;
    return this;
  }

  Facts over(String networkName) {
    network = Optional.of(networkName);
    return this;
  }

  Facts onTopOf(long minor) {
    authorizedBefore = minor;
    return this;
  }

  Facts afterWrongPins(int tries) {
    pinTries = tries;
    return this;
  }

  Facts flagged(String flag) {
    flags = Set.of(flag);
    return this;
  }

  Facts pastDue(int days) {
    daysPastDue = days;
    return this;
  }

  Facts in(String land) {
    country = land;
    return this;
  }

  Facts at(String category) {
    mcc = category;
    return this;
  }

  Facts under(Program value) {
    program = value;
    return this;
  }

  Facts ofNoCard() {
    known = false;
    return this;
  }

  AuthorizationDecision decided() {
    var request =
        new Request(
            kind,
            entryMode,
            amount,
            partialApproval,
            new Merchant(
                "M1",
                "Corner Shop",
                mcc,
                Optional.empty(),
                Optional.empty(),
                country,
                Optional.empty()),
            givenExpiry,
            codeRight,
            evidence,
            network,
            new Money(authorizedBefore, amount.currency()));
    var card =
        new CardFacts(
            state,
            closedReason,
            expiry,
            verifiable,
            pinTries,
            status,
            flags,
            daysPastDue,
            limit,
            posted,
            held,
            cashLimit,
            cashUsed,
            List.of(controls, SpendingControls.NONE),
            uses,
            program);
    return AuthorizationPolicy.decide(
        new AuthorizationFacts(request, known ? Optional.of(card) : Optional.empty(), TODAY));
  }
}
