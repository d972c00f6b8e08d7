package org.florin.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.JobId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.sql.Database;

/** The runs of all jobs: asked for, begun, moved on, ended. Time is the database's. */
@ApplicationScoped
public class JobRuns {

  /** A heartbeat older than this means that the holder is gone. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  private static final int MESSAGE_LENGTH_MAX = 2000;

  /** The run that now exists for a key. */
  public record Enqueued(JobId run, boolean isNew) {}

  @Inject Database database;
  @Inject AuditTrail audit;

  /**
   * Asks for a run, in the caller's transaction. A key that was asked for before gives the run of
   * then; nothing is done twice.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Enqueued enqueue(String job, String businessKey, String parameters, String requestedBy) {
    JobId id = JobId.create();
    int added =
        database.update(
            """
            insert into job_run (id, job, business_key, parameters, status, requested_by)
            values (?, ?, ?, ?, 'queued', ?) on conflict (job, business_key) do nothing
            """,
            id.value(),
            job,
            businessKey,
            parameters,
            requestedBy);
    if (added == 1) {
      audit.record(
          AuditEntry.done(
              requestedBy, "batch", "job.request", id.toString(), job + " " + businessKey));
      return new Enqueued(id, true);
    }
    return new Enqueued(byKey(job, businessKey).orElseThrow().id(), false);
  }

  /**
   * Asks for one more run for a key that may be done again and again, in the caller's transaction.
   * A run that waits or works for the same key is answered instead.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Enqueued enqueueAgain(
      String job, String businessKey, String parameters, String requestedBy) {
    database.list(
        "select pg_advisory_xact_lock(hashtextextended(?, 0)) is null as locked",
        row -> row.flag("locked"),
        job + " " + businessKey);
    Optional<JobRun> open =
        database.first(
            """
            select * from job_run where job = ? and starts_with(business_key, ?)
              and status in ('queued', 'running') order by created_at limit 1
            """,
            JobRuns::run,
            job,
            businessKey + " #");
    if (open.isPresent()) {
      return new Enqueued(open.get().id(), false);
    }
    long number =
        database
            .first(
                "select count(*) + 1 as number from job_run where job = ? and starts_with(business_key, ?)",
                row -> row.number("number"),
                job,
                businessKey + " #")
            .orElse(1L);
    return enqueue(job, businessKey + " #" + number, parameters, requestedBy);
  }

  /** Runs nobody works on: waiting, or left behind by a holder that is gone. Oldest first. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<JobRun> due(int countMax) {
    return database.list(
        """
        select * from job_run where status = 'queued'
          or (status = 'running' and heartbeat_at < clock_timestamp() - ? * interval '1 millisecond')
        order by created_at, id limit ?
        """,
        JobRuns::run,
        LEASE.toMillis(),
        countMax);
  }

  /** Takes a run that is due, in a transaction of its own; empty if somebody was faster. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<JobTicket> begin(JobId run, String holder) {
    return database.first(
        """
        update job_run set status = 'running', token = token + 1, starts = starts + 1, holder = ?,
          started_at = coalesce(started_at, clock_timestamp()), heartbeat_at = clock_timestamp(),
          ended_at = null, message = null
        where id = ? and (status = 'queued'
          or (status = 'running' and heartbeat_at < clock_timestamp() - ? * interval '1 millisecond'))
        returning token
        """,
        row -> new JobTicket(run, row.number("token")),
        holder,
        run.value(),
        LEASE.toMillis());
  }

  /**
   * Notes progress in the transaction of the work itself; the work is kept only if the ticket still
   * counts.
   *
   * @return whether somebody asked the run to stop
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean progress(JobTicket ticket, long processed, long total) {
    return database
        .first(
            """
            update job_run set processed = ?, total = ?, heartbeat_at = clock_timestamp()
            where id = ? and token = ? and status = 'running' returning stop_requested
            """,
            row -> row.flag("stop_requested"),
            processed,
            total,
            ticket.run().value(),
            ticket.token())
        .orElseThrow(() -> new TicketExpired(ticket));
  }

  /**
   * The same for work that several threads share: adds to what was done. The total stays.
   *
   * @return whether somebody asked the run to stop
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean advance(JobTicket ticket, long more) {
    return database
        .first(
            """
            update job_run set processed = processed + ?, heartbeat_at = clock_timestamp()
            where id = ? and token = ? and status = 'running' returning stop_requested
            """,
            row -> row.flag("stop_requested"),
            more,
            ticket.run().value(),
            ticket.token())
        .orElseThrow(() -> new TicketExpired(ticket));
  }

  /** Ends a run; a holder whose ticket expired ends nothing. */
  @Transactional
  public void end(JobTicket ticket, JobStatus status, String message) {
    int ended =
        database.update(
            """
            update job_run set status = ?, message = nullif(?, ''), ended_at = clock_timestamp(), stop_requested = false
            where id = ? and token = ? and status = 'running'
            """,
            status.code(),
            message.substring(0, Math.min(message.length(), MESSAGE_LENGTH_MAX)),
            ticket.run().value(),
            ticket.token());
    if (ended == 1) {
      audit.record(
          AuditEntry.done("system", "batch", "job.end", ticket.run().toString(), status.code()));
    }
  }

