package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Optional;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;

/** Writes the letter of a refusal or counteroffer, once; what was written stays as it is. */
@Stateless
public class WriteAdverseActionNotice {

  @Inject Applications applications;
  @Inject Documents documents;
  @Inject LetterPrinter printer;
  @Inject PersonalDataVault vault;
  @Inject ApplicationSettings settings;
  @Inject BusinessClock clock;

  /** The letter as PDF; empty if the applicant is owed none. */
  public Optional<byte[]> handle(ApplicationId id) {
    return applications
        .find(id)
        .flatMap(
            application -> {
              if (documents.letter(id).isEmpty()) {
                letter(application)
                    .ifPresent(
                        letter ->
                            documents.keepLetter(
                                id,
                                application.seal(vault, printer.print(letter.xhtml())),
                                clock.now()));
              }
              return documents.letter(id).map(kept -> application.open(vault, kept));
            });
  }

  private Optional<AdverseActionLetter> letter(CreditApplication application) {
    return application
        .view()
        .decision()
        .filter(decision -> !decision.reasons().isEmpty())
        .map(
            decision ->
                new AdverseActionLetter(
                    settings.bank,
                    settings.bureau,
                    settings.agency,
                    application.id().toString(),
                    application.form(vault).applicant(),
                    decision,
                    decision.decidedAt().atOffset(ZoneOffset.UTC).toLocalDate()));
  }
}
