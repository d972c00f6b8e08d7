package org.florin.statements;

import org.florin.kernel.AccountId;
import org.florin.statements.tape.AccountDay;

/**
 * A day of the tape as it is kept.
 *
 * @param version 0 for the day as it was closed; higher where a back-dated item changed it
 * @param cutOff sequence of the last posting it takes into account
 */
public record TapeRow(AccountId account, AccountDay day, int version, long cutOff) {}
