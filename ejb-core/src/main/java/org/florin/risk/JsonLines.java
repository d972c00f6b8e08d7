package org.florin.risk;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** On which line each value of a JSON text begins, and which names it uses twice. */
final class JsonLines {

  static final int DEPTH_MAX = 64;

  /** An object or an array that is being read. */
  private static final class Open {
    final String pointer;
    final boolean array;
    int count;
    String name = "";

    Open(String pointer, boolean array) {
      this.pointer = pointer;
      this.array = array;
    }

    String next() {
      return pointer + "/" + (array ? Integer.toString(count++) : escaped(name));
    }
  }

  private final Map<String, Integer> lines = new HashMap<>();
  private final List<String> doubled = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private JsonLines() {}

  /**
   * @throws JsonException if the text isn't JSON, or nested too deep
   */
  static JsonLines of(JsonParser parser) {
    var lines = new JsonLines();
    while (parser.hasNext()) {
      lines.take(parser.next(), parser);
    }
    return lines;
  }

  /** The line of a value, or of what holds it. */
  int at(String pointer) {
    var line = lines.get(pointer);
    if (line != null) {
      return line;
    }
    return pointer.isEmpty() ? 1 : at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  List<String> doubled() {
    return doubled;
  }

  private void take(JsonParser.Event event, JsonParser parser) {
    switch (event) {
      case KEY_NAME -> open.getFirst().name = parser.getString();
      case START_OBJECT, START_ARRAY -> {
        if (open.size() == DEPTH_MAX) {
          throw new JsonException("nested too deep");
        }
        open.push(new Open(value(parser.getLocation()), event == JsonParser.Event.START_ARRAY));
      }
      case END_OBJECT, END_ARRAY -> open.pop();
      case VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
          value(parser.getLocation());
    }
  }

  private String value(JsonLocation location) {
    var pointer = open.isEmpty() ? "" : open.getFirst().next();
    if (lines.put(pointer, Math.toIntExact(location.getLineNumber())) != null) {
      doubled.add(pointer);
    }
    return pointer;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
