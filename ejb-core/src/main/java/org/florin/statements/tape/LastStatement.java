package org.florin.statements.tape;

import java.time.LocalDate;

/**
 * What the next days must know of the latest statement.
 *
 * @param balanceMinor new balance of that statement; negative when the bank owed
 * @param minimumMinor required payment without what was past due already
 * @param hadGrace whether its balance costs nothing when it is paid in full in time
 */
public record LastStatement(
    LocalDate closedOn, LocalDate dueOn, long balanceMinor, long minimumMinor, boolean hadGrace) {}
