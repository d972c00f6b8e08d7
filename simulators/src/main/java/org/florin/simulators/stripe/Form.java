package org.florin.simulators.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A form body with bracketed names, {@code metadata[account]=A1}. Parameters are kept sorted,
 * because their order on the wire is not fixed.
 */
final class Form {
  private final SortedMap<String, String> values;

  private Form(SortedMap<String, String> values) {
    this.values = values;
  }

  static Form parse(String body) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String pair : body.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        values.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return new Form(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                StripeError.invalid(
                    "parameter_missing", name, "Missing required param: " + name + "."));
  }

  boolean flag(String name) {
    return text(name).map("true"::equals).orElse(false);
  }

  Optional<Long> amount(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return Long.parseLong(value);
              } catch (NumberFormatException e) {
                throw StripeError.invalid(
                    "parameter_invalid_integer", name, "Invalid integer: " + value);
              }
            });
  }

  /** The values of {@code name[key]}. */
  JsonObject object(String name) {
    JsonObject object = new JsonObject();
    String prefix = name + "[";
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && key.endsWith("]")) {
            object.addProperty(key.substring(prefix.length(), key.length() - 1), value);
          }
        });
    return object;
  }

  /** The values of {@code name[]} or {@code name[0]}, {@code name[1]}. */
  JsonArray array(String name) {
    JsonArray array = new JsonArray();
    object(name).asMap().values().forEach(array::add);
    return array;
  }

  /** Copies a parameter into an object where it was given; an empty value clears it. */
  void copy(String name, JsonObject target) {
    String value = values.get(name);
    if (value != null) {
      JsonElement element =
          value.isEmpty() ? com.google.gson.JsonNull.INSTANCE : new JsonPrimitive(value);
      target.add(name, element);
    }
  }

  /** Canonical text for comparing two requests. */
  String canonical() {
    return values.toString();
  }
}
