package org.florin.risk;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.florin.kernel.CurrencyCode;
import org.florin.platform.json.JsonParts;
import org.jspecify.annotations.Nullable;

/** Reads a rule file and gathers every fault with its place. */
final class RuleFileReader {

  private static final String FORMAT = "1";
  private static final int RULES_MAX = 1_000;
  private static final int DEPTH_MAX = 8;
  private static final int PARTS_MAX = 50;
  private static final int LIST_MAX = 500;
  private static final int FAULTS_MAX = 100;
  private static final int ID_LENGTH_MAX = 64;
  private static final int NAME_LENGTH_MAX = 100;
  private static final int TEXT_LENGTH_MAX = 500;

  private static final List<String> OPERATORS =
      List.of(
          "equals",
          "not_equals",
          "in",
          "not_in",
          "above",
          "at_least",
          "below",
          "at_most",
          "between",
          "known");

  private static final Condition NOTHING = new Condition.AnyOf(List.of());

  private final JsonLines lines;
  private final List<RuleFault> faults = new ArrayList<>();

  private RuleFileReader(JsonLines lines) {
    this.lines = lines;
  }

  static RuleFile read(String text) {
    if (text.length() > RuleFile.LENGTH_MAX) {
      return malformed(1, "At most " + RuleFile.LENGTH_MAX + " characters.");
    }
    try (var parser = JsonParts.parser(text)) {
      var reader = new RuleFileReader(JsonLines.of(parser));
      return reader.file(JsonParts.read(text));
    } catch (JsonParsingException e) {
      return malformed(
          Math.max(1, Math.toIntExact(e.getLocation().getLineNumber())),
          "This is not JSON from here on.");
    } catch (JsonException e) {
      return malformed(
          1, "The file must be one JSON object, nested at most " + JsonLines.DEPTH_MAX + " deep.");
    }
  }

  private static RuleFile malformed(int line, String message) {
    return new RuleFile.Invalid(List.of(new RuleFault("", line, "malformed_json", message)));
  }

  private RuleFile file(JsonObject file) {
    lines
        .doubled()
        .forEach(pointer -> fault(pointer, "duplicate_name", "This name is used twice."));
    onlyKnown("", file, Set.of("format", "name", "currency", "rules"));
    if (!(file.get("format") instanceof JsonNumber format) || !format.toString().equals(FORMAT)) {
      fault("/format", "format", "Must be " + FORMAT + ", the format this server reads.");
    }
    var name = text("", file, "name", NAME_LENGTH_MAX);
    var currency = currency(file);
    var rules = rules(file);
    return faults.isEmpty()
        ? new RuleFile.Valid(new RuleSet(name, currency, rules))
        : new RuleFile.Invalid(
            faults.stream()
                .sorted(Comparator.comparingInt(RuleFault::line))
                .limit(FAULTS_MAX)
                .toList());
  }

  private CurrencyCode currency(JsonObject file) {
    var code = text("", file, "currency", 3);
    try {
      return code.isEmpty() ? CurrencyCode.USD : new CurrencyCode(code);
    } catch (IllegalArgumentException e) {
      fault("/currency", "format", "Must be an ISO 4217 code, such as USD.");
      return CurrencyCode.USD;
    }
  }

  private List<Rule> rules(JsonObject file) {
    if (!(file.get("rules") instanceof JsonArray array)) {
      fault("/rules", "required", "A list of rules is required; it may be empty.");
      return List.of();
    }
    if (array.size() > RULES_MAX) {
      fault("/rules", "length", "At most " + RULES_MAX + " rules.");
      return List.of();
    }
    var ids = new HashSet<String>();
    return objects("/rules", array, index -> rule("/rules/" + index, array, index, ids));
  }

