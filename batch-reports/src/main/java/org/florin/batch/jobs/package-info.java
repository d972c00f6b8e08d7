/**
 * Starts the Jakarta Batch job behind every run that is due and writes down how it ended. Which run
 * is whose is decided by the run's row, never by the batch container's memory: a run left behind by
 * a dead server is begun again by a living one.
 */
@NullMarked
package org.florin.batch.jobs;

import org.jspecify.annotations.NullMarked;
