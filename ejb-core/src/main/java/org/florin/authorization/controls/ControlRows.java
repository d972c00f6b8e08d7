package org.florin.authorization.controls;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.florin.authorization.controls.SpendingLimit.Window;
import org.florin.platform.json.JsonParts;
import org.florin.platform.sql.Database;

/** The form in which controls lie in the database. */
public final class ControlRows {

  private static final String NO_LIMITS = "[]";

  private static final String WRITE =
      """
      insert into %1$s_control (%1$s_id, transaction_limit_minor, blocked_mccs, blocked_countries,
        blocked_entry_modes, stopped_merchants, limits)
      values (?, ?, ?, ?, ?, ?, ?::jsonb)
      on conflict (%1$s_id) do update set transaction_limit_minor = excluded.transaction_limit_minor,
        blocked_mccs = excluded.blocked_mccs, blocked_countries = excluded.blocked_countries,
        blocked_entry_modes = excluded.blocked_entry_modes, stopped_merchants = excluded.stopped_merchants,
        limits = excluded.limits, changed_at = clock_timestamp()
      """;

  private ControlRows() {}

  /**
   * The controls in the columns that begin with the prefix.
   *
   * @param prefix {@code card_} or {@code account_}
   */
  public static SpendingControls read(Database.Row row, String prefix) throws SQLException {
    return new SpendingControls(
        row.optionalText(prefix + "transaction_limit_minor").map(Long::valueOf),
        Set.copyOf(row.texts(prefix + "blocked_mccs")),
        Set.copyOf(row.texts(prefix + "blocked_countries")),
        Set.copyOf(row.texts(prefix + "blocked_entry_modes")),
        Set.copyOf(row.texts(prefix + "stopped_merchants")),
        limits(row.text(prefix + "limits")));
  }

  /**
   * Replaces the controls of a card or an account.
   *
   * @param holder {@code card} or {@code account}
   */
  static void write(Database database, String holder, UUID id, SpendingControls controls) {
    database.update(
        WRITE.formatted(holder),
        id,
        controls.transactionLimitMinor(),
        controls.blockedMccs(),
        controls.blockedCountries(),
        controls.blockedEntryModes(),
        controls.stoppedMerchants(),
        json(controls.limits()));
  }

  private static String json(List<SpendingLimit> limits) {
    var array = JsonParts.array();
    for (var limit : limits) {
      var object =
          JsonParts.object()
              .add("window", limit.window().name().toLowerCase(Locale.ROOT))
              .add("hours", limit.hours())
              .add("zone", limit.zone().getId());
      limit.amountMaxMinor().ifPresent(amount -> object.add("amount", amount));
      limit.countMax().ifPresent(count -> object.add("count", count));
      array.add(object);
    }
    return array.build().toString();
  }

  private static List<SpendingLimit> limits(String json) {
    if (json.equals(NO_LIMITS)) {
      return List.of();
    }
    var limits = new ArrayList<SpendingLimit>();
    JsonParts.readArray(json)
        .getValuesAs(JsonObject.class)
        .forEach(limit -> limits.add(limit(limit)));
    return List.copyOf(limits);
  }

  private static SpendingLimit limit(JsonObject limit) {
    return new SpendingLimit(
        Window.valueOf(limit.getString("window").toUpperCase(Locale.ROOT)),
        limit.getInt("hours"),
        ZoneId.of(limit.getString("zone")),
        limit.containsKey("amount")
            ? Optional.of(limit.getJsonNumber("amount").longValueExact())
            : Optional.empty(),
        limit.containsKey("count") ? Optional.of(limit.getInt("count")) : Optional.empty());
  }
}
