package org.florin.api.controls;

import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.florin.api.authorizations.PaymentMembers;
import org.florin.api.json.Codes;
import org.florin.api.json.JsonBody;
import org.florin.api.json.Members;
import org.florin.authorization.EntryMode;
import org.florin.authorization.controls.FindControls;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.controls.SpendingLimit;
import org.florin.authorization.controls.SpendingLimit.Window;

/** Controls as partners send and see them. */
public final class ControlsJson {

  private static final int BLOCKS_MAX = 500;
  private static final int LIMITS_MAX = 20;
  private static final int HOURS_MAX = 744;
  private static final int COUNT_MAX = 1_000_000;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final ZoneId UTC = ZoneId.of("UTC");

  private ControlsJson() {}

  /** Reads a whole set; what is left out isn't restricted. */
  public static SpendingControls read(JsonObject object) {
    var body = JsonBody.of(object);
    var controls =
        new SpendingControls(
            body.optionalInteger("transaction_limit", 0, PaymentMembers.AMOUNT_MAX),
            Set.copyOf(
                body.texts(
                    "blocked_mccs",
                    BLOCKS_MAX,
                    mcc -> mcc.matches("[0-9]{4}"),
                    "Must be four digits.")),
            Set.copyOf(
                body.texts(
                    "blocked_countries",
                    BLOCKS_MAX,
                    COUNTRIES::contains,
                    "Must be an ISO 3166-1 alpha-2 code.")),
            Set.copyOf(
                body.texts(
                    "blocked_entry_modes",
                    BLOCKS_MAX,
                    mode ->
                        Arrays.stream(EntryMode.values())
                            .anyMatch(each -> each.code().equals(mode)),
                    "Must be one of the entry modes.")),
            Set.copyOf(
                body.texts(
                    "stopped_merchants",
                    BLOCKS_MAX,
                    merchant -> !merchant.isEmpty() && merchant.length() <= 64,
                    "Must be a merchant's id.")),
            body.objects("limits", LIMITS_MAX).stream()
                .map(ControlsJson::limit)
                .flatMap(Optional::stream)
                .toList());
    body.complete();
    return controls;
  }

  private static Optional<SpendingLimit> limit(JsonBody limit) {
    var window =
        limit.read(
            "window",
            code -> Codes.lowerCase(code, Window::valueOf),
            "Must be day, week, month or rolling.",
            Window.DAY);
    var zone =
        limit
            .optional(
                "time_zone", ControlsJson::zone, "Must be a time zone such as America/Chicago.")
            .orElse(UTC);
    var hours = limit.optionalInteger("hours", 1, HOURS_MAX).map(Long::intValue);
    var amount = limit.optionalInteger("amount", 0, PaymentMembers.AMOUNT_MAX);
    var count = limit.optionalInteger("count", 0, COUNT_MAX).map(Long::intValue);
    if ((window == Window.ROLLING) != hours.isPresent()) {
      limit.complain("hours", "window", "A rolling window has hours, the others have none.");
      return Optional.empty();
    }
    if (amount.isEmpty() && count.isEmpty()) {
      limit.complain("amount", "required", "Give an amount, a count or both.");
      return Optional.empty();
    }
    return Optional.of(new SpendingLimit(window, hours.orElse(0), zone, amount, count));
  }

  private static ZoneId zone(String id) {
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw new IllegalArgumentException("no such time zone");
    }
    return ZoneId.of(id);
  }

  /** Writes {@code controls}, with what is left of each limit. */
  public static void write(JsonGenerator json, FindControls.InUse inUse, Instant now) {
    var controls = inUse.controls();
    json.writeStartObject("controls");
    Members.write(json, "transaction_limit", controls.transactionLimitMinor());
    texts(json, "blocked_mccs", controls.blockedMccs());
    texts(json, "blocked_countries", controls.blockedCountries());
    texts(json, "blocked_entry_modes", controls.blockedEntryModes());
    texts(json, "stopped_merchants", controls.stoppedMerchants());
    limits(json, inUse.uses(), now);
    json.writeEnd();
  }

  private static void limits(JsonGenerator json, List<LimitUse> uses, Instant now) {
    json.writeStartArray("limits");
    for (var use : uses) {
      var limit = use.limit();
      json.writeStartObject().write("window", limit.window().name().toLowerCase(Locale.ROOT));
      Members.write(
          json,
          "hours",
          Optional.of(limit.hours()).filter(hours -> limit.window() == Window.ROLLING));
      json.write("time_zone", limit.zone().getId());
      Members.write(json, "amount", limit.amountMaxMinor());
      Members.write(json, "count", limit.countMax());
      json.write("used_amount", use.spentMinor()).write("used_count", use.count());
      Members.write(json, "remaining_amount", use.remainingMinor());
      Members.write(json, "remaining_count", use.remainingCount());
      Members.write(json, "resets_at", limit.endsAt(now));
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void texts(JsonGenerator json, String name, Set<String> values) {
    json.writeStartArray(name);
    values.stream().sorted().forEach(json::write);
    json.writeEnd();
  }
}
