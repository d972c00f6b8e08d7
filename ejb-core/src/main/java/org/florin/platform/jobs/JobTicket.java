package org.florin.platform.jobs;

import org.florin.kernel.JobId;

/** The right to work on a run, until somebody else begins it with a higher token. */
public record JobTicket(JobId run, long token) {}
