package org.florin.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.JobId;
import org.florin.platform.jobs.JobRuns.Enqueued;
import org.junit.jupiter.api.Test;

/** The run's row is the lease, on a real PostgreSQL. */
class JobRunsTest {

  private final String key = UUID.randomUUID().toString();

  private static <T> T with(Function<JobRuns, T> work) {
    return TestDatabase.inTransaction(database -> work.apply(JobRunsOn.database(database)));
  }

  private static boolean said(Predicate<JobRuns> question) {
    return with(question::test);
  }

  private static void age(JobId run) {
    TestDatabase.autoCommitting()
        .update(
            "update job_run set heartbeat_at = heartbeat_at - interval '1 hour' where id = ?",
            run.value());
  }

  private Enqueued enqueue() {
    return with(runs -> runs.enqueue("test", key, "", "tester"));
  }

  private static JobTicket begin(JobId run) {
    return with(runs -> runs.begin(run, "node")).orElseThrow();
  }

  private static JobRun find(JobId run) {
    return with(runs -> runs.find(run)).orElseThrow();
  }

  @Test
  void a_key_is_asked_for_once() {
    Enqueued first = enqueue();
    Enqueued second = enqueue();

    assertTrue(first.isNew());
    assertFalse(second.isNew());
    assertEquals(first.run(), second.run());
  }

  @Test
  void a_run_is_begun_by_one_holder() {
    JobId run = enqueue().run();
    begin(run);

    assertTrue(with(runs -> runs.begin(run, "other node")).isEmpty());
  }

  @Test
  void a_run_left_behind_is_taken_over_and_the_late_holder_writes_nothing() {
    JobId run = enqueue().run();
    JobTicket dead = begin(run);
    age(run);
    JobTicket living = begin(run);

    assertTrue(living.token() > dead.token());
    assertThrows(TicketExpired.class, () -> with(runs -> runs.progress(dead, 1, 10)));
    assertFalse(said(runs -> runs.progress(living, 2, 10)));
    with(
        runs -> {
          runs.end(dead, JobStatus.FAILED, "too late");
          return run;
        });
    assertEquals(JobStatus.RUNNING, find(run).status());
    assertEquals(20, find(run).percent());
  }

  @Test
  void a_running_run_is_asked_to_stop_and_a_waiting_one_stops_at_once() {
    JobId waiting = enqueue().run();
    assertTrue(said(runs -> runs.requestStop(waiting, "tester")));
    assertEquals(JobStatus.STOPPED, find(waiting).status());
    assertTrue(said(runs -> runs.restart(waiting, "tester")));
    JobTicket ticket = begin(waiting);
    assertTrue(said(runs -> runs.requestStop(waiting, "tester")));

    assertTrue(said(runs -> runs.progress(ticket, 1, 2)));
  }

  @Test
  void a_run_stopped_by_the_server_waits_and_one_stopped_by_a_person_does_not() {
    JobId run = enqueue().run();
    JobTicket first = begin(run);
    stopped(first);
    assertEquals(JobStatus.QUEUED, find(run).status());
    JobTicket second = begin(run);
    assertTrue(said(runs -> runs.requestStop(run, "tester")));
    stopped(second);

    assertEquals(JobStatus.STOPPED, find(run).status());
  }

  private static void stopped(JobTicket ticket) {
    with(
        runs -> {
          runs.stopped(ticket);
          return ticket;
        });
  }

  @Test
  void a_run_that_is_done_is_not_restarted() {
    JobId run = enqueue().run();
    JobTicket ticket = begin(run);
    with(
        runs -> {
          runs.end(ticket, JobStatus.COMPLETED, "");
          return run;
        });

    assertFalse(said(runs -> runs.restart(run, "tester")));
    assertEquals(100, find(run).percent());
  }

  @Test
  void work_that_may_be_repeated_has_one_open_run_at_a_time() {
    Enqueued first = with(runs -> runs.enqueueAgain("test", key, "", "tester"));
    Enqueued beside = with(runs -> runs.enqueueAgain("test", key, "", "tester"));
    assertEquals(first.run(), beside.run());
    JobTicket ticket = begin(first.run());
    with(
        runs -> {
          runs.end(ticket, JobStatus.FAILED, "reason");
          return key;
        });

    Enqueued next = with(runs -> runs.enqueueAgain("test", key, "", "tester"));
    assertTrue(next.isNew());
    assertNotEquals(first.run(), next.run());
  }
}
