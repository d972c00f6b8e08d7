package org.florin.platform.jobs;

/** Somebody else has begun the run since; what this holder was about to write must not be kept. */
public class TicketExpired extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TicketExpired(JobTicket ticket) {
    super("run " + ticket.run() + " is no longer held with token " + ticket.token());
  }
}
