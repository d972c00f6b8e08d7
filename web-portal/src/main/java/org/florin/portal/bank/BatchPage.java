package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.access.Role;
import org.florin.dayclose.CloseBusinessDate;
import org.florin.dayclose.FindDayClose;
import org.florin.platform.jobs.BatchMonitor;
import org.florin.platform.jobs.JobRun;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;

/** The runs of batch jobs; operations stop and restart them. */
@Named
@ViewScoped
public class BatchPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  @Inject BatchMonitor monitor;
  @Inject CurrentUser user;
  @Inject CloseBusinessDate close;
  @Inject FindDayClose findDayClose;

  private LocalDate businessDate = LocalDate.EPOCH;
  private transient List<JobRun> runs = List.of();

  @PostConstruct
  void open() {
    refresh();
  }

  /** Reads the runs anew. */
  public void refresh() {
    runs = monitor.latest(SHOWN);
    businessDate = findDayClose.handle().businessDate();
  }

  /** Orders the close of the present business date. */
  public void closeDate() {
    if (!isOperator()) {
      return;
    }
    switch (close.handle(new CloseBusinessDate.Command(Optional.empty(), user.actor()))) {
      case CloseBusinessDate.Outcome.Started started ->
          Messages.done("The close of " + started.date() + " begins.");
      case CloseBusinessDate.Outcome.AlreadyRunning running ->
          Messages.failed(running.date() + " is being closed already.");
      case CloseBusinessDate.Outcome.Refused refused -> Messages.failed(refused.why());
    }
    refresh();
  }

  public void stop(JobRun run) {
    say(isOperator() && monitor.stop(run.id(), user.actor().name()), "It stops behind its chunk.");
  }

  public void restart(JobRun run) {
    say(
        isOperator() && monitor.restart(run.id(), user.actor().name()),
        "It goes on behind its last chunk.");
  }

  private void say(boolean done, String text) {
    if (done) {
      Messages.done(text);
    } else {
      Messages.failed("The run's status doesn't allow that any more.");
    }
    refresh();
  }

  public LocalDate getBusinessDate() {
    return businessDate;
  }

  public List<JobRun> getRuns() {
    return runs;
  }

  public boolean isUnderway() {
    return runs.stream().anyMatch(run -> !run.status().isDone() && !run.status().isRestartable());
  }

  public boolean isOperator() {
    return user.getRole() == Role.OPERATIONS;
  }
}
