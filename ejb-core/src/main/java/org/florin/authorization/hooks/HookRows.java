package org.florin.authorization.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/** The hooks' rows. */
@ApplicationScoped
class HookRows {

  private static final String STAND_IN = "stand_in";

  @Inject Database database;

  /** All, by program; outside the caller's transaction, whose connection may be another one. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  Map<String, PartnerHook> all() {
    return list().stream().collect(Collectors.toMap(PartnerHook::productCode, Function.identity()));
  }

  List<PartnerHook> list() {
    return database.list("select * from authorization_hook order by product_code", HookRows::read);
  }

  Optional<PartnerHook> lock(String productCode) {
    return database.first(
        "select * from authorization_hook where product_code = ? for update",
        HookRows::read,
        productCode);
  }

  void put(PartnerHook hook) {
    database.update(
        """
        insert into authorization_hook (product_code, url, secret_sealed, budget_millis, calls_max, fallback,
          stand_in_amount_max_minor, stand_in_day_amount_max_minor, stand_in_day_count_max, version, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (product_code) do update set url = excluded.url, secret_sealed = excluded.secret_sealed,
          budget_millis = excluded.budget_millis, calls_max = excluded.calls_max, fallback = excluded.fallback,
          stand_in_amount_max_minor = excluded.stand_in_amount_max_minor,
          stand_in_day_amount_max_minor = excluded.stand_in_day_amount_max_minor,
          stand_in_day_count_max = excluded.stand_in_day_count_max,
          version = excluded.version, changed_at = excluded.changed_at
        """,
        hook.productCode(),
        hook.url().toString(),
        hook.secret(),
        (int) hook.budget().toMillis(),
        hook.callsMax(),
        hook.standIn().isPresent() ? STAND_IN : "decline",
        hook.standIn().map(StandInLimits::amountMaxMinor),
        hook.standIn().map(StandInLimits::dayAmountMaxMinor),
        hook.standIn().map(StandInLimits::dayCountMax),
        hook.version(),
        SystemTime.now());
  }

  boolean remove(String productCode) {
    return database.update("delete from authorization_hook where product_code = ?", productCode)
        > 0;
  }

  private static PartnerHook read(Database.Row row) throws SQLException {
    return new PartnerHook(
        row.text("product_code"),
        URI.create(row.text("url")),
        row.bytes("secret_sealed"),
        Duration.ofMillis(row.integer("budget_millis")),
        row.integer("calls_max"),
        row.text("fallback").equals(STAND_IN)
            ? Optional.of(
                new StandInLimits(
                    row.number("stand_in_amount_max_minor"),
                    row.number("stand_in_day_amount_max_minor"),
                    row.integer("stand_in_day_count_max")))
            : Optional.empty(),
        row.number("version"),
        row.instant("changed_at"));
  }
}
