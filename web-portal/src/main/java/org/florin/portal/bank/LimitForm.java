package org.florin.portal.bank;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.access.Role;
import org.florin.applications.limits.ChangeLimit;
import org.florin.applications.limits.LimitChange;
import org.florin.applications.limits.LimitWish;
import org.florin.portal.format.Formats;
import org.florin.portal.format.Messages;
import org.florin.portal.format.TypedAmount;
import org.florin.portal.session.CurrentUser;
import org.florin.underwriting.ReasonTexts;
import org.jspecify.annotations.Nullable;

/**
 * Lowers an account's limit, on the account's page; a higher one is the cardholder's to ask for.
 */
@Named
@ViewScoped
public class LimitForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject AccountPage page;
  @Inject ChangeLimit change;
  @Inject CurrentUser user;
  @Inject Formats formats;

  private @Nullable BigDecimal limit;
  private List<String> reasons = List.of();

  /** Lowers it. */
  public void lower() {
    page.open();
    var account = page.getAccount();
    if (!isOpen() || account == null || limit == null) {
      Messages.failed("Which limit?");
      return;
    }
    var currency = account.creditLimit().currency();
    var amount = TypedAmount.of(limit, currency);
    var wish = new LimitWish(account.id(), Optional.empty(), amount, Optional.empty(), reasons);
    switch (change.handle(new ChangeLimit.Command(wish, Optional.empty(), user.actor()))) {
      case LimitChange.Changed changed ->
          Messages.done(
              "The limit is "
                  + formats.money(changed.creditLimit())
                  + " now. The cardholder is told by e-mail.");
      case LimitChange.Refused ignored -> Messages.failed("The credit policy says no.");
      case LimitChange.NotPossible not -> Messages.failed(not.why());
      case LimitChange.NotFound ignored -> Messages.failed("There is no such account.");
    }
    page.open();
  }

  /** Whether the person's role changes limits. */
  public boolean isOpen() {
    return user.getRole() == Role.UNDERWRITER || user.getRole() == Role.OPERATIONS;
  }

  public Map<String, String> getReasonChoices() {
    return ReasonTexts.forRefusal();
  }

  public @Nullable BigDecimal getLimit() {
    return limit;
  }

  public void setLimit(@Nullable BigDecimal limit) {
    this.limit = limit;
  }

  public List<String> getReasons() {
    return reasons;
  }

  public void setReasons(List<String> reasons) {
    this.reasons = reasons;
  }
}
