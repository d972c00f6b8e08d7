package org.florin.batch.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.florin.platform.jobs.JobTicket;

/** Why running executions failed, from the moment they do until their end is written down. */
@ApplicationScoped
public class RunFailures {

  private final Map<JobTicket, String> reasons = new ConcurrentHashMap<>();

  /** Notes the first reason of a run. */
  public void note(JobTicket ticket, Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String text = cause.getMessage() == null ? "" : cause.getMessage();
    reasons.putIfAbsent(ticket, text.isBlank() ? cause.getClass().getSimpleName() : text);
  }

  String take(JobTicket ticket) {
    String reason = reasons.remove(ticket);
    return reason == null ? "" : reason;
  }
}
