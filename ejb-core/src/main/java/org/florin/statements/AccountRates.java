package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.AnnualRate;
import org.florin.platform.sql.Database;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;

/** Rates that accounts have for a while, beside those of their product. */
@ApplicationScoped
public class AccountRates {

  @Inject Database database;

  /** Promotions by account, in the order of their first day; accounts without are absent. */
  public Map<AccountId, List<Promotion>> promotions(List<UUID> accounts) {
    var promotions = new HashMap<AccountId, List<Promotion>>();
    record Offered(AccountId account, Promotion promotion) {}
    database
        .list(
            "select * from account_promotion where account_id = any(?::uuid[]) order by account_id, offered_from, code",
            row ->
                new Offered(
                    new AccountId(row.uuid("account_id")),
                    new Promotion(
                        row.text("code"),
                        BalanceKind.ofCode(row.text("balance_kind")),
                        new AnnualRate(row.decimal("rate")),
                        row.date("offered_from"),
                        row.date("offered_until"),
                        row.date("ends_on"))),
            accounts)
        .forEach(
            offered ->
                promotions
                    .computeIfAbsent(offered.account(), key -> new ArrayList<>())
                    .add(offered.promotion()));
    return promotions;
  }

  /** Caps by account, in the order of their first day; accounts without are absent. */
  public Map<AccountId, List<RateCap>> caps(List<UUID> accounts) {
    var caps = new HashMap<AccountId, List<RateCap>>();
    record Granted(AccountId account, RateCap cap) {}
    database
        .list(
            "select * from account_rate_cap where account_id = any(?::uuid[]) order by account_id, from_day",
            row ->
                new Granted(
                    new AccountId(row.uuid("account_id")),
                    new RateCap(
                        row.text("reason"),
                        new AnnualRate(row.decimal("rate")),
                        row.date("from_day"),
                        row.optionalDate("until_day"))),
            accounts)
        .forEach(
            granted ->
                caps.computeIfAbsent(granted.account(), key -> new ArrayList<>())
                    .add(granted.cap()));
    return caps;
  }
}
