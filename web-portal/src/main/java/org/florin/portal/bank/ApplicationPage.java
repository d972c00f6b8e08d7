package org.florin.portal.bank;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.florin.access.Role;
import org.florin.applications.ApplicationChange;
import org.florin.applications.ApplicationFile;
import org.florin.applications.ApplicationStatus;
import org.florin.applications.AskForDocuments;
import org.florin.applications.DecideApplication;
import org.florin.applications.DecideApplication.Verdict;
import org.florin.applications.DocumentKind;
import org.florin.applications.DocumentView;
import org.florin.applications.FindApplications;
import org.florin.applications.ReadDocument;
import org.florin.applications.ReplayDecision;
import org.florin.applications.WriteAdverseActionNotice;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.portal.format.Formats;
import org.florin.portal.format.Messages;
import org.florin.portal.format.TypedAmount;
import org.florin.portal.session.CurrentUser;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.ReasonTexts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One application: what was asked, how the policy saw it, and an underwriter's decision. */
@Named
@ViewScoped
public class ApplicationPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FindApplications applications;
  @Inject DecideApplication decide;
  @Inject ReplayDecision replay;
  @Inject AskForDocuments ask;
  @Inject ReadDocument readDocument;
  @Inject WriteAdverseActionNotice notice;
  @Inject CurrentUser user;
  @Inject Formats formats;

  private String id = "";
  private @Nullable BigDecimal limit;
  private List<String> kinds = List.of();
  private List<String> whyLess = List.of();
  private List<String> reasons = List.of();
  private transient @Nullable ApplicationFile file;

  /** Reads it. */
  public void open() {
    file = find().orElse(null);
    if (file != null) {
      limit = file.suggestedLimit().map(Money::decimal).orElse(null);
      whyLess =
          file.causes().stream()
              .map(DecisionReason::code)
              .filter(getReasonChoices()::containsKey)
              .toList();
    }
  }

  public void approve() {
    if (file == null) {
      return;
    }
    var currency = new CurrencyCode(file.application().currency());
    if (limit == null || limit.signum() <= 0) {
      Messages.field("yes:limit", "Which limit?");
      return;
    }
    var amount = TypedAmount.of(limit, currency);
    decide(new Verdict.Approve(amount, whyLess));
  }

  /** Asks the applicant for documents. */
  public void ask() {
    if (file == null) {
      return;
    }
    tell(
        ask.handle(
            new AskForDocuments.Command(
                file.application().id(),
                kinds.stream().map(DocumentKind::of).collect(Collectors.toSet()),
                user.getRole().word(),
                user.actor())),
        "Asked. The applicant gets an e-mail with a link.");
  }

  /** Hands out a document that the applicant sent. */
  public void read(DocumentView document) throws IOException {
    if (file == null) {
      return;
    }
    var opened =
        readDocument.handle(
            new ReadDocument.Command(file.application().id(), document.id(), user.actor()));
    if (opened.isPresent()) {
      Faces.sendFile(opened.get().content(), document.fileName(), true);
    }
  }

  /** Hands out the notice to the applicant. */
  public void letter() throws IOException {
    var letter = file == null ? Optional.<byte[]>empty() : notice.handle(file.application().id());
    if (letter.isPresent()) {
      Faces.sendFile(letter.get(), "notice.pdf", true);
    }
  }

  /** Decides it again by what it rested on, and tells whether the answer is the same. */
  public void replay() {
    if (file == null) {
      return;
    }
    replay
        .handle(file.application().id())
        .ifPresentOrElse(
            found -> {
              if (found.isSame()) {
                Messages.done(
                    "Policy version "
                        + found.policyVersion()
                        + " gives the same answer, step by step: "
                        + formats.words(found.now().outcome().word())
                        + ".");
              } else {
                Messages.failed("The answer is another one: " + found.now());
              }
            },
            () -> Messages.failed("What this decision rested on wasn't kept at the time."));
    open();
  }

  public void decline() {
    decide(new Verdict.Decline(reasons));
  }

  private void decide(Verdict verdict) {
    if (file == null) {
      return;
    }
    var change =
        decide.handle(
            new DecideApplication.Command(
                file.application().id(), verdict, user.getRole().word(), user.actor()));
    tell(change, "Decided. The applicant is told by e-mail.");
  }

  private void tell(ApplicationChange change, String done) {
    switch (change) {
      case ApplicationChange.Done ignored -> Messages.done(done);
      case ApplicationChange.SecondPersonNeeded second ->
          Messages.done("Proposed. It is above your authority: another person has to confirm it.");
      case ApplicationChange.WrongStatus other ->
          Messages.failed("Somebody else changed this application.");
      case ApplicationChange.NotPossible not -> Messages.failed(not.why());
      case ApplicationChange.NotAllowed not ->
          Messages.failed("Your role doesn't decide applications.");
      case ApplicationChange.NotFound not -> Messages.failed("There is no such application.");
    }
    open();
  }

  private Optional<ApplicationFile> find() {
    try {
      return applications.file(ApplicationId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What was asked, line by line; the tax id but for its end stays hidden. */
  public List<Line> getFacts() {
    if (file == null) {
      return List.of();
    }
    var form = file.form();
    var applicant = form.applicant();
    var lines = new ArrayList<Line>();
    lines.add(new Line("Product", formats.words(form.product())));
    lines.add(new Line("Limit wished", form.requestedLimit().map(formats::money).orElse("–")));
    lines.add(new Line("Income a year", formats.money(form.annualIncome())));
    lines.add(
        new Line(
            "Housing a month",
            formats.money(form.housing().monthlyPayment())
                + ", "
                + formats.words(form.housing().status())));
    lines.add(
        new Line(
            "Employment",
            formats.words(form.employment().status())
                + form.employment().employer().map(name -> ", " + name).orElse("")));
    if (applicant.dateOfBirth() != null) {
      lines.add(new Line("Born", formats.day(applicant.dateOfBirth())));
    }
    if (applicant.taxId() != null) {
      lines.add(new Line("Tax id", "••• •• " + applicant.taxId().substring(5)));
    }
    lines.add(new Line("E-mail", applicant.email() == null ? "–" : applicant.email()));
    lines.add(new Line("Phone", applicant.phone() == null ? "–" : applicant.phone()));
    var address = applicant.address();
    lines.add(
        new Line(
            "Address",
            address.line1()
                + ", "
                + address.city()
                + (address.state() == null ? "" : ", " + address.state())
                + " "
                + address.postalCode()));
    return lines;
  }

  /** Whether this person may decide this application now. */
  public boolean isDecidable() {
    return file != null
        && user.getRole() == Role.UNDERWRITER
        && file.application().status() == ApplicationStatus.IN_REVIEW;
  }

  public Map<String, String> getReasonChoices() {
    return ReasonTexts.forRefusal();
  }

  public @Nullable ApplicationFile getFile() {
    return file;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public @Nullable BigDecimal getLimit() {
    return limit;
  }

  public void setLimit(@Nullable BigDecimal limit) {
    this.limit = limit;
  }

  public List<DocumentKind> getDocumentKinds() {
    return List.of(DocumentKind.values());
  }

  public List<String> getKinds() {
    return kinds;
  }

  public void setKinds(List<String> kinds) {
    this.kinds = kinds;
  }

  public List<String> getWhyLess() {
    return whyLess;
  }

  public void setWhyLess(List<String> whyLess) {
    this.whyLess = whyLess;
  }

  public List<String> getReasons() {
    return reasons;
  }

  public void setReasons(List<String> reasons) {
    this.reasons = reasons;
  }
}
