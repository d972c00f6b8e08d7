package org.florin.legacyfiles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.FileId;
import org.florin.kernel.JobId;

/**
 * An import run as it is now.
 *
 * @param status of the {@link org.florin.platform.jobs.JobStatus}
 * @param suspense the first items; the tallies count them all
 */
public record ImportView(
    JobId id,
    String system,
    ImportMode mode,
    String status,
    int percent,
    Optional<String> message,
    Instant createdAt,
    Optional<Instant> endedAt,
    ImportTally total,
    List<FileView> files,
    List<SuspenseView> suspense,
    long differences,
    Optional<FileId> rejectFile,
    Optional<FileId> differenceReport) {

  /** One file of the run. */
  public record FileView(
      FileId id, String name, FileKind kind, String encoding, long records, ImportTally tally) {}

  /** One record in suspense. */
  public record SuspenseView(
      String file, long line, long offset, String key, String field, String reason) {}
}
