package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.florin.applications.ApplicationView;
import org.florin.applications.FindApplications;
import org.florin.kernel.BusinessClock;

/** Applications that wait, decisions that must be told, and the latest of all. */
@Named
@ViewScoped
public class QueuePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;
  private static final Duration NOTICE_SHOWN = Duration.ofDays(7);

  @Inject FindApplications applications;
  @Inject BusinessClock clock;

  private transient List<FindApplications.Waiting> waiting = List.of();
  private transient List<FindApplications.Waiting> due = List.of();
  private transient List<ApplicationView> latest = List.of();

  @PostConstruct
  void open() {
    waiting = applications.queue(SHOWN);
    due = applications.noticeDueBefore(clock.now().plus(NOTICE_SHOWN), SHOWN);
    latest = applications.page(Optional.empty(), Optional.empty(), SHOWN);
  }

  public List<FindApplications.Waiting> getWaiting() {
    return waiting;
  }

  /** Those whose applicants must be told a decision within a week. */
  public List<FindApplications.Waiting> getDue() {
    return due;
  }

  public boolean overdue(FindApplications.Waiting waiting) {
    return waiting.application().noticeDueAt().map(clock.now()::isAfter).orElse(false);
  }

  public List<ApplicationView> getLatest() {
    return latest;
  }
}
