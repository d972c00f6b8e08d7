package org.florin.portal.bank;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.access.Role;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.BusinessClock;
import org.florin.offers.CapRate;
import org.florin.offers.CapReason;
import org.florin.offers.FindOffers;
import org.florin.offers.OfferPromotion;
import org.florin.offers.RateChange;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;
import org.jspecify.annotations.Nullable;

/** Rates that one account has for a while. */
@Named
@ViewScoped
public class RatesPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int OFFERED_MONTHS = 2;
  private static final int LASTS_MONTHS = 12;

  @Inject FindAccounts accounts;
  @Inject FindOffers find;
  @Inject OfferPromotion offer;
  @Inject CapRate cap;
  @Inject BusinessClock clock;
  @Inject CurrentUser user;

  private String id = "";
  private transient @Nullable AccountView account;
  private String code = "";
  private BalanceKind kind = BalanceKind.PURCHASE;
  private BigDecimal rate = BigDecimal.ZERO;
  private @Nullable LocalDate offeredFrom;
  private @Nullable LocalDate offeredUntil;
  private @Nullable LocalDate endsOn;
  private CapReason reason = CapReason.SCRA;
  private @Nullable LocalDate cappedFrom;
  private @Nullable LocalDate cappedUntil;

  /** Reads the account and proposes dates. */
  public void open() {
    account = find().orElse(null);
    if (offeredFrom == null) {
      var today = clock.businessDate();
      offeredFrom = today;
      offeredUntil = today.plusMonths(OFFERED_MONTHS);
      endsOn = today.plusMonths(LASTS_MONTHS);
      cappedFrom = today;
    }
  }

  /** Offers the promotion that was filled in. */
  public void offer() {
    if (account == null || offeredFrom == null || offeredUntil == null || endsOn == null) {
      return;
    }
    var promotion =
        new Promotion(code, kind, new AnnualRate(rate), offeredFrom, offeredUntil, endsOn);
    tell(
        offer.handle(new OfferPromotion.Command(account.id(), promotion, user.actor())),
        "The promotion is offered.");
  }

  /** Notes the cap that was filled in. */
  public void cap() {
    if (account == null || cappedFrom == null) {
      return;
    }
    tell(
        cap.handle(
            new CapRate.Command(
                account.id(), reason, cappedFrom, Optional.ofNullable(cappedUntil), user.actor())),
        "The cap is noted.");
  }

  private void tell(RateChange change, String done) {
    switch (change) {
      case RateChange.Done ignored -> Messages.done(done);
      case RateChange.NoAccount ignored -> Messages.failed("There is no such account.");
      case RateChange.Refused refused ->
          refused
              .faults()
              .forEach(
                  fault ->
                      Messages.failed(fault.member().replace('_', ' ') + ": " + fault.message()));
    }
  }

  private Optional<AccountView> find() {
    try {
      return accounts.byId(AccountId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Who may change rates. */
  public boolean isOperator() {
    return user.getRole() == Role.OPERATIONS;
  }

  public List<Promotion> getPromotions() {
    return account == null ? List.of() : find.promotions(account.id());
  }

  public List<RateCap> getCaps() {
    return account == null ? List.of() : find.caps(account.id());
  }

  /** Kinds of balances that a promotion may be for. */
  public List<BalanceKind> getKinds() {
    return List.of(BalanceKind.PURCHASE, BalanceKind.CASH_ADVANCE, BalanceKind.BALANCE_TRANSFER);
  }

  public List<CapReason> getReasons() {
    return List.of(CapReason.values());
  }

  public @Nullable AccountView getAccount() {
    return account;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code.strip();
  }

  public BalanceKind getKind() {
    return kind;
  }

  public void setKind(BalanceKind kind) {
    this.kind = kind;
  }

  public BigDecimal getRate() {
    return rate;
  }

  public void setRate(BigDecimal rate) {
    this.rate = rate;
  }

  public @Nullable LocalDate getOfferedFrom() {
    return offeredFrom;
  }

  public void setOfferedFrom(@Nullable LocalDate offeredFrom) {
    this.offeredFrom = offeredFrom;
  }

  public @Nullable LocalDate getOfferedUntil() {
    return offeredUntil;
  }

  public void setOfferedUntil(@Nullable LocalDate offeredUntil) {
    this.offeredUntil = offeredUntil;
  }

  public @Nullable LocalDate getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(@Nullable LocalDate endsOn) {
    this.endsOn = endsOn;
  }

  public CapReason getReason() {
    return reason;
  }

  public void setReason(CapReason reason) {
    this.reason = reason;
  }

  public @Nullable LocalDate getCappedFrom() {
    return cappedFrom;
  }

  public void setCappedFrom(@Nullable LocalDate cappedFrom) {
    this.cappedFrom = cappedFrom;
  }

  public @Nullable LocalDate getCappedUntil() {
    return cappedUntil;
  }

  public void setCappedUntil(@Nullable LocalDate cappedUntil) {
    this.cappedUntil = cappedUntil;
  }
}
