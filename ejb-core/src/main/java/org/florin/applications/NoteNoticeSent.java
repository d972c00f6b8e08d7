package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;

/** The applicant was told the decision: the deadline of the notice is met. */
@Stateless
public class NoteNoticeSent {

  @Inject Applications applications;
  @Inject ApplicationJournal journal;
  @Inject BusinessClock clock;

  public void handle(ApplicationId id) {
    applications
        .lock(id)
        .filter(application -> application.noteNotice(clock.now()))
        .ifPresent(
            application -> journal.record(application, Actor.SYSTEM, "application.notice", ""));
  }
}
