package org.florin.applications;

import java.time.Instant;
import java.util.UUID;

/** A document that was supplied, without its content. */
public record DocumentView(
    UUID id, DocumentKind kind, String fileName, String mediaType, long sizeBytes, Instant at) {}
