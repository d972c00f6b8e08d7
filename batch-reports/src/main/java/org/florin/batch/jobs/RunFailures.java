package org.florin.batch.jobs;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.florin.platform.jobs.JobTicket;

/** Why running executions failed, from the moment they do until their end is written down. */
@ApplicationScoped
public class RunFailures {

  private final Map<JobTicket, String> reasons = new ConcurrentHashMap<>();

  @Inject BatchLog log;

  /**
   * Logs a failure and keeps the first reason of a run.
   *
   * @return what to throw: the batch container stores it, and could not store a driver's exception
   */
  public BatchRuntimeException noted(String job, JobTicket ticket, Throwable failure) {
    log.failed(job, ticket.run().toString(), failure);
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String text = cause.getMessage() == null ? "" : cause.getMessage();
    String reason = text.isBlank() ? cause.getClass().getSimpleName() : text;
    reasons.putIfAbsent(ticket, reason);
    return new BatchRuntimeException(reason);
  }

  String take(JobTicket ticket) {
    String reason = reasons.remove(ticket);
    return reason == null ? "" : reason;
  }
}
