package org.florin.portal.payments;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.kernel.Money;
import org.florin.payments.FindPayments;
import org.florin.payments.MakePayment;
import org.florin.payments.PaymentView;
import org.florin.payments.Rail;
import org.florin.portal.accounts.OwnAccounts;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.statements.AccountStanding;
import org.florin.statements.FindStatements;
import org.florin.statements.PaymentPreview;
import org.jspecify.annotations.Nullable;

/** Paying what is owed, and how the payments go. */
@Named
@ViewScoped
public class PayPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int PAYMENTS_SHOWN = 10;

  /** Where money can come from. */
  public record Method(String key, Rail rail, String reference, String label) {}

  private static final List<Method> METHODS =
      List.of(
          new Method("visa", Rail.STRIPE, "pm_card_visa", "Visa test card ending in 4242"),
          new Method(
              "mastercard",
              Rail.STRIPE,
              "pm_card_mastercard",
              "Mastercard test card ending in 4444"),
          new Method(
              "declined",
              Rail.STRIPE,
              "pm_card_chargeDeclinedInsufficientFunds",
              "Test card that is always short of funds"),
          new Method(
              "bank", Rail.MAINFRAME, "checking", "My checking account at this bank (mainframe)"));

  @Inject CurrentUser user;
  @Inject OwnAccounts accounts;
  @Inject MakePayment makePayment;
  @Inject FindPayments findPayments;
  @Inject FindStatements statements;

  private transient @Nullable AccountView account;
  private transient List<PaymentView> payments = List.of();
  private transient @Nullable AccountStanding standing;
  private transient @Nullable PaymentPreview preview;
  private String choice = "full";
  private @Nullable BigDecimal amount;
  private String method = "visa";

  @PostConstruct
  void open() {
    refresh();
    if (account != null && !account.postedBalance().isPositive()) {
      choice = "other";
    }
  }

  /** Reads account and payments anew. */
  public void refresh() {
    var found = accounts.of(user.customer());
    if (found.isPresent()) {
      account = found.get();
      standing = statements.standing(account.id()).orElse(null);
      payments =
          findPayments.page(
              Optional.of(account.id()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              PAYMENTS_SHOWN);
    }
  }

  /** Shows which balances the payment would pay. */
  public void look() {
    refresh();
    preview = null;
    if (account == null) {
      return;
    }
    var sum = sum(account);
    if (sum.isEmpty()) {
      Messages.field("pay:amount", "How much? More than nothing, in dollars and cents.");
      return;
    }
    preview = statements.preview(account.id(), sum.get().minor()).orElse(null);
  }

  /** Gives the order to pay. */
  public void pay() {
    refresh();
    if (account == null) {
      return;
    }
    var sum = sum(account);
    if (sum.isEmpty()) {
      Messages.field("pay:amount", "How much? More than nothing, in dollars and cents.");
      return;
    }
    var from = METHODS.stream().filter(each -> each.key().equals(method)).findFirst().orElseThrow();
    var outcome =
        makePayment.handle(
            new MakePayment.Command(
                account.id(),
                sum.get(),
                from.rail(),
                from.reference(),
                Optional.empty(),
                Optional.empty(),
                user.actor().name(),
                user.actor().channel()));
    switch (outcome) {
      case MakePayment.Outcome.Taken taken -> {
        Messages.done("Your payment is on its way. Its status is shown beside.");
        amount = null;
      }
      case MakePayment.Outcome.AccountUnknown unknown -> Messages.failed("There is no account.");
      case MakePayment.Outcome.AmountRefused refused ->
          Messages.field("pay:amount", "This amount can't be paid.");
      case MakePayment.Outcome.DuplicateExternalId duplicate ->
          Messages.failed("This payment was made before.");
    }
    refresh();
  }

  private Optional<Money> sum(AccountView payable) {
    if (choice.equals("full")) {
      return Optional.of(payable.postedBalance()).filter(Money::isPositive);
    }
    if (choice.equals("minimum")) {
      return getMinimum();
    }
    if (choice.equals("statement")) {
      return getStatementBalance();
    }
    if (amount == null || amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
      return Optional.empty();
    }
    var currency = payable.postedBalance().currency();
    return Optional.of(
            new Money(
                amount
                    .movePointRight(currency.fractionDigits())
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValue(),
                currency))
        .filter(each -> each.minor() <= MakePayment.AMOUNT_MAX_MINOR);
  }

  public @Nullable AccountView getAccount() {
    return account;
  }

  /** Still to pay at least; empty where nothing is asked for. */
  public Optional<Money> getMinimum() {
    return Optional.ofNullable(standing).map(AccountStanding::required).filter(Money::isPositive);
  }

  /** Balance of the latest statement without what is in dispute; empty where nothing was owed. */
  public Optional<Money> getStatementBalance() {
    return Optional.ofNullable(standing)
        .flatMap(AccountStanding::statement)
        .map(latest -> latest.balance().minus(latest.disputed()))
        .filter(Money::isPositive);
  }

  public @Nullable PaymentPreview getPreview() {
    return preview;
  }

  public List<PaymentView> getPayments() {
    return payments;
  }

  public List<Method> getMethods() {
    return METHODS;
  }

  /** Whether a payment waits for its rail. */
  public boolean isUnderway() {
    return payments.stream().anyMatch(payment -> !payment.status().isFinal());
  }

  /** Where a payment came from. */
  public String label(PaymentView payment) {
    return METHODS.stream()
        .filter(each -> each.rail() == payment.rail() && each.reference().equals(payment.method()))
        .map(Method::label)
        .findFirst()
        .orElse("Payment");
  }

  public String getChoice() {
    return choice;
  }

  public void setChoice(String choice) {
    this.choice = choice;
  }

  public @Nullable BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(@Nullable BigDecimal amount) {
    this.amount = amount;
  }

  public String getMethod() {
    return method;
  }

  public void setMethod(String method) {
    this.method = method;
  }
}
