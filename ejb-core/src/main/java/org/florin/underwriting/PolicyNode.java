package org.florin.underwriting;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An object of a policy file; reading it wrongly leaves a fault and a harmless value. */
final class PolicyNode {

  private static final long NUMBER_MAX = 1_000_000_000_000L;
  private static final int TEXT_LENGTH_MAX = 100;

  private final String path;
  private final JsonObject json;
  private final List<PolicyFault> faults;
  private final Set<String> known = new HashSet<>();

  PolicyNode(String path, JsonObject json, List<PolicyFault> faults) {
    this.path = path;
    this.json = json;
    this.faults = faults;
  }

  void fault(String name, String message) {
    faults.add(new PolicyFault(path + "/" + name, message));
  }

  boolean has(String name) {
    known.add(name);
    return json.containsKey(name);
  }

  long number(String name, long min, long max) {
    if (has(name)
        && json.get(name) instanceof JsonNumber number
        && number.isIntegral()
        && number.bigDecimalValue().compareTo(BigDecimal.valueOf(min)) >= 0
        && number.bigDecimalValue().compareTo(BigDecimal.valueOf(max)) <= 0) {
      return number.longValueExact();
    }
    fault(name, "A whole number from " + min + " to " + max + ".");
    return min;
  }

  int count(String name, int min, int max) {
    return (int) number(name, min, max);
  }

  /** An end of a range, open if it isn't there. */
  long end(String name, long open) {
    return has(name) ? number(name, -NUMBER_MAX, NUMBER_MAX) : open;
  }

  String text(String name) {
    if (has(name)
        && json.get(name) instanceof JsonString text
        && !text.getString().isBlank()
        && text.getString().length() <= TEXT_LENGTH_MAX) {
      return text.getString();
    }
    fault(name, "Text of 1 to " + TEXT_LENGTH_MAX + " characters.");
    return "";
  }

  /** A percentage written as text, such as {@code "7.50"}. */
  BigDecimal percent(String name) {
    if (has(name)
        && json.get(name) instanceof JsonString text
        && text.getString().matches("[0-9]{1,2}\\.[0-9]{2}")) {
      return new BigDecimal(text.getString());
    }
    fault(name, "A percentage as text with two decimals, such as \"7.50\".");
    return BigDecimal.ZERO.setScale(2);
  }

  <T> T choice(String name, Function<String, Optional<T>> reading, T otherwise) {
    var found = json.get(name) instanceof JsonString text ? reading.apply(text.getString()) : null;
    if (has(name) && found != null && found.isPresent()) {
      return found.get();
    }
    fault(name, "There is no such " + name.replace('_', ' ') + ".");
    return otherwise;
  }

  PolicyNode object(String name) {
    if (has(name) && json.get(name) instanceof JsonObject object) {
      return new PolicyNode(path + "/" + name, object, faults);
    }
    fault(name, "An object is required.");
    return new PolicyNode(path + "/" + name, JsonObject.EMPTY_JSON_OBJECT, new ArrayList<>());
  }

  <T> List<T> list(String name, int countMin, Function<PolicyNode, T> reading) {
    if (!has(name) || !(json.get(name) instanceof JsonArray array) || array.size() < countMin) {
      fault(name, "A list of at least " + countMin + " is required.");
      return List.of();
    }
    var read = new ArrayList<T>();
    for (var index = 0; index < array.size(); index++) {
      if (array.get(index) instanceof JsonObject object) {
        var node = new PolicyNode(path + "/" + name + "/" + index, object, faults);
        read.add(reading.apply(node));
        node.complete();
      } else {
        fault(name + "/" + index, "Must be an object.");
      }
    }
    return List.copyOf(read);
  }

  /** Nothing may stand there that wasn't read. */
  void complete() {
    json.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> fault(name, "Not known here."));
  }
}
