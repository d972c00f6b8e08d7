package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;

/** Ends offers that weren't taken and applications whose documents never came. */
@Stateless
public class ExpireApplications {

  @Inject Applications applications;
  @Inject ApplicationJournal journal;
  @Inject BusinessClock clock;

  /** How many of at most {@code countMax} were ended, in one transaction. */
  public int handle(int countMax) {
    var now = clock.now();
    var over = applications.lockOver(now, countMax);
    for (var application : over) {
      var before = application.status();
      application.expire(now);
      journal.moved(
          application,
          before,
          Actor.SYSTEM,
          before == ApplicationStatus.INCOMPLETE
              ? "documents not supplied in time"
              : "offer not taken in time");
      journal.tell(application, "application.expired");
    }
    return over.size();
  }
}
