package org.florin.portal.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.applications.ApplicationForm.Employment;
import org.florin.applications.ApplicationForm.Housing;
import org.florin.applications.limits.AssessLimit;
import org.florin.applications.limits.ChangeLimit;
import org.florin.applications.limits.LimitChange;
import org.florin.applications.limits.LimitWish;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.portal.format.Formats;
import org.florin.portal.format.Messages;
import org.florin.portal.format.TypedAmount;
import org.florin.portal.session.CurrentUser;
import org.florin.underwriting.DecisionReason;
import org.jspecify.annotations.Nullable;

/** A cardholder asks for another credit limit and hears at once. */
@Named
@ViewScoped
public class CreditLimitPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FindAccounts accounts;
  @Inject AssessLimit assess;
  @Inject ChangeLimit change;
  @Inject CurrentUser user;
  @Inject Formats formats;

  private transient @Nullable AccountView account;
  private transient List<DecisionReason> reasons = List.of();
  private @Nullable BigDecimal limit;
  private @Nullable BigDecimal annualIncome;
  private @Nullable BigDecimal housingPayment;
  private String housing = "rent";
  private String employment = "employed";

  @PostConstruct
  void open() {
    account = accounts.ofCustomer(user.customer()).stream().findFirst().orElse(null);
  }

  /** Asks. */
  public void ask() {
    open();
    if (account == null || limit == null || limit.signum() <= 0) {
      Messages.failed("Which limit would you like?");
      return;
    }
    var wish =
        new LimitWish(account.id(), Optional.of(user.customer()), money(limit), means(), List.of());
    switch (change.handle(new ChangeLimit.Command(wish, assess.handle(wish), user.actor()))) {
      case LimitChange.Changed changed ->
          Messages.done("Your credit limit is " + formats.money(changed.creditLimit()) + " now.");
      case LimitChange.Refused refused -> reasons = refused.reasons();
      case LimitChange.NotPossible not -> Messages.failed(not.why());
      case LimitChange.NotFound ignored -> Messages.failed("There is no such account.");
    }
    open();
  }

  private Optional<LimitWish.Means> means() {
    return annualIncome == null
        ? Optional.empty()
        : Optional.of(
            new LimitWish.Means(
                money(annualIncome),
                new Housing(
                    housing, money(housingPayment == null ? BigDecimal.ZERO : housingPayment)),
                new Employment(employment, Optional.empty())));
  }

  private static Money money(BigDecimal amount) {
    return TypedAmount.of(amount, CurrencyCode.USD);
  }

  public @Nullable AccountView getAccount() {
    return account;
  }

  /** Why it was refused, heaviest first. */
  public List<DecisionReason> getReasons() {
    return reasons;
  }

  public @Nullable BigDecimal getLimit() {
    return limit;
  }

  public void setLimit(@Nullable BigDecimal limit) {
    this.limit = limit;
  }

  public @Nullable BigDecimal getAnnualIncome() {
    return annualIncome;
  }

  public void setAnnualIncome(@Nullable BigDecimal annualIncome) {
    this.annualIncome = annualIncome;
  }

  public @Nullable BigDecimal getHousingPayment() {
    return housingPayment;
  }

  public void setHousingPayment(@Nullable BigDecimal housingPayment) {
    this.housingPayment = housingPayment;
  }

  public String getHousing() {
    return housing;
  }

  public void setHousing(String housing) {
    this.housing = housing;
  }

  public String getEmployment() {
    return employment;
  }

  public void setEmployment(String employment) {
    this.employment = employment;
  }
}
