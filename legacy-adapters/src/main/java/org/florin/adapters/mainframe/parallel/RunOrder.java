package org.florin.adapters.mainframe.parallel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.florin.legacyfiles.ImportMode;

/**
 * What a run is asked to do, with every clock and parameter the programs would read.
 *
 * @param asciiOutput whether files are written in ASCII; empty is as the daily file comes
 * @param interestParameter the ten characters that begin the ids of interest transactions
 */
public record RunOrder(
    Path in,
    Path out,
    ImportMode mode,
    Optional<Boolean> asciiOutput,
    Set<RunStep> steps,
    LocalDateTime postClock,
    LocalDateTime interestClock,
    LocalDateTime exportClock,
    String interestParameter,
    LocalDate reportFrom,
    LocalDate reportTo) {

  private static final int PARAMETER_LENGTH = 10;
  private static final DateTimeFormatter DASHES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH.mm.ss.SS'0000'");

  public RunOrder {
    steps = Set.copyOf(steps);
    if (interestParameter.length() != PARAMETER_LENGTH) {
      throw new IllegalArgumentException(
          "the parameter of the interest step has " + PARAMETER_LENGTH + " characters");
    }
    if (reportFrom.isAfter(reportTo)) {
      throw new IllegalArgumentException("the report ends before it begins");
    }
  }

  boolean isCorrect() {
    return mode == ImportMode.CORRECT;
  }

  /** A clock as the programs stamp it: dashes and dots, hundredths of a second. */
  static String stamp(LocalDateTime clock) {
    return DASHES.format(clock);
  }
}
