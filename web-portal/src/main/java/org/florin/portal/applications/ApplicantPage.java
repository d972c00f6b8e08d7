package org.florin.portal.applications;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.florin.applications.AcceptApplication;
import org.florin.applications.ApplicationChange;
import org.florin.applications.ApplicationView;
import org.florin.applications.DocumentKind;
import org.florin.applications.DocumentRequest;
import org.florin.applications.FindApplications;
import org.florin.applications.SupplyDocument;
import org.florin.applications.WithdrawApplication;
import org.florin.applications.WriteAdverseActionNotice;
import org.florin.kernel.Actor;
import org.florin.portal.format.Messages;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/**
 * An applicant's own application, opened by the secret of the link that was mailed: where it
 * stands, the offer to take, documents to send, the letter.
 */
@Named
@ViewScoped
public class ApplicantPage implements Serializable {

  static final Actor APPLICANT = new Actor("public", "portal");

  private static final long serialVersionUID = 1L;

  @Inject FindApplications find;
  @Inject AcceptApplication accept;
  @Inject WithdrawApplication withdraw;
  @Inject SupplyDocument supply;
  @Inject WriteAdverseActionNotice notice;

  private String token = "";
  private String kind = "";
  private transient @Nullable Part file;
  private transient @Nullable ApplicationView application;
  private transient List<DocumentRequest> requests = List.of();

  /** Reads where it stands. */
  public void look() {
    application = find.byToken(token).orElse(null);
    requests = application == null ? List.of() : find.requests(application.id());
  }

  /** Takes the offer. */
  public void take() {
    opened()
        .ifPresent(
            each ->
                show(
                    accept.handle(
                        new AcceptApplication.Command(each.id(), Optional.empty(), APPLICANT)),
                    ""));
  }

  /** Doesn't want to go on. */
  public void withdraw() {
    opened()
        .ifPresent(
            each ->
                show(
                    withdraw.handle(
                        new WithdrawApplication.Command(each.id(), Optional.empty(), APPLICANT)),
                    ""));
  }

  /** Sends a document that was asked for. */
  public void send() throws IOException {
    var opened = opened();
    if (opened.isEmpty()) {
      return;
    }
    if (file == null || file.getSize() == 0 || kind.isEmpty()) {
      Messages.failed("Choose a file first.");
      return;
    }
    try (var content = file.getInputStream()) {
      show(
          supply.handle(
              new SupplyDocument.Command(
                  opened.get().id(),
                  Optional.empty(),
                  DocumentKind.of(kind),
                  Optional.ofNullable(file.getSubmittedFileName()).orElse(""),
                  content.readAllBytes(),
                  APPLICANT)),
          "Thank you, we have it.");
    }
  }

  /** Hands out the notice as a PDF. */
  public void download() throws IOException {
    var letter = opened().flatMap(each -> notice.handle(each.id()));
    if (letter.isPresent()) {
      Faces.sendFile(letter.get(), "notice.pdf", true);
    }
  }

  private Optional<ApplicationView> opened() {
    look();
    return Optional.ofNullable(application);
  }

  private void show(ApplicationChange change, String done) {
    switch (change) {
      case ApplicationChange.Done ignored when !done.isEmpty() -> Messages.done(done);
      case ApplicationChange.Done ignored -> {}
      case ApplicationChange.NotPossible not -> Messages.failed(not.why());
      case ApplicationChange.WrongStatus ignored ->
          Messages.failed("This isn't possible any more; see below where it stands.");
      case ApplicationChange.SecondPersonNeeded ignored -> Messages.failed("This can't be done.");
      case ApplicationChange.NotAllowed ignored -> Messages.failed("This can't be done.");
      case ApplicationChange.NotFound ignored -> Messages.failed("This can't be done.");
    }
    look();
  }

  /** What is still missing. */
  public List<DocumentRequest> getMissing() {
    return requests.stream().filter(DocumentRequest::isOpen).toList();
  }

  /** What the page shows: {@code unknown} or the application's status. */
  public String getStage() {
    return application == null ? "unknown" : application.status().word();
  }

  public @Nullable ApplicationView getApplication() {
    return application;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }
}
