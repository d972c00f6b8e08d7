package org.florin.statements.delinquency;

import java.time.LocalDate;

/**
 * What is left of a required minimum payment.
 *
 * @param leftMinor above 0, in minor units
 */
public record Due(LocalDate dueOn, long leftMinor) {}
