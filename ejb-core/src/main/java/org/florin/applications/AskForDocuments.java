package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;

/**
 * An underwriter asks the applicant for documents: until they are here the application is
 * incomplete, and the time in which it has to be decided doesn't run.
 */
@Stateless
public class AskForDocuments {

  @Inject Applications applications;
  @Inject Documents documents;
  @Inject ApplicationJournal journal;
  @Inject BusinessClock clock;

  /** What to ask for, and who asks in which role. */
  public record Command(
      ApplicationId application, Set<DocumentKind> kinds, String role, Actor actor) {}

  public ApplicationChange handle(Command command) {
    var found = applications.lock(command.application());
    if (found.isEmpty()) {
      return new ApplicationChange.NotFound(command.application());
    }
    var application = found.get();
    var actor = command.actor();
    if (applications
        .authority(command.role(), actor.name(), application.view().currency())
        .isEmpty()) {
      journal.refused(
          command.application(), actor, "application.incomplete", "role " + command.role());
      return new ApplicationChange.NotAllowed(command.application());
    }
    if (application.status() != ApplicationStatus.IN_REVIEW) {
      return new ApplicationChange.WrongStatus(application.view());
    }
    if (command.kinds().isEmpty()) {
      return new ApplicationChange.NotPossible(application.view(), "Which documents?");
    }
    var kinds = List.copyOf(EnumSet.copyOf(command.kinds()));
    documents.ask(application.id(), kinds, actor, clock.now());
    application.lackDocuments(clock.now());
    journal.moved(
        application,
        ApplicationStatus.IN_REVIEW,
        actor,
        "asked for " + String.join(", ", kinds.stream().map(DocumentKind::word).toList()));
    journal.tell(application, "application.documents_asked");
    return new ApplicationChange.Done(application.view());
  }
}
