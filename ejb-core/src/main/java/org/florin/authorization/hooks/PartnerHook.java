package org.florin.authorization.hooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is asked about a program's payments, and what is done without an answer.
 *
 * @param secret signs the questions; sealed
 * @param budget most that is waited for the answer
 * @param callsMax questions that may be open at a time
 * @param standIn what is approved without an answer; empty declines
 * @param version counts the changes
 */
@SuppressWarnings("ArrayRecordComponent")
public record PartnerHook(
    String productCode,
    URI url,
    byte[] secret,
    Duration budget,
    int callsMax,
    Optional<StandInLimits> standIn,
    long version,
    Instant changedAt) {}
