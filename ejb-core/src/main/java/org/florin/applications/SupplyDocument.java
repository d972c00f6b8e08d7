package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;

/**
 * Takes a document that was asked for. With the last one the application is complete again: an
 * underwriter looks, and the time in which it has to be decided begins anew.
 */
@Stateless
public class SupplyDocument {

  private static final int DOCUMENTS_MAX = 20;

  @Inject Applications applications;
  @Inject Documents documents;
  @Inject ApplicationJournal journal;
  @Inject PersonalDataVault vault;
  @Inject BusinessClock clock;

  /**
   * The document; a submitter can name only own applications.
   *
   * @param fileName as the applicant calls it
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Command(
      ApplicationId application,
      Optional<String> submitter,
      DocumentKind kind,
      String fileName,
      byte[] content,
      Actor actor) {

    @Override
    public String toString() {
      return "SupplyDocument.Command[" + application + " " + kind + "]";
    }
  }

  public ApplicationChange handle(Command command) {
    var found =
        applications
            .lock(command.application())
            .filter(each -> command.submitter().map(each.submittedBy()::equals).orElse(true));
    if (found.isEmpty()) {
      return new ApplicationChange.NotFound(command.application());
    }
    var application = found.get();
    if (application.status() != ApplicationStatus.INCOMPLETE) {
      return new ApplicationChange.WrongStatus(application.view());
    }
    var mediaType = DocumentPolicy.mediaType(command.content());
    if (mediaType.isEmpty() || documents.count(application.id()) >= DOCUMENTS_MAX) {
      return new ApplicationChange.NotPossible(
          application.view(), "A PDF, PNG or JPEG file of at most 5 MB is taken.");
    }
    var now = clock.now();
    var document =
        new DocumentView(
            Documents.newId(),
            command.kind(),
            DocumentPolicy.plainName(command.fileName()),
            mediaType.get(),
            command.content().length,
            now);
    documents.add(
        application.id(), document, application.seal(vault, command.content()), command.actor());
    journal.record(
        application,
        command.actor(),
        "application.document",
        command.kind().word() + " " + document.id());
    if (documents.requests(application.id()).stream().noneMatch(DocumentRequest::isOpen)) {
      application.complete(now);
      journal.moved(
          application, ApplicationStatus.INCOMPLETE, command.actor(), "documents supplied");
      journal.tell(application, "application.completed");
    }
    return new ApplicationChange.Done(application.view());
  }
}
