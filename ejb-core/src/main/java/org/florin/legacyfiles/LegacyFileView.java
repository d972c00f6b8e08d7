package org.florin.legacyfiles;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.FileId;

/**
 * A file as it is kept.
 *
 * @param direction in (received) or out (written for the legacy system)
 * @param kind code of the {@link FileKind}, or what an outgoing file holds
 * @param status receiving, received, ignored, quarantined or written
 * @param reason why it is ignored or quarantined
 */
public record LegacyFileView(
    FileId id,
    long sequence,
    String system,
    String direction,
    String name,
    Optional<String> kind,
    Optional<String> encoding,
    String sha256,
    long sizeBytes,
    long records,
    String status,
    Optional<String> reason,
    Instant receivedAt) {}
