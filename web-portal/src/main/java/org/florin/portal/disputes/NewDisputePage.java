package org.florin.portal.disputes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.florin.access.Role;
import org.florin.accounts.FindAccounts;
import org.florin.disputes.DisputeReason;
import org.florin.disputes.DisputeRefusal;
import org.florin.disputes.OpenDispute;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Journal;
import org.florin.portal.accounts.PostedLine;
import org.florin.portal.format.Formats;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Says what is wrong with a transaction: for cardholders, and for staff on their behalf. */
@Named
@ViewScoped
public class NewDisputePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int LATE_REASON_LENGTH_MAX = 500;

  /** A kind of complaint in the cardholder's words. */
  public record Choice(DisputeReason reason, String words) {}

  private static final List<Choice> REASONS =
      List.of(
          new Choice(DisputeReason.UNAUTHORIZED, "It wasn't me, nor anybody I let use my card"),
          new Choice(DisputeReason.WRONG_AMOUNT, "The amount, the date or the merchant is wrong"),
          new Choice(DisputeReason.NOT_RECEIVED, "I didn't get what I paid for"),
          new Choice(DisputeReason.QUALITY, "It is faulty, and the merchant doesn't help"),
          new Choice(DisputeReason.CREDIT_MISSING, "A refund or payment is missing"),
          new Choice(DisputeReason.COMPUTATION, "A fee or interest was reckoned wrongly"),
          new Choice(DisputeReason.CLARIFICATION, "I need to know more about it"));

  @Inject CurrentUser user;
  @Inject FindAccounts accounts;
  @Inject Journal journal;
  @Inject OpenDispute openDispute;
  @Inject Formats formats;

  private String id = "";
  private DisputeReason reason = DisputeReason.UNAUTHORIZED;
  private @Nullable BigDecimal amount;
  private String explanation = "";
  private String lateReason = "";
  private transient @Nullable PostedLine transaction;

  /** Reads the transaction. */
  public void open() {
    transaction = visible().map(PostedLine::of).orElse(null);
    if (transaction != null && amount == null) {
      amount = transaction.amount().decimal();
    }
  }

  /** Opens the dispute and shows it. */
  public void send() {
    open();
    if (transaction == null) {
      return;
    }
    if (explanation.isBlank()) {
      Messages.field("dispute:explanation", "Tell us what happened.");
      return;
    }
    var wanted = wanted(transaction);
    if (wanted.isEmpty()) {
      Messages.field("dispute:amount", "How much is wrong? In dollars and cents.");
      return;
    }
    var command =
        new OpenDispute.Command(
            TransactionId.parse(id),
            reason,
            wanted,
            explanation.strip(),
            owner(),
            Optional.empty(),
            Optional.of(lateReason.strip()).filter(text -> !text.isEmpty() && isStaff()),
            user.actor());
    switch (openDispute.handle(command)) {
      case OpenDispute.Outcome.Opened opened ->
          Faces.redirect(
              (isStaff() ? "bank/" : "") + "dispute?id=%s", opened.dispute().id().toString());
      case OpenDispute.Outcome.Refused refused -> Messages.failed(words(refused.why()));
    }
  }

  private String words(DisputeRefusal refusal) {
    return switch (refusal) {
      case DisputeRefusal.TransactionUnknown unknown -> "There is no such transaction.";
      case DisputeRefusal.NotDisputable not -> "Nothing was charged here.";
      case DisputeRefusal.AboveUndisputed above ->
          "Only " + formats.money(above.undisputed()) + " of it is not in dispute yet.";
      case DisputeRefusal.TooLate late ->
          "It could be disputed until " + formats.day(late.lastDay()) + ". Please call us.";
      case DisputeRefusal.QualityTooSmall small ->
          "For faulty goods we can help above " + formats.money(small.above()) + ".";
    };
  }

  private Optional<Money> wanted(PostedLine line) {
    var currency = line.amount().currency();
    if (amount == null
        || amount.signum() <= 0
        || amount.stripTrailingZeros().scale() > currency.fractionDigits()
        || amount.compareTo(line.amount().decimal()) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Money(
            amount
                .movePointRight(currency.fractionDigits())
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValue(),
            currency));
  }

  private Optional<Journal.Booked> visible() {
    try {
      return journal
          .find(TransactionId.parse(id))
          .filter(booked -> booked.posting().amount().isPositive())
          .filter(
              booked ->
                  owner()
                      .map(
                          customer ->
                              accounts
                                  .byId(booked.posting().account())
                                  .filter(account -> account.customer().equals(customer))
                                  .isPresent())
                      .orElse(true));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Cardholders see only their own; staff see all. */
  private Optional<CustomerId> owner() {
    return isStaff() ? Optional.empty() : Optional.of(user.customer());
  }

  public boolean isStaff() {
    return user.getRole() == Role.OPERATIONS;
  }

  public List<Choice> getReasons() {
    return REASONS;
  }

  public int getExplanationLengthMax() {
    return OpenDispute.EXPLANATION_LENGTH_MAX;
  }

  public int getLateReasonLengthMax() {
    return LATE_REASON_LENGTH_MAX;
  }

  public @Nullable PostedLine getTransaction() {
    return transaction;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public DisputeReason getReason() {
    return reason;
  }

  public void setReason(DisputeReason reason) {
    this.reason = reason;
  }

  public @Nullable BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(@Nullable BigDecimal amount) {
    this.amount = amount;
  }

  public String getExplanation() {
    return explanation;
  }

  public void setExplanation(String explanation) {
    this.explanation = explanation;
  }

  public String getLateReason() {
    return lateReason;
  }

  public void setLateReason(String lateReason) {
    this.lateReason = lateReason;
  }
}
