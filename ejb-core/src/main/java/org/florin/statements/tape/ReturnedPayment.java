package org.florin.statements.tape;

import java.time.LocalDate;
import java.util.List;
import org.florin.statements.delinquency.Due;

/**
 * A payment that came back.
 *
 * @param countedOn the day of the tape that took it into account
 * @param amountMinor above 0
 * @param reopened what it had paid of what was asked for
 */
public record ReturnedPayment(LocalDate countedOn, long amountMinor, List<Due> reopened) {}
