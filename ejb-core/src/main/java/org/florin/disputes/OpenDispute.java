package org.florin.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.ClientId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.DisputeId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Journal;
import org.florin.ledger.Posting;
import org.florin.statements.FindStatements;

/** Takes what somebody says is wrong about a booked transaction. */
@Stateless
public class OpenDispute {

  /** Most characters of an explanation. */
  public static final int EXPLANATION_LENGTH_MAX = 2000;

  /**
   * @param amount empty for all of the transaction that is not in dispute yet
   * @param owner whose own account it must be; empty for staff and partners
   * @param lateReason why staff take it although the time is over
   */
  public record Command(
      TransactionId transaction,
      DisputeReason reason,
      Optional<Money> amount,
      String explanation,
      Optional<CustomerId> owner,
      Optional<ClientId> client,
      Optional<String> lateReason,
      Actor actor) {}

  /** What became of it. */
  public sealed interface Outcome {

    /** It is on the board. */
    record Opened(DisputeView dispute) implements Outcome {}

    /** It was not taken, and nothing changed. */
    record Refused(DisputeRefusal why) implements Outcome {}
  }

  @Inject Disputes disputes;
  @Inject DisputeDesk desk;
  @Inject DisputeMoney money;
  @Inject AccountBook book;
  @Inject FindAccounts accounts;
  @Inject Journal journal;
  @Inject FindStatements statements;
  @Inject BusinessClock clock;

  /** Whether a posting is of a kind that can be disputed. */
  public static boolean takes(Posting posting) {
    return DisputeIntakePolicy.isDisputable(posting.kind(), posting.amount());
  }

  public Outcome handle(Command command) {
    return journal
        .find(command.transaction())
        .filter(booked -> isVisible(booked.posting(), command.owner()))
        .map(booked -> handle(command, booked))
        .orElseGet(() -> new Outcome.Refused(new DisputeRefusal.TransactionUnknown()));
  }

  private boolean isVisible(Posting posting, Optional<CustomerId> owner) {
    return owner
        .map(
            customer ->
                accounts
                    .byId(posting.account())
                    .filter(account -> account.customer().equals(customer))
                    .isPresent())
        .orElse(true);
  }

  private Outcome handle(Command command, Journal.Booked booked) {
    var posting = booked.posting();
    book.lock(List.of(posting.account()));
    var undisputed =
        posting
            .amount()
            .minus(new Money(disputes.disputedMinor(posting.id()), posting.amount().currency()));
    var wanted = command.amount().orElse(undisputed);
    var today = clock.businessDate();
    var rule = disputes.rule(today);
    var refusal =
        DisputeIntakePolicy.refusal(
            new DisputeIntakePolicy.Facts(
                posting.kind(),
                command.reason(),
                posting.amount(),
                undisputed,
                wanted,
                statements.firstShowing(booked),
                today,
                command.lateReason().isPresent()),
            rule);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    var cycleDay = accounts.byId(posting.account()).orElseThrow().cycleDay();
    var dispute =
        new DisputeView(
            DisputeId.create(),
            posting.account(),
            posting.id(),
            command.client(),
            command.reason(),
            command.explanation(),
            command.lateReason(),
            DisputeState.RECEIVED,
            wanted.currency(),
            Liability.undecided(wanted.minor()),
            0,
            today,
            DisputeDeadlines.of(rule, today, posting.bookedOn(), cycleDay),
            clock.now(),
            clock.now());
    disputes.add(dispute);
    money.open(dispute);
    desk.note(
        dispute,
        new DisputeDesk.Order(
            dispute.id(), DisputeStep.OPEN, command.lateReason().orElse(""), command.actor()));
    return new Outcome.Opened(dispute);
  }
}