  /**
   * Ends a run that stopped: for good if a person asked for it, else (the server goes down) it
   * waits for the next who begins it.
   */
  @Transactional
  public void stopped(JobTicket ticket) {
    database.update(
        """
        update job_run set status = case when stop_requested then 'stopped' else 'queued' end,
          ended_at = case when stop_requested then clock_timestamp() end, stop_requested = false
        where id = ? and token = ? and status = 'running'
        """,
        ticket.run().value(),
        ticket.token());
  }

  /** Asks a run to stop behind its next chunk; one that waits is stopped at once. */
  @Transactional
  public boolean requestStop(JobId run, String requestedBy) {
    int changed =
        database.update(
            """
            update job_run set stop_requested = (status = 'running'),
              ended_at = case when status = 'queued' then clock_timestamp() end,
              status = case when status = 'queued' then 'stopped' else status end
            where id = ? and status in ('queued', 'running')
            """,
            run.value());
    return noted(changed, run, "job.stop", requestedBy);
  }

  /** Queues a failed or stopped run again; it goes on behind its last chunk. */
  @Transactional
  public boolean restart(JobId run, String requestedBy) {
    int changed =
        database.update(
            "update job_run set status = 'queued', stop_requested = false, ended_at = null"
                + " where id = ? and status in ('failed', 'stopped')",
            run.value());
    return noted(changed, run, "job.restart", requestedBy);
  }

  private boolean noted(int changed, JobId run, String action, String requestedBy) {
    if (changed == 0) {
      return false;
    }
    audit.record(AuditEntry.done(requestedBy, "batch", action, run.toString(), ""));
    return true;
  }

  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<JobRun> find(JobId run) {
    return database.first("select * from job_run where id = ?", JobRuns::run, run.value());
  }

  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<JobRun> byKey(String job, String businessKey) {
    return database.first(
        "select * from job_run where job = ? and business_key = ?", JobRuns::run, job, businessKey);
  }

  /** Newest first. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<JobRun> latest(int countMax) {
    return database.list(
        "select * from job_run order by created_at desc, id desc limit ?", JobRuns::run, countMax);
  }

  private static JobRun run(Database.Row row) throws SQLException {
    return new JobRun(
        new JobId(row.uuid("id")),
        row.text("job"),
        row.text("business_key"),
        row.text("parameters"),
        JobStatus.ofCode(row.text("status")),
        row.integer("starts"),
        row.number("processed"),
        row.number("total"),
        row.flag("stop_requested"),
        row.optionalText("message"),
        row.text("requested_by"),
        row.instant("created_at"),
        row.optionalInstant("started_at"),
        row.optionalInstant("ended_at"));
  }
}
