package org.florin.authorization.controls;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.florin.authorization.controls.SpendingLimit.Window;
import org.florin.platform.sql.Database;

/** The form in which controls lie in the database. */
public final class ControlRows {

  private static final String NO_LIMITS = "[]";

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

  static String json(List<SpendingLimit> limits) {
    var array = Json.createArrayBuilder();
    for (var limit : limits) {
      var object =
          Json.createObjectBuilder()
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
    try (var reader = Json.createReader(new StringReader(json))) {
      reader.readArray().getValuesAs(JsonObject.class).forEach(limit -> limits.add(limit(limit)));
    }
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
