package org.florin.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.florin.accounts.AccountBook;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.ledger.BankEntry;
import org.florin.ledger.Journal;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.statements.DisputedAmounts;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.tape.DisputeChange;
import org.florin.statements.tape.DisputeChange.Kind;

/** The books of disputes: postings, and what needn't be paid. The account is locked. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DisputeMoney {

  private static final String SUSPENSE = "dispute_suspense";

  @Inject AccountBook book;
  @Inject Journal journal;
  @Inject DisputedAmounts disputed;
  @Inject BusinessClock clock;

  /** The amount needn't be paid from now on. */
  void open(DisputeView dispute) {
    disputed.add(
        dispute.account(),
        List.of(change(dispute, Kind.OPENED, dispute.liability().originalMinor())),
        OptionalLong.empty());
  }

  /** Credits all of it for the time being. */
  void credit(DisputeView dispute, Actor actor) {
    var minor = dispute.liability().originalMinor();
    var sequence =
        post(dispute, "provisional", -minor, "Credit while we look into your dispute", actor);
    disputed.add(
        dispute.account(),
        List.of(change(dispute, Kind.CREDITED, minor)),
        OptionalLong.of(sequence));
  }

  /**
   * Ends it: credits what is not credited yet, or takes back what was credited too much; what the
   * cardholder keeps is allocated between merchant and bank.
   */
  void end(DisputeView dispute, Liability decided, Actor actor) {
    var credit = decided.recoveredMinor() + decided.writtenOffMinor();
    var missing = credit - dispute.creditedMinor();
    var changes = new ArrayList<DisputeChange>();
    var sequence = OptionalLong.empty();
    if (missing > 0) {
      changes.add(change(dispute, Kind.CREDITED, missing));
      sequence =
          OptionalLong.of(post(dispute, "credit", -missing, "Credit for your dispute", actor));
    } else if (missing < 0) {
      sequence =
          OptionalLong.of(
              post(dispute, "taken_back", -missing, "Temporary credit taken back", actor));
    }
    if (decided.remainingMinor() > 0) {
      changes.add(change(dispute, Kind.UPHELD, decided.remainingMinor()));
    }
    changes.add(change(dispute, Kind.CLOSED, 0));
    disputed.add(dispute.account(), changes, sequence);
    if (credit > 0) {
      allocate(dispute, decided, credit, actor);
    }
  }

  private void allocate(DisputeView dispute, Liability decided, long credit, Actor actor) {
    journal.write(
        new BankEntry(
            "dispute:" + dispute.id() + ":allocation",
            dispute.currency(),
            clock.businessDate(),
            clock.now(),
            "Dispute " + dispute.id(),
            actor.channel(),
            List.of(
                new BankEntry.Line(SUSPENSE, -credit),
                new BankEntry.Line("network_settlement", decided.recoveredMinor()),
                new BankEntry.Line("dispute_loss", decided.writtenOffMinor()))));
  }

  private long post(DisputeView dispute, String what, long minor, String text, Actor actor) {
    var posting =
        Posting.of(
                "dispute:" + dispute.id() + ":" + what,
                PostingKind.ADJUSTMENT,
                dispute.account(),
                dispute.money(minor),
                clock.businessDate(),
                clock.now(),
                text,
                actor.channel())
            .against(SUSPENSE);
    if (!book.post(posting)) {
      throw new IllegalStateException("booked before its state said so: " + dispute.id());
    }
    return journal.find(posting.id()).orElseThrow().sequence();
  }

  private DisputeChange change(DisputeView dispute, Kind kind, long minor) {
    var transaction = journal.find(dispute.transaction()).orElseThrow().posting();
    return new DisputeChange(
        dispute.id(), kind, BalanceKind.of(transaction.kind()), transaction.bookedOn(), minor);
  }
}
