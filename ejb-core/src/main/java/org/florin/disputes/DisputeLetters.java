package org.florin.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.DisputeId;
import org.florin.ledger.Journal;
import org.florin.ledger.MerchantDetails;
import org.florin.statements.StatementPrinter;

/** Writes letters with the step they are about, and prints them when they are first asked for. */
@ApplicationScoped
class DisputeLetters {

  private static final String HTML = "text/html";
  private static final String PDF = "application/pdf";

  @Inject Disputes disputes;
  @Inject Journal journal;
  @Inject BusinessClock clock;
  @Inject StatementPrinter printer;

  @Transactional(Transactional.TxType.MANDATORY)
  void write(DisputeView dispute, LetterKind kind) {
    var posting = journal.find(dispute.transaction()).orElseThrow().posting();
    var transaction =
        posting.merchant().map(MerchantDetails::name).orElseGet(posting::description)
            + ", "
            + posting.amount()
            + ", "
            + posting.bookedOn();
    var page = LetterPage.of(dispute, kind, clock.businessDate(), transaction);
    disputes.keepLetter(dispute.id(), kind, HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  Optional<byte[]> html(DisputeId id, LetterKind kind) {
    return disputes.letter(id, kind, HTML);
  }

  /** Printed once; the same bytes ever after. */
  Optional<byte[]> pdf(DisputeId id, LetterKind kind) {
    return disputes
        .letter(id, kind, PDF)
        .or(
            () ->
                html(id, kind)
                    .flatMap(
                        page -> {
                          var printed = printer.print(new String(page, StandardCharsets.UTF_8));
                          disputes.keepLetter(id, kind, PDF, printed);
                          return disputes.letter(id, kind, PDF);
                        }));
  }
}