  private Rule rule(String path, JsonArray array, int index, Set<String> ids) {
    var rule = array.getJsonObject(index);
    onlyKnown(
        path,
        rule,
        Set.of("id", "name", "description", "reason", "action", "when_missing", "when"));
    var id = text(path, rule, "id", ID_LENGTH_MAX);
    if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      fault(path + "/id", "format", "Lower-case words of letters and digits joined by hyphens.");
    } else if (!id.isEmpty() && !ids.add(id)) {
      fault(path + "/id", "duplicate", "Another rule has this id.");
    }
    return new Rule(
        id,
        text(path, rule, "name", NAME_LENGTH_MAX),
        rule.containsKey("description") ? text(path, rule, "description", TEXT_LENGTH_MAX) : "",
        text(path, rule, "reason", TEXT_LENGTH_MAX),
        choice(path, rule, "action", RuleAction.codes(), RuleAction::ofCode)
            .orElse(RuleAction.FLAG),
        choice(path, rule, "when_missing", List.of("pass", "fire"), Optional::of)
            .filter("fire"::equals)
            .isPresent(),
        condition(path + "/when", rule.get("when"), 1));
  }

  private Condition condition(String path, @Nullable JsonValue value, int depth) {
    if (!(value instanceof JsonObject object)) {
      fault(path, "required", "A condition is required: all, any, not, or an attribute.");
      return NOTHING;
    }
    if (depth > DEPTH_MAX) {
      fault(path, "depth", "Conditions are nested at most " + DEPTH_MAX + " deep.");
      return NOTHING;
    }
    if (object.containsKey("attribute")) {
      return comparison(path, object);
    }
    if (object.size() != 1) {
      fault(path, "condition", "Must have exactly one of all, any, not, or an attribute.");
      return NOTHING;
    }
    var name = object.keySet().iterator().next();
    return switch (name) {
      case "all" -> new Condition.All(parts(path + "/all", object.get(name), depth));
      case "any" -> new Condition.AnyOf(parts(path + "/any", object.get(name), depth));
      case "not" -> new Condition.Not(condition(path + "/not", object.get(name), depth + 1));
      default -> {
        fault(path + "/" + name, "condition", "Must be all, any, not, or attribute.");
        yield NOTHING;
      }
    };
  }

  private List<Condition> parts(String path, @Nullable JsonValue value, int depth) {
    if (!(value instanceof JsonArray array) || array.isEmpty() || array.size() > PARTS_MAX) {
      fault(path, "length", "A list of 1 to " + PARTS_MAX + " conditions.");
      return List.of();
    }
    var parts = new ArrayList<Condition>(array.size());
    for (var index = 0; index < array.size(); index++) {
      parts.add(condition(path + "/" + index, array.get(index), depth + 1));
    }
    return parts;
  }

  private Condition comparison(String path, JsonObject object) {
    var attribute =
        object.get("attribute") instanceof JsonString code
            ? Attribute.ofCode(code.getString())
            : Optional.<Attribute>empty();
    if (attribute.isEmpty()) {
      fault(path + "/attribute", "unknown_attribute", "There is no such attribute.");
      return NOTHING;
    }
    var operators = object.keySet().stream().filter(name -> !name.equals("attribute")).toList();
    if (operators.size() != 1 || !OPERATORS.contains(operators.getFirst())) {
      fault(path, "operator", "Must have exactly one of " + String.join(", ", OPERATORS) + ".");
      return NOTHING;
    }
    var operator = operators.getFirst();
    return new Operand(
            attribute.get(), path + "/" + operator, object.getOrDefault(operator, JsonValue.NULL))
        .read(operator);
  }

  /** What an attribute is compared with. */
  private final class Operand {
    private final Attribute attribute;
    private final String path;
    private final JsonValue value;

    Operand(Attribute attribute, String path, JsonValue value) {
      this.attribute = attribute;
      this.path = path;
      this.value = value;
    }

    Condition read(String operator) {
      return switch (operator) {
        case "known" -> new Condition.Known(attribute, flag(path, value));
        case "equals" -> equalTo();
        case "not_equals" -> new Condition.Not(equalTo());
        case "in" -> oneOf();
        case "not_in" -> new Condition.Not(oneOf());
        case "above" -> range(number -> number + 1, number -> Long.MAX_VALUE);
        case "at_least" -> range(number -> number, number -> Long.MAX_VALUE);
        case "below" -> range(number -> Long.MIN_VALUE, number -> number - 1);
        case "at_most" -> range(number -> Long.MIN_VALUE, number -> number);
        case "between" -> between();
        default -> throw new IllegalArgumentException(operator);
      };
    }

    private Condition equalTo() {
      return switch (attribute.type()) {
        case FLAG -> new Condition.Is(attribute, flag(path, value));
        case CODE -> new Condition.OneOfCodes(attribute, Set.of(code(path, value)));
        case AMOUNT, NUMBER -> new Condition.OneOfNumbers(attribute, Set.of(whole(path, value)));
      };
    }

    private Condition oneOf() {
      if (!(value instanceof JsonArray array) || array.isEmpty() || array.size() > LIST_MAX) {
        fault(path, "length", "A list of 1 to " + LIST_MAX + " values.");
        return NOTHING;
      }
      return switch (attribute.type()) {
        case CODE -> new Condition.OneOfCodes(attribute, set(array, this::code));
        case AMOUNT, NUMBER -> new Condition.OneOfNumbers(attribute, set(array, this::whole));
        case FLAG -> {
          fault(path, "operator", attribute.code() + " is a flag: compare it by equals.");
          yield NOTHING;
        }
      };
    }

    private Condition range(Function<Long, Long> from, Function<Long, Long> to) {
      if (!isOrdered()) {
        return NOTHING;
      }
      var number = whole(path, value);
      return new Condition.Between(attribute, from.apply(number), to.apply(number));
    }

    private Condition between() {
      if (!isOrdered()) {
        return NOTHING;
      }
      if (!(value instanceof JsonArray ends) || ends.size() != 2) {
        fault(path, "format", "Two numbers, the lower one first; both are included.");
        return NOTHING;
      }
      var from = whole(path + "/0", ends.get(0));
      var to = whole(path + "/1", ends.get(1));
      if (from > to) {
        fault(path, "range", "The lower number comes first.");
      }
      return new Condition.Between(attribute, from, to);
    }

    private boolean isOrdered() {
      if (!attribute.type().isWhole()) {
        fault(
            path,
            "operator",
            attribute.code() + " is a " + attribute.type().code() + ": it has no order.");
      }
      return attribute.type().isWhole();
    }

    private <T> Set<T> set(JsonArray array, BiFunction<String, JsonValue, T> of) {
      var set = new HashSet<T>();
      for (var index = 0; index < array.size(); index++) {
        set.add(of.apply(path + "/" + index, array.get(index)));
      }
      return set;
    }

    private String code(String place, JsonValue given) {
      if (!(given instanceof JsonString text)) {
        fault(place, "not_text", "Must be text: " + attribute.code() + " is a code.");
        return "";
      }
      if (!attribute.choices().isEmpty() && !attribute.choices().contains(text.getString())) {
        fault(place, "choice", "Must be one of " + String.join(", ", attribute.choices()) + ".");
      }
      return text.getString();
    }

    private long whole(String place, JsonValue given) {
      return RuleFileReader.this.whole(
          place,
          given,
          attribute.type() == AttributeType.AMOUNT
              ? "Must be a whole number of minor units, such as 50000 for 500.00."
              : "Must be a whole number.");
    }
  }

  private boolean flag(String path, JsonValue value) {
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      fault(path, "not_boolean", "Must be true or false.");
    }
    return value == JsonValue.TRUE;
  }

  /** Within 15 digits, which every reader of JSON keeps exactly. */
  private long whole(String path, @Nullable JsonValue value, String message) {
    if (value instanceof JsonNumber number && number.toString().matches("-?[0-9]{1,15}")) {
      return number.longValueExact();
    }
    fault(path, "not_whole", message);
    return 0;
  }

  private String text(String path, JsonObject object, String name, int lengthMax) {
    if (!(object.get(name) instanceof JsonString string)) {
      fault(path + "/" + name, "required", "Text is required: " + name + ".");
      return "";
    }
    var text = string.getString();
    if (text.isBlank() || text.length() > lengthMax) {
      fault(path + "/" + name, "length", "1 to " + lengthMax + " characters.");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      fault(path + "/" + name, "characters", "No control characters.");
    }
    return text;
  }

  private <T> Optional<T> choice(
      String path,
      JsonObject object,
      String name,
      List<String> choices,
      Function<String, Optional<T>> reading) {
    if (object.get(name) instanceof JsonString text && choices.contains(text.getString())) {
      return reading.apply(text.getString());
    }
    fault(path + "/" + name, "choice", "Must be one of " + String.join(", ", choices) + ".");
    return Optional.empty();
  }

  private <T> List<T> objects(String path, JsonArray array, IntFunction<T> reading) {
    var read = new ArrayList<T>(array.size());
    for (var index = 0; index < array.size(); index++) {
      if (array.get(index) instanceof JsonObject) {
        read.add(reading.apply(index));
      } else {
        fault(path + "/" + index, "not_object", "Must be an object.");
      }
    }
    return read;
  }

  private void onlyKnown(String path, JsonObject object, Set<String> names) {
    object.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                fault(
                    path + "/" + name,
                    "unknown_field",
                    "Not known here; known are "
                        + String.join(", ", names.stream().sorted().toList())
                        + "."));
  }

  private void fault(String path, String code, String message) {
    faults.add(new RuleFault(path, lines.at(path), code, message));
  }
}
