package org.florin.batch.statistics;

import org.florin.statistics.StatisticsStep;

/** A step of a run with its place among all of them, counted from 1. */
record NumberedStep(StatisticsStep step, long number, long total) {}
