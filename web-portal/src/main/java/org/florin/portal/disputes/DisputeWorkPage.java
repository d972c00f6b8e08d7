package org.florin.portal.disputes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.florin.access.Role;
import org.florin.disputes.AdvanceDispute;
import org.florin.disputes.DisputeOutcome;
import org.florin.disputes.DisputeStep;
import org.florin.disputes.DisputeView;
import org.florin.disputes.EvidenceView;
import org.florin.disputes.FindDisputes;
import org.florin.disputes.LetterKind;
import org.florin.disputes.Resolution;
import org.florin.disputes.ResolveDispute;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The back office at work on one dispute. */
@Named
@ViewScoped
public class DisputeWorkPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int NOTE_LENGTH_MAX = 500;

  @Inject CurrentUser user;
  @Inject DisputeFile file;
  @Inject FindDisputes find;
  @Inject AdvanceDispute advanceDispute;
  @Inject ResolveDispute resolveDispute;

  private String id = "";
  private String note = "";
  private @Nullable BigDecimal credited;
  private @Nullable BigDecimal recovered;
  private transient DisputeFile.@Nullable Sheet sheet;

  /** Reads it. */
  public void open() {
    sheet = file.find(id).map(file::sheet).orElse(null);
  }

  public void advance(AdvanceDispute.Step step) {
    open();
    take(
        () ->
            advanceDispute.handle(
                new AdvanceDispute.Command(dispute().id(), step, note.strip(), user.actor())));
  }

  public void forCardholder() {
    open();
    resolve(new Resolution.ForCardholder(minor(recovered)));
  }

  public void forMerchant() {
    open();
    resolve(new Resolution.ForMerchant());
  }

  public void inPart() {
    open();
    resolve(new Resolution.InPart(minor(credited), minor(recovered)));
  }

  private void resolve(Resolution resolution) {
    if (note.isBlank()) {
      Messages.field("work:note", "Say what you found.");
      return;
    }
    take(
        () ->
            resolveDispute.handle(
                new ResolveDispute.Command(
                    dispute().id(), resolution, note.strip(), user.actor())));
  }

  private void take(Supplier<DisputeOutcome> step) {
    if (sheet == null || !isOperator()) {
      return;
    }
    switch (step.get()) {
      case DisputeOutcome.Done done -> {
        Messages.done("Done.");
        note = "";
      }
      case DisputeOutcome.NotFound not -> Messages.failed("There is no such dispute.");
      case DisputeOutcome.NotPossible not -> Messages.failed(not.why());
    }
    open();
  }

  public void letter(LetterKind kind) throws IOException {
    open();
    file.sendLetter(dispute(), kind);
  }

  public void evidence(EvidenceView evidence) throws IOException {
    open();
    file.sendEvidence(dispute(), evidence);
  }

  /** Whether the step can be taken now, by this person. */
  public boolean can(DisputeStep step) {
    return sheet != null && isOperator() && find.possible(sheet.dispute()).contains(step);
  }

  public boolean isOperator() {
    return user.getRole() == Role.OPERATIONS;
  }

  private DisputeView dispute() {
    if (sheet == null) {
      throw new IllegalStateException("no dispute " + id);
    }
    return sheet.dispute();
  }

  /** Nothing for an empty field; more than cents are cut off. */
  private long minor(@Nullable BigDecimal amount) {
    return amount == null
        ? 0
        : amount.movePointRight(dispute().currency().fractionDigits()).longValue();
  }

  public DisputeFile.@Nullable Sheet getSheet() {
    return sheet;
  }

  public int getNoteLengthMax() {
    return NOTE_LENGTH_MAX;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public @Nullable BigDecimal getCredited() {
    return credited;
  }

  public void setCredited(@Nullable BigDecimal credited) {
    this.credited = credited;
  }

  public @Nullable BigDecimal getRecovered() {
    return recovered;
  }

  public void setRecovered(@Nullable BigDecimal recovered) {
    this.recovered = recovered;
  }
}
