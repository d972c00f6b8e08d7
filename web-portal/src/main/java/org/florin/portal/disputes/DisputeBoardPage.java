package org.florin.portal.disputes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.disputes.DisputeView;
import org.florin.disputes.FindDisputes;
import org.florin.kernel.BusinessClock;

/** Disputes without an outcome, the next deadline first. */
@Named
@RequestScoped
public class DisputeBoardPage {

  private static final int SHOWN = 200;

  @Inject FindDisputes find;
  @Inject BusinessClock clock;

  private List<DisputeView> disputes = List.of();

  @PostConstruct
  void open() {
    disputes = find.open(SHOWN);
  }

  public List<DisputeView> getDisputes() {
    return disputes;
  }

  /** Whether the law's time for the next step is over. */
  public boolean overdue(DisputeView dispute) {
    return dispute.isOverdue(clock.businessDate());
  }

  /** Whether the network still takes a chargeback. */
  public boolean chargeable(DisputeView dispute) {
    return !clock.businessDate().isAfter(dispute.deadlines().chargebackBy());
  }
}
