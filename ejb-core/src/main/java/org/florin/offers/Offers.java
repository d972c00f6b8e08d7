package org.florin.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.platform.sql.Database;
import org.florin.statements.interest.Promotion;

/** The store of promotions and caps. */
@ApplicationScoped
class Offers {

  @Inject Database database;

  /** False if the account has one of that code. */
  boolean add(AccountId account, Promotion promotion) {
    return database.update(
            """
            insert into account_promotion (account_id, code, balance_kind, rate, offered_from, offered_until, ends_on)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            account.value(),
            promotion.code(),
            promotion.kind().code(),
            promotion.rate().percent(),
            promotion.offeredFrom(),
            promotion.offeredUntil(),
            promotion.endsOn())
        == 1;
  }

  void cap(AccountId account, CapReason reason, LocalDate from, Optional<LocalDate> until) {
    database.update(
        """
        insert into account_rate_cap (account_id, reason, rate, from_day, until_day) values (?, ?, ?, ?, ?)
        on conflict (account_id, reason, from_day) do update set until_day = excluded.until_day
        """,
        account.value(),
        reason.code(),
        reason.highest().percent(),
        from,
        until);
  }
}
