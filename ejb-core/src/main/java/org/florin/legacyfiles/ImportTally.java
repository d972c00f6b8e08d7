package org.florin.legacyfiles;

/** Counts and sums of a file; read = new + unchanged + differing + rejected + suspense. */
public record ImportTally(
    long read,
    long added,
    long unchanged,
    long differing,
    long posted,
    long rejected,
    long suspense,
    long readMinor,
    long postedMinor,
    long unchangedMinor,
    long rejectedMinor,
    long suspenseMinor) {

  static final ImportTally NOTHING = new ImportTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public ImportTally plus(ImportTally other) {
    return new ImportTally(
        read + other.read,
        added + other.added,
        unchanged + other.unchanged,
        differing + other.differing,
        posted + other.posted,
        rejected + other.rejected,
        suspense + other.suspense,
        Math.addExact(readMinor, other.readMinor),
        Math.addExact(postedMinor, other.postedMinor),
        Math.addExact(unchangedMinor, other.unchangedMinor),
        Math.addExact(rejectedMinor, other.rejectedMinor),
        Math.addExact(suspenseMinor, other.suspenseMinor));
  }
}
