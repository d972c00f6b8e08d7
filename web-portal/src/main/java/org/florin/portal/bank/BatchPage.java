package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.florin.access.Role;
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

  private transient List<JobRun> runs = List.of();

  @PostConstruct
  void open() {
    refresh();
  }

  /** Reads the runs anew. */
  public void refresh() {
    runs = monitor.latest(SHOWN);
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
