package org.florin.adapters.copybook;

/** Why one field of one record cannot be read; the offset counts from the record's first byte. */
public record FieldFault(int offset, String field, String reason) {}
