package org.florin.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.DisputeId;

/** Shows what was written to the cardholder about a dispute, the same bytes for ever. */
@Stateless
public class ShowDisputeLetter {

  @Inject DisputeLetters letters;

  /** The letters there are, in the order they were written. */
  public List<LetterKind> kinds(DisputeId dispute) {
    return Arrays.stream(LetterKind.values())
        .filter(kind -> letters.html(dispute, kind).isPresent())
        .toList();
  }

  /** A letter as an accessible PDF; empty if it was not written. */
  public Optional<byte[]> pdf(DisputeId dispute, LetterKind kind) {
    return letters.pdf(dispute, kind);
  }
}
