package org.florin.portal.disputes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.florin.accounts.FindAccounts;
import org.florin.disputes.AddEvidence;
import org.florin.disputes.DisputeOutcome;
import org.florin.disputes.DisputeView;
import org.florin.disputes.EvidenceView;
import org.florin.disputes.LetterKind;
import org.florin.disputes.WithdrawDispute;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;

/** One of a cardholder's own disputes: where it stands, its files, its letters, a way back. */
@Named
@ViewScoped
public class DisputePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject CurrentUser user;
  @Inject FindAccounts accounts;
  @Inject DisputeFile file;
  @Inject AddEvidence addEvidence;
  @Inject WithdrawDispute withdrawDispute;

  private String id = "";
  private transient @Nullable Part upload;
  private transient DisputeFile.@Nullable Sheet sheet;

  /** Reads it. */
  public void open() {
    sheet = visible().map(file::sheet).orElse(null);
  }

  /** Hands in the chosen file. */
  public void add() throws IOException {
    var dispute = visible();
    if (dispute.isPresent() && upload != null && upload.getSubmittedFileName() != null) {
      var name = upload.getSubmittedFileName();
      try (var content = upload.getInputStream()) {
        var outcome =
            addEvidence.handle(
                new AddEvidence.Command(
                    dispute.get().id(),
                    name.substring(0, Math.min(name.length(), AddEvidence.NAME_LENGTH_MAX)),
                    content.readNBytes(addEvidence.bytesMax() + 1),
                    user.actor()));
        switch (outcome) {
          case AddEvidence.Outcome.Kept kept -> Messages.done("The file is with your dispute.");
          case AddEvidence.Outcome.Refused refused -> Messages.failed(refused.why());
        }
      }
    } else {
      Messages.failed("Choose a file first.");
    }
    open();
  }

  /** Takes the dispute back. */
  public void withdraw() {
    visible()
        .ifPresent(
            dispute -> {
              switch (withdrawDispute.handle(
                  new WithdrawDispute.Command(
                      dispute.id(),
                      Optional.of(user.customer()),
                      Optional.empty(),
                      user.actor()))) {
                case DisputeOutcome.Done done -> Messages.done("Your dispute is taken back.");
                case DisputeOutcome.NotFound not -> Messages.failed("There is no such dispute.");
                case DisputeOutcome.NotPossible not ->
                    Messages.failed("It can't be taken back any more.");
              }
            });
    open();
  }

  public void letter(LetterKind kind) throws IOException {
    var dispute = visible();
    if (dispute.isPresent()) {
      file.sendLetter(dispute.get(), kind);
    }
  }

  public void evidence(EvidenceView evidence) throws IOException {
    var dispute = visible();
    if (dispute.isPresent()) {
      file.sendEvidence(dispute.get(), evidence);
    }
  }

  private Optional<DisputeView> visible() {
    return file.find(id)
        .filter(
            dispute ->
                accounts
                    .byId(dispute.account())
                    .filter(account -> account.customer().equals(user.customer()))
                    .isPresent());
  }

  public DisputeFile.@Nullable Sheet getSheet() {
    return sheet;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public @Nullable Part getUpload() {
    return upload;
  }

  public void setUpload(@Nullable Part upload) {
    this.upload = upload;
  }
}
