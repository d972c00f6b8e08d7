package org.florin.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object member by member and gathers every complaint with its place. Members that nobody
 * asked for are complaints too. Values read before {@link #complete} are placeholders where a
 * complaint was noted; nothing may be done with them before that call returned.
 */
public final class JsonBody {

  private final JsonObject object;
  private final String path;
  private final List<FieldError> errors;
  private final Set<String> read = new HashSet<>();
  private final List<JsonBody> children = new ArrayList<>();

  private JsonBody(JsonObject object, String path, List<FieldError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  public static JsonBody of(JsonObject object) {
    return new JsonBody(object, "", new ArrayList<>());
  }

  /** Notes a complaint about a member. */
  public void complain(String name, String code, String message) {
    errors.add(new FieldError(path + "/" + name, code, message));
  }

  /**
   * Ends the reading.
   *
   * @throws Problem 400 with all complaints, if there are any
   */
  public void complete() {
    complainOfUnknown();
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private void complainOfUnknown() {
    for (var name : object.keySet()) {
      if (!read.contains(name)) {
        complain(name, "unknown_field", "This field is not known here.");
      }
    }
    children.forEach(JsonBody::complainOfUnknown);
  }

  /** Whether the member is there and not null. */
  public boolean has(String name) {
    read.add(name);
    return value(name) != null;
  }

  /** A member that must be there, as text of 1 to {@code lengthMax} characters. */
  public String text(String name, int lengthMax) {
    return optionalText(name, lengthMax).orElseGet(() -> missing(name, ""));
  }

  /** A member that may be absent or null. */
  public Optional<String> optionalText(String name, int lengthMax) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof JsonString string)) {
      complain(name, "not_text", "Must be text.");
      return Optional.of("");
    }
    var text = string.getString();
    if (text.isBlank() || text.length() > lengthMax) {
      complain(name, "length", "Must have 1 to " + lengthMax + " characters.");
    } else if (text.chars().anyMatch(JsonBody::isUnsafe)) {
      complain(name, "characters", "Must not have control or direction characters.");
    }
    return Optional.of(text);
  }

  /** Text that must match; {@code what} says how. */
  public String text(String name, int lengthMax, Predicate<String> valid, String what) {
    var text = text(name, lengthMax);
    if (!text.isEmpty() && !valid.test(text)) {
      complain(name, "format", what);
    }
    return text;
  }

  /** Text of another type; {@code fallback} stands in where it can't be read. */
  public <T> T read(String name, Function<String, T> parser, String what, T fallback) {
    return value(name) == null
        ? missing(name, fallback)
        : optional(name, parser, what).orElse(fallback);
  }

  /** Text of another type that may be absent. */
  public <T> Optional<T> optional(String name, Function<String, T> parser, String what) {
    return optionalText(name, 255)
        .filter(text -> !text.isEmpty())
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException | DateTimeParseException e) {
                complain(name, "format", what);
                return Optional.empty();
              }
            });
  }

  /** A calendar date, {@code YYYY-MM-DD}. */
  public LocalDate date(String name) {
    return read(name, LocalDate::parse, "Must be a date YYYY-MM-DD.", LocalDate.EPOCH);
  }

  /** A whole number in a range. */
  public long integer(String name, long lowest, long highest) {
    return optionalInteger(name, lowest, highest).orElseGet(() -> missing(name, lowest));
  }

  /** A whole number in a range that may be absent; {@code 10.0} counts as whole. */
  public Optional<Long> optionalInteger(String name, long lowest, long highest) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number) {
      var decimal = number.bigDecimalValue();
      if (inRange(decimal, lowest, highest) && isWhole(decimal)) {
        return Optional.of(decimal.longValueExact());
      }
    }
    complain(name, "range", "Must be a whole number from " + lowest + " to " + highest + ".");
    return Optional.of(lowest);
  }

  /**
   * A number from {@code -most} to {@code most} that must be there, with so many decimals at most.
   */
  public BigDecimal decimal(String name, int most, int decimals) {
    if (value(name) instanceof JsonNumber number) {
      var decimal = number.bigDecimalValue();
      if (inRange(decimal, -most, most) && decimal.scale() <= decimals) {
        return decimal;
      }
    }
    complain(
        name,
        "range",
        "Must be a number from -%d to %d with at most %d decimals."
            .formatted(most, most, decimals));
    return BigDecimal.ZERO;
  }

  private static boolean inRange(BigDecimal decimal, long lowest, long highest) {
    return decimal.compareTo(BigDecimal.valueOf(lowest)) >= 0
        && decimal.compareTo(BigDecimal.valueOf(highest)) <= 0;
  }

  /** Checked only within a range, so that stripping zeros stays cheap. */
  private static boolean isWhole(BigDecimal decimal) {
    return decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
  }

  /** True or false; {@code absent} if it isn't there. */
  public boolean flag(String name, boolean absent) {
    var value = value(name);
    if (value == null) {
      return absent;
    }
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    complain(name, "not_boolean", "Must be true or false.");
    return absent;
  }

  /** An object that must be there. */
  public JsonBody object(String name) {
    return optionalObject(name)
        .orElseGet(
            () ->
                missing(name, new JsonBody(JsonValue.EMPTY_JSON_OBJECT, path, new ArrayList<>())));
  }

  /** An object that may be absent. */
  public Optional<JsonBody> optionalObject(String name) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonObject member) {
      var child = new JsonBody(member, path + "/" + name, errors);
      children.add(child);
      return Optional.of(child);
    }
    complain(name, "not_object", "Must be an object.");
    return Optional.of(new JsonBody(JsonValue.EMPTY_JSON_OBJECT, path, new ArrayList<>()));
  }

  /** An object taken as it is, unread; {@code {}} if absent. */
  public JsonObject raw(String name) {
    var value = value(name);
    if (value == null) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (value instanceof JsonObject member) {
      return member;
    }
    complain(name, "not_object", "Must be an object.");
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** A list of texts; empty if absent. */
  public List<String> texts(String name, int countMax, Predicate<String> valid, String what) {
    var value = value(name);
    if (value == null) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    if (value instanceof JsonArray array && array.size() <= countMax) {
      for (var element : array) {
        if (element instanceof JsonString string && valid.test(string.getString())) {
          texts.add(string.getString());
        } else {
          complain(name + "/" + array.indexOf(element), "format", what);
        }
      }
    } else {
      complain(name, "not_list", "Must be a list of at most " + countMax + ".");
    }
    return texts;
  }

  /** A list of objects, each to be read in turn; empty if absent. */
  public List<JsonBody> objects(String name, int countMax) {
    var value = value(name);
    if (value == null) {
      return List.of();
    }
    var objects = new ArrayList<JsonBody>();
    if (value instanceof JsonArray array && array.size() <= countMax) {
      for (var position = 0; position < array.size(); position++) {
        if (array.get(position) instanceof JsonObject member) {
          var child = new JsonBody(member, path + "/" + name + "/" + position, errors);
          children.add(child);
          objects.add(child);
        } else {
          complain(name + "/" + position, "not_object", "Must be an object.");
        }
      }
    } else {
      complain(name, "not_list", "Must be a list of at most " + countMax + ".");
    }
    return objects;
  }

  private @Nullable JsonValue value(String name) {
    read.add(name);
    var value = object.get(name);
    return value == JsonValue.NULL ? null : value;
  }

  private <T> T missing(String name, T placeholder) {
    complain(name, "required", "This field is required.");
    return placeholder;
  }

  private static boolean isUnsafe(int character) {
    return Character.isISOControl(character)
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
