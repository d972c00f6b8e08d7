package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;

/** Opens a document that an applicant supplied, for the bank's staff; each look is on record. */
@Stateless
public class ReadDocument {

  @Inject Applications applications;
  @Inject Documents documents;
  @Inject ApplicationJournal journal;
  @Inject PersonalDataVault vault;

  /** Which document, and who looks. */
  public record Command(ApplicationId application, UUID document, Actor actor) {}

  /** The document with its content in clear. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Opened(DocumentView document, byte[] content) {

    @Override
    public String toString() {
      return "Opened[" + document.id() + "]";
    }
  }

  public Optional<Opened> handle(Command command) {
    return applications
        .find(command.application())
        .flatMap(
            application ->
                documents
                    .find(application.id(), command.document())
                    .map(
                        kept -> {
                          journal.record(
                              application,
                              command.actor(),
                              "application.document_read",
                              command.document().toString());
                          return new Opened(
                              kept.document(), application.open(vault, kept.sealed()));
                        }));
  }
}
