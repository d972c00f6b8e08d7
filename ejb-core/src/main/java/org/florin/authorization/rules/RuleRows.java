package org.florin.authorization.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.florin.authorization.lifecycle.Tolerance;
import org.florin.platform.sql.Database;

/** Reads the rules' rows, each in the version that is in effect on the business date. */
@ApplicationScoped
class RuleRows {

  @Inject Database database;

  /** Outside the caller's transaction: its connection may be another one. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  PaymentRules inEffect() {
    return read(database);
  }

  static PaymentRules read(Database database) {
    return new PaymentRules(
        rows(database, "hold_rule", "rank", RuleRows::holdRule),
        rows(database, "clearing_rule", "rank", RuleRows::clearingRule),
        byKey(rows(database, "network_profile", "name", RuleRows::profile), NetworkProfile::name),
        byKey(
            rows(database, "authorization_program", "product_code", RuleRows::program),
            Program::productCode));
  }

  /** The latest version of each key; the table and column names are ours, not a caller's. */
  private static <T> List<T> rows(
      Database database, String table, String key, Database.RowReader<T> reader) {
    return database.list(
        "select distinct on ("
            + key
            + ") * from "
            + table
            + " where effective_from <= (select business_date from bank) order by "
            + key
            + ", effective_from desc",
        reader);
  }

  private static <T> Map<String, T> byKey(List<T> rows, Function<T, String> key) {
    return rows.stream().collect(Collectors.toMap(key, row -> row));
  }

  private static HoldRule holdRule(Database.Row row) throws SQLException {
    return new HoldRule(
        row.integer("rank"),
        row.optionalText("network"),
        row.optionalText("presence").map("present"::equals),
        row.optionalText("initiation").map("merchant"::equals),
        row.optionalText("kind"),
        categories(row),
        row.integer("days"),
        row.flag("until_completion"),
        row.flag("extends_on_increment"));
  }

  private static ClearingRule clearingRule(Database.Row row) throws SQLException {
    Optional<Integer> percent = row.optionalText("tolerance_percent").map(Integer::valueOf);
    return new ClearingRule(
        row.integer("rank"),
        categories(row),
        percent.<Tolerance>map(Tolerance.Percent::new).orElseGet(Tolerance.Any::new),
        row.flag("single"));
  }

  private static MccRange categories(Database.Row row) throws SQLException {
    return new MccRange(row.integer("mcc_from"), row.integer("mcc_to"));
  }

  private static NetworkProfile profile(Database.Row row) throws SQLException {
    return new NetworkProfile(
        row.text("name"),
        row.text("increment_amount").equals("cumulative"),
        row.text("unknown_original").equals("new"));
  }

  private static Program program(Database.Row row) throws SQLException {
    return new Program(
        row.text("product_code"),
        row.number("fuel_check_max_minor"),
        row.number("fuel_hold_minor"),
        row.integer("tip_uplift_percent"),
        row.number("partial_min_minor"),
        row.number("over_limit_minor"),
        row.flag("cash_allowed"),
        row.flag("quasi_cash_allowed"),
        row.flag("address_mismatch_declines"),
        row.integer("days_past_due_max"),
        row.integer("pin_tries_max"),
        row.number("preauthorization_max_minor"),
        Set.copyOf(row.texts("blocked_countries")),
        row.flag("refund_raises_credit"));
  }
}
