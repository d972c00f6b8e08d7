package org.florin.dayclose;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.autopay.OrderDuePayments;
import org.florin.autopay.RetryRefusedPayments;
import org.florin.creditrefunds.OrderGoodFaithRefunds;
import org.florin.kernel.AccountId;
import org.florin.kernel.EventId;
import org.florin.kernel.JobId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.jobs.JobRun;
import org.florin.platform.jobs.JobRuns;
import org.florin.platform.jobs.JobTicket;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.statements.CloseAccounts;

/** The steps of a run, each one transaction. Any of them may be taken again after a crash. */
@Stateless
public class DayCloseRun {

  /** Accounts of a range that are closed in one transaction. */
  public record Chunk(int part, List<AccountId> accounts) {}

  @Inject DayCloses closes;
  @Inject DayCloseSettings settings;
  @Inject CloseAccounts accounts;
  @Inject OrderDuePayments payments;
  @Inject RetryRefusedPayments retries;
  @Inject OrderGoodFaithRefunds refunds;
  @Inject JobRuns jobs;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /**
   * Fixes the cut-off and the ranges, once.
   *
   * @throws IllegalStateException if the run's date is not the business date
   */
  public void open(JobTicket ticket) {
    var date = dateOf(ticket.run());
    if (closes.find(date).isEmpty()) {
      var businessDate = closes.dates().businessDate();
      if (!businessDate.equals(date)) {
        throw new IllegalStateException("the business date is " + businessDate);
      }
      closes.open(date, settings.partitions());
      jobs.progress(ticket, 0, closes.find(date).orElseThrow().accounts());
    }
  }

  /** Numbers of the ranges of accounts. */
  public List<Integer> parts(JobId run) {
    return closes.parts(dateOf(run));
  }

  /** The next accounts of a range behind one of them; none when the range is done. */
  public List<AccountId> next(JobId run, int part, Optional<AccountId> behind, int countMax) {
    return closes.next(dateOf(run), part, behind, countMax);
  }

  /**
   * Closes some accounts of a range.
   *
   * @return whether the run was asked to stop
   */
  public boolean close(JobTicket ticket, Chunk chunk) {
    var date = dateOf(ticket.run());
    var opened = closes.find(date).orElseThrow();
    closes.note(
        date, accounts.handle(new CloseAccounts.Command(date, opened.cutOff(), chunk.accounts())));
    closes.moveOn(date, chunk.part(), chunk.accounts().getLast());
    return jobs.advance(ticket, chunk.accounts().size());
  }

  /**
   * Orders automatic payments, some in one transaction.
   *
   * @return whether there may be more
   */
  public boolean orderPayments(JobTicket ticket, int countMax) {
    jobs.advance(ticket, 0);
    return payments.handle(dateOf(ticket.run()), countMax) == countMax;
  }

  /**
   * Orders and announces second tries of automatic payments, some in one transaction.
   *
   * @return whether there may be more
   */
  public boolean retryPayments(JobTicket ticket, int countMax) {
    jobs.advance(ticket, 0);
    return retries.handle(dateOf(ticket.run()), countMax);
  }

  /**
   * Orders refunds of old credit balances, some in one transaction.
   *
   * @return whether there may be more
   */
  public boolean orderRefunds(JobTicket ticket, int countMax) {
    jobs.advance(ticket, 0);
    return refunds.handle(dateOf(ticket.run()), countMax) == countMax;
  }

  /**
   * Moves the business date and queues the close of the next one, if more are wanted.
   *
   * @return accounts that could not be closed
   * @throws IllegalStateException if a range is not done
   */
  public long finish(JobTicket ticket) {
    var run = jobs.find(ticket.run()).orElseThrow();
    var date = dateOf(run);
    if (!closes.allPartsDone(date)) {
      throw new IllegalStateException("accounts of " + date + " are not closed yet");
    }
    jobs.advance(ticket, 0);
    if (closes.roll(date)) {
      tell(ticket, date);
      var until = LocalDate.parse(run.parameters());
      var next = date.plusDays(1);
      if (next.isBefore(until)) {
        jobs.enqueue(CloseBusinessDate.JOB, next.toString(), run.parameters(), run.requestedBy());
      }
    }
    return closes.exceptions(date);
  }

  private void tell(JobTicket ticket, LocalDate date) {
    audit.record(
        AuditEntry.done("system", "batch", "day.close", ticket.run().toString(), date.toString()));
    outbox.append(
        new OutboxEvent(
            EventId.create(),
            "day.closed",
            ticket.run().toString(),
            Optional.empty(),
            Map.of(),
            JsonParts.object()
                .add("closed_on", date.toString())
                .add("business_date", date.plusDays(1).toString())
                .build()
                .toString()));
  }

  /** Says that the run is worked on, so that nobody else begins it. */
  public void goOn(JobTicket ticket) {
    jobs.advance(ticket, 0);
  }

  /** The date that a run closes. */
  public LocalDate dateOf(JobId run) {
    return dateOf(jobs.find(run).orElseThrow());
  }

  private static LocalDate dateOf(JobRun run) {
    return LocalDate.parse(run.businessKey());
  }
}
