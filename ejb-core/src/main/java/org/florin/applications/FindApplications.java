package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.customers.PersonalDataVault;
import org.florin.customers.ProofTokens;
import org.florin.kernel.ApplicationId;
import org.florin.underwriting.DecisionReason;

/** Answers which applications there are and where they stand. */
@Stateless
public class FindApplications {

  private static final String PROOF = "application";

  @Inject Applications applications;
  @Inject Documents documents;
  @Inject ProofTokens tokens;
  @Inject PersonalDataVault vault;

  /** Somebody waiting for an underwriter. */
  public record Waiting(
      ApplicationView application, String applicant, List<DecisionReason> causes) {

    @Override
    public String toString() {
      return "Waiting[" + application.id() + "]";
    }
  }

  /** Where to write to an applicant. */
  public record Contact(String firstName, String email) {

    @Override
    public String toString() {
      return "Contact[…]";
    }
  }

  /** One application. */
  public Optional<ApplicationView> byId(ApplicationId id) {
    return applications.find(id).map(CreditApplication::view);
  }

  /** Newest first, behind {@code after}. */
  public List<ApplicationView> page(
      Optional<ApplicationStatus> status, Optional<ApplicationId> after, int countMax) {
    return applications.page(Optional.empty(), status, after, countMax).stream()
        .map(CreditApplication::view)
        .toList();
  }

  /** One submitter's, newest first, behind {@code after}. */
  public List<ApplicationView> submittedBy(
      String submitter,
      Optional<ApplicationStatus> status,
      Optional<ApplicationId> after,
      int countMax) {
    return applications.page(Optional.of(submitter), status, after, countMax).stream()
        .map(CreditApplication::view)
        .toList();
  }

  /** Everything about one application, for an underwriter. */
  public Optional<ApplicationFile> file(ApplicationId id) {
    return applications
        .find(id)
        .map(
            found ->
                found.file(
                    vault,
                    applications.history(id),
                    documents.requests(id),
                    documents.supplied(id)));
  }

  /** Those that wait for an underwriter, longest waiting first. */
  public List<Waiting> queue(int countMax) {
    return waiting(applications.queue(countMax));
  }

  /** Those whose applicants must be told a decision before then and weren't, most urgent first. */
  public List<Waiting> noticeDueBefore(Instant then, int countMax) {
    return waiting(applications.noticeDueBefore(then, countMax));
  }

  private List<Waiting> waiting(List<CreditApplication> found) {
    return found.stream()
        .map(
            each -> {
              var file = each.file(vault, List.of(), List.of(), List.of());
              return new Waiting(
                  file.application(), file.form().applicant().fullName(), file.causes());
            })
        .toList();
  }

  /** What was asked for from the applicant. */
  public List<DocumentRequest> requests(ApplicationId id) {
    return documents.requests(id);
  }

  /** The secret in the link that the applicant gets by mail. */
  public String token(ApplicationId id) {
    return tokens.token(PROOF, id.value());
  }

  /** The application that a link's secret opens. */
  public Optional<ApplicationView> byToken(String token) {
    return tokens.id(PROOF, token).map(ApplicationId::new).flatMap(this::byId);
  }

  /** How many wait for an underwriter. */
  public long countInReview() {
    return applications.countInReview();
  }

  /** Where to write to the applicant. */
  public Optional<Contact> contact(ApplicationId id) {
    return applications
        .find(id)
        .map(found -> found.form(vault).applicant())
        .flatMap(
            applicant ->
                Optional.ofNullable(applicant.email())
                    .map(email -> new Contact(applicant.firstName(), email)));
  }
}
