package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.florin.applications.FindApplications;
import org.florin.disputes.FindDisputes;
import org.florin.kernel.BusinessClock;
import org.florin.networks.ReviewWithdrawals;
import org.florin.payments.FindPayments;
import org.florin.platform.jobs.BatchMonitor;
import org.florin.platform.jobs.JobRun;

/** What waits for somebody. */
@Named
@RequestScoped
public class WorkPage {

  private static final int JOBS_LOOKED_AT = 50;
  private static final int JOBS_SHOWN = 8;
  private static final int PAYMENTS_MAX = 1000;

  @Inject FindApplications applications;
  @Inject FindPayments payments;
  @Inject BatchMonitor monitor;
  @Inject ReviewWithdrawals withdrawals;
  @Inject FindDisputes disputes;
  @Inject BusinessClock clock;

  private long waiting;
  private long paymentsUnderway;
  private long unacknowledged;
  private long disputesOverdue;
  private List<JobRun> latest = List.of();

  @PostConstruct
  void open() {
    waiting = applications.countInReview();
    paymentsUnderway = payments.openFor(Duration.ZERO, PAYMENTS_MAX).size();
    unacknowledged = withdrawals.open(PAYMENTS_MAX).size();
    disputesOverdue = disputes.countOverdue(clock.businessDate());
    latest = monitor.latest(JOBS_LOOKED_AT);
  }

  public LocalDate getBusinessDate() {
    return clock.businessDate();
  }

  public long getWaiting() {
    return waiting;
  }

  public long getPaymentsUnderway() {
    return paymentsUnderway;
  }

  /** Reversals that a network never acknowledged. */
  public long getUnacknowledged() {
    return unacknowledged;
  }

  /** Disputes that wait longer than the law allows. */
  public long getDisputesOverdue() {
    return disputesOverdue;
  }

  public long getJobsToRestart() {
    return latest.stream().filter(run -> run.status().isRestartable()).count();
  }

  public List<JobRun> getJobs() {
    return latest.subList(0, Math.min(JOBS_SHOWN, latest.size()));
  }
}
