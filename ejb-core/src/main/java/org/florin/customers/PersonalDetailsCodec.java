package org.florin.customers;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.florin.platform.json.JsonParts;
import org.jspecify.annotations.Nullable;

/** The stored form of personal details, inside the seal: JSON. */
public final class PersonalDetailsCodec {

  private PersonalDetailsCodec() {}

  /** Writes details as bytes to be sealed. */
  public static byte[] encode(PersonalDetails details) {
    return json(details).build().toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads opened bytes. */
  public static PersonalDetails decode(byte[] bytes) {
    return details(JsonParts.read(bytes));
  }

  /** The details as a JSON object, for a larger sealed document. */
  public static JsonObjectBuilder json(PersonalDetails details) {
    var address = details.address();
    var json =
        JsonParts.object()
            .add("first_name", details.firstName())
            .add("last_name", details.lastName())
            .add("line1", address.line1())
            .add("city", address.city())
            .add("postal_code", address.postalCode())
            .add("country", address.country());
    optional(json, "middle_name", details.middleName());
    var birth = details.dateOfBirth();
    optional(json, "date_of_birth", birth == null ? null : birth.toString());
    optional(json, "tax_id", details.taxId());
    optional(json, "email", details.email());
    optional(json, "phone", details.phone());
    optional(json, "line2", address.line2());
    optional(json, "state", address.state());
    return json;
  }

  /** Reads what {@link #json} wrote. */
  public static PersonalDetails details(JsonObject json) {
    var birth = text(json, "date_of_birth");
    return new PersonalDetails(
        json.getString("first_name"),
        text(json, "middle_name"),
        json.getString("last_name"),
        birth == null ? null : LocalDate.parse(birth),
        text(json, "tax_id"),
        text(json, "email"),
        text(json, "phone"),
        new PostalAddress(
            json.getString("line1"),
            text(json, "line2"),
            json.getString("city"),
            text(json, "state"),
            json.getString("postal_code"),
            json.getString("country")));
  }

  private static void optional(JsonObjectBuilder json, String name, @Nullable String value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  private static @Nullable String text(JsonObject json, String name) {
    return json.containsKey(name) ? json.getString(name) : null;
  }
}
