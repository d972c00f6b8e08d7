package org.florin.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.TreeMap;

/**
 * One text for all spellings of the same value: names sorted, no white space, numbers without
 * trailing zeros, so that {@code 1.0} and {@code 1.00} are the same and {@code 1} and {@code 2} are
 * not.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  public static String of(JsonValue value) {
    var text = new StringBuilder(512);
    append(value, text);
    return text.toString();
  }

  private static void append(JsonValue value, StringBuilder text) {
    switch (value) {
      case JsonObject object -> {
        text.append('{');
        new TreeMap<>(object)
            .forEach(
                (name, member) -> {
                  text.append(name.length()).append(':').append(name).append('=');
                  append(member, text);
                  text.append(',');
                });
        text.append('}');
      }
      case JsonArray array -> {
        text.append('[');
        array.forEach(
            element -> {
              append(element, text);
              text.append(',');
            });
        text.append(']');
      }
      case JsonNumber number -> {
        var plain = number.bigDecimalValue().stripTrailingZeros();
        text.append(plain.unscaledValue()).append('e').append(-plain.scale());
      }
      default -> text.append(value);
    }
  }
}
