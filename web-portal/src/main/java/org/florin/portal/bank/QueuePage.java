package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.florin.applications.ApplicationView;
import org.florin.applications.FindApplications;

/** Applications that wait, and the latest of all. */
@Named
@ViewScoped
public class QueuePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  @Inject FindApplications applications;

  private transient List<FindApplications.Waiting> waiting = List.of();
  private transient List<ApplicationView> latest = List.of();

  @PostConstruct
  void open() {
    waiting = applications.queue(SHOWN);
    latest = applications.page(Optional.empty(), Optional.empty(), SHOWN);
  }

  public List<FindApplications.Waiting> getWaiting() {
    return waiting;
  }

  public List<ApplicationView> getLatest() {
    return latest;
  }
}
