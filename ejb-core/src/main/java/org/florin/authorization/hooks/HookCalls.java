package org.florin.authorization.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.HookCallId;
import org.florin.kernel.Money;
import org.florin.platform.sql.Database;

/** The questions that counted, each written with the decision that it counted in. */
@ApplicationScoped
public class HookCalls {

  @Inject Database database;

  /** Keeps calls, in the transaction of the given connection. */
  public static void keep(Database connection, List<HookCall> calls) {
    if (calls.isEmpty()) {
      return;
    }
    connection.update(
        """
        insert into authorization_hook_call (id, authorization_id, account_id, product_code, asked_minor, currency,
          result, detail, duration_millis, decided_by, stand_in_minor, at)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
          ?::int[], ?::text[], ?::bigint[], ?::timestamptz[])
        """,
        calls.stream().map(call -> call.id().value()).toList(),
        calls.stream().map(call -> call.authorization().value()).toList(),
        calls.stream().map(call -> call.account().value()).toList(),
        calls.stream().map(HookCall::productCode).toList(),
        calls.stream().map(call -> call.asked().minor()).toList(),
        calls.stream().map(call -> call.asked().currency().code()).toList(),
        calls.stream().map(HookCall::result).toList(),
        calls.stream().map(HookCall::detail).toList(),
        calls.stream().map(HookCall::durationMillis).toList(),
        calls.stream().map(call -> call.decidedBy().code()).toList(),
        calls.stream().map(call -> call.standIn().minor()).toList(),
        calls.stream().map(HookCall::at).toList());
  }

  /** What stand-in approved on accounts since the start of a day. */
  public static Map<AccountId, StandInUse> standInSince(
      Database connection, Collection<AccountId> accounts, Instant dayStart) {
    var uses = new HashMap<AccountId, StandInUse>();
    connection.list(
        """
        select account_id, sum(stand_in_minor)::bigint as approved, count(*)::int as count from authorization_hook_call
        where account_id = any(?::uuid[]) and stand_in_minor > 0 and at >= ? group by account_id
        """,
        row ->
            uses.put(
                new AccountId(row.uuid("account_id")),
                new StandInUse(row.number("approved"), row.integer("count"))),
        accounts.stream().map(AccountId::value).toList(),
        dayStart);
    return uses;
  }

  /** Notes what came when the payment was decided; without a decision there is nothing to note. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void late(HookCallId id, HookAnswer answer, int afterMillis) {
    database.update(
        "update authorization_hook_call set late_result = ?, late_after_millis = ? where id = ?",
        answer.code(),
        afterMillis,
        id.value());
  }

  /** The question of an authorization, if there was one. */
  public static Optional<HookCall> of(Database connection, AuthorizationId authorization) {
    return connection.first(
        "select * from authorization_hook_call where authorization_id = ?",
        HookCalls::read,
        authorization.value());
  }

  static List<HookCall> latest(Database connection, int countMax) {
    return connection.list(
        "select * from authorization_hook_call order by at desc limit ?",
        HookCalls::read,
        countMax);
  }

  private static HookCall read(Database.Row row) throws SQLException {
    var currency = new CurrencyCode(row.text("currency"));
    var lateResult = row.optionalText("late_result");
    var lateAfter = row.integer("late_after_millis");
    return new HookCall(
        new HookCallId(row.uuid("id")),
        new AuthorizationId(row.uuid("authorization_id")),
        new AccountId(row.uuid("account_id")),
        row.text("product_code"),
        new Money(row.number("asked_minor"), currency),
        row.text("result"),
        row.text("detail"),
        row.integer("duration_millis"),
        HookRuling.By.valueOf(row.text("decided_by").toUpperCase(Locale.ROOT)),
        new Money(row.number("stand_in_minor"), currency),
        row.instant("at"),
        lateResult.map(result -> new HookCall.Late(result, lateAfter)));
  }
}
