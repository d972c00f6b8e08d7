package org.florin.statements;

import java.time.LocalDate;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.kernel.StatementId;

/**
 * A statement in short.
 *
 * @param document everything it says, as JSON; the same bytes for ever
 */
public record StatementView(
    StatementId id,
    AccountId account,
    LocalDate from,
    LocalDate closedOn,
    LocalDate dueOn,
    Money previousBalance,
    Money newBalance,
    Money minimumPayment,
    Money interest,
    Money fees,
    String document) {}
