package org.florin.portal.policies;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.access.Role;
import org.florin.applications.PolicyTrial;
import org.florin.applications.TryPolicyVersion;
import org.florin.kernel.BusinessClock;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.underwriting.ApplicantAttribute;
import org.florin.underwriting.ApprovePolicyVersion;
import org.florin.underwriting.DraftPolicyVersion;
import org.florin.underwriting.DropPolicyVersion;
import org.florin.underwriting.FindPolicies;
import org.florin.underwriting.Outcome;
import org.florin.underwriting.PolicyChange;
import org.florin.underwriting.PolicyFault;
import org.florin.underwriting.PolicyStatus;
import org.florin.underwriting.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** One version of a credit policy: the policy, what it would have decided, and its approval. */
@Named
@ViewScoped
public class PolicyPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int DAYS_ASKED = 90;
  private static final int CHANGES_SHOWN = 100;

  @Inject FindPolicies find;
  @Inject DraftPolicyVersion draft;
  @Inject ApprovePolicyVersion approve;
  @Inject DropPolicyVersion drop;
  @Inject TryPolicyVersion trial;
  @Inject BusinessClock clock;
  @Inject CurrentUser user;

  private int number;
  private int from;
  private String text = "";
  private String note = "";
  private @Nullable LocalDate effectiveFrom;
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;
  private transient @Nullable PolicyVersion version;
  private transient @Nullable PolicyTrial result;
  private transient List<PolicyFault> faults = List.of();

  /** Reads the version, or begins a draft from another one. */
  public void open() {
    read();
    if (version != null) {
      text = version.file();
      note = version.note();
    } else {
      text = origin().map(PolicyVersion::file).orElse("");
    }
    var today = clock.businessDate();
    effectiveFrom = today;
    lastDay = today;
    firstDay = today.minusDays(DAYS_ASKED);
  }

  private void read() {
    version = number > 0 ? find.byNumber(number).orElse(null) : null;
  }

  /** The version that a new draft begins from. */
  private Optional<PolicyVersion> origin() {
    return from > 0 && isAuthor() ? find.byNumber(from) : Optional.empty();
  }

  /** Keeps the text; answers the page of the draft. */
  public @Nullable String save() {
    read();
    var product = Optional.ofNullable(version).or(this::origin).map(PolicyVersion::product);
    if (product.isEmpty() || !isAuthor()) {
      return null;
    }
    var change =
        draft.handle(
            new DraftPolicyVersion.Command(
                product.get(),
                Optional.ofNullable(version)
                    .map(each -> new DraftPolicyVersion.Edited(each.number(), each.revision())),
                text,
                note.strip(),
                user.actor()));
    if (change instanceof PolicyChange.Done done) {
      return "/bank/policy?number=" + done.version().number() + "&faces-redirect=true";
    }
    tell(change, "");
    return null;
  }

  /** A second person lets it decide from the date on. */
  public void approve() {
    if (version != null && effectiveFrom != null && isAuthor()) {
      tell(
          approve.handle(
              new ApprovePolicyVersion.Command(
                  version.number(), version.revision(), effectiveFrom, user.actor())),
          "It is approved and decides from " + effectiveFrom + " on.");
      read();
    }
  }

  public void drop() {
    if (version != null && isAuthor()) {
      tell(
          drop.handle(
              new DropPolicyVersion.Command(version.number(), version.revision(), user.actor())),
          "It is dropped.");
      read();
    }
  }

  /** Asks the version about past applications. */
  public void ask() {
    read();
    if (version == null || firstDay == null || lastDay == null || lastDay.isBefore(firstDay)) {
      Messages.failed("Give two dates, the first one first.");
      return;
    }
    result =
        trial
            .handle(new TryPolicyVersion.Command(version.number(), firstDay, lastDay))
            .orElseThrow();
  }

  private void tell(PolicyChange change, String done) {
    switch (change) {
      case PolicyChange.Done ignored -> Messages.done(done);
      case PolicyChange.Faulty faulty -> {
        faults = faulty.faults();
        Messages.failed("There are faults; nothing was done.");
      }
      case PolicyChange.SecondPersonNeeded ignored ->
          Messages.failed("You made this version or edited it last: somebody else approves it.");
      case PolicyChange.Overtaken ignored ->
          Messages.failed("Somebody changed this version since you opened it. Nothing was done.");
      case PolicyChange.Unknown ignored -> Messages.failed("There is no such version.");
    }
  }

  /** Whether the person works on credit policies. */
  public boolean isAuthor() {
    return user.getRole() == Role.UNDERWRITER || user.getRole() == Role.OPERATIONS;
  }

  /** Whether this is a draft that isn't kept yet. */
  public boolean isBeginning() {
    return number == 0 && !text.isEmpty();
  }

  public boolean isEditable() {
    return isBeginning() || (isDraft() && isAuthor());
  }

  public boolean isDraft() {
    return version != null && version.status() == PolicyStatus.DRAFT;
  }

  /** Whether the person may let it decide. */
  public boolean isApprovable() {
    return isDraft() && isAuthor() && version != null && version.isForeignTo(user.actor().name());
  }

  public boolean isDroppable() {
    return isAuthor()
        && version != null
        && (isDraft() || version.status() == PolicyStatus.APPROVED);
  }

  public List<PolicyTrial.Change> getChanges() {
    return result == null ? List.of() : result.changes().stream().limit(CHANGES_SHOWN).toList();
  }

  public List<Outcome> getOutcomes() {
    return List.of(Outcome.values());
  }

  public List<ApplicantAttribute> getAttributes() {
    return List.of(ApplicantAttribute.values());
  }

  public @Nullable PolicyTrial getResult() {
    return result;
  }

  public List<PolicyFault> getFaults() {
    return faults;
  }

  public @Nullable PolicyVersion getVersion() {
    return version;
  }

  public int getNumber() {
    return number;
  }

  public void setNumber(int number) {
    this.number = number;
  }

  public int getFrom() {
    return from;
  }

  public void setFrom(int from) {
    this.from = from;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public @Nullable LocalDate getEffectiveFrom() {
    return effectiveFrom;
  }

  public void setEffectiveFrom(@Nullable LocalDate effectiveFrom) {
    this.effectiveFrom = effectiveFrom;
  }

  public @Nullable LocalDate getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(@Nullable LocalDate firstDay) {
    this.firstDay = firstDay;
  }

  public @Nullable LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(@Nullable LocalDate lastDay) {
    this.lastDay = lastDay;
  }
}
