package org.florin.portal.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.florin.disputes.DisputeView;
import org.florin.disputes.EvidenceView;
import org.florin.disputes.FindDisputes;
import org.florin.disputes.LetterKind;
import org.florin.disputes.ShowDisputeLetter;
import org.florin.kernel.DisputeId;
import org.florin.ledger.Journal;
import org.florin.portal.accounts.PostedLine;
import org.omnifaces.util.Faces;

/** What both sides see of a dispute. */
@ApplicationScoped
public class DisputeFile {

  /** A dispute with its transaction, history, evidence and letters. */
  public record Sheet(
      DisputeView dispute,
      PostedLine transaction,
      List<FindDisputes.Step> steps,
      List<EvidenceView> evidence,
      List<LetterKind> letters) {}

  @Inject FindDisputes find;
  @Inject ShowDisputeLetter letters;
  @Inject Journal journal;

  Optional<DisputeView> find(String id) {
    try {
      return find.byId(DisputeId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Sheet sheet(DisputeView dispute) {
    return new Sheet(
        dispute,
        PostedLine.of(journal.find(dispute.transaction()).orElseThrow()),
        find.steps(dispute.id()),
        find.evidence(dispute.id()),
        letters.kinds(dispute.id()));
  }

  void sendLetter(DisputeView dispute, LetterKind kind) throws IOException {
    var pdf = letters.pdf(dispute.id(), kind);
    if (pdf.isPresent()) {
      Faces.sendFile(pdf.get(), "dispute-" + kind.code() + ".pdf", true);
    }
  }

  void sendEvidence(DisputeView dispute, EvidenceView evidence) throws IOException {
    var content = find.content(dispute.id(), evidence.id());
    if (content.isPresent()) {
      Faces.sendFile(content.get(), evidence.name(), true);
    }
  }
}
