package org.florin.disputes;

import java.time.Instant;
import org.florin.kernel.DisputeId;
import org.florin.kernel.EvidenceId;

/** A file that was handed in with a dispute, without its content. */
public record EvidenceView(
    EvidenceId id,
    DisputeId dispute,
    String name,
    String mediaType,
    long sizeBytes,
    String sha256,
    Instant addedAt) {}
