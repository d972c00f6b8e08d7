package org.florin.api.json;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.florin.api.problem.Problem;
import org.florin.platform.json.JsonParts;
import org.jspecify.annotations.Nullable;

/** A page of a list: newest first, continued behind a cursor. */
public final class Page {

  /** Most entries a page may have. */
  public static final int LIMIT_MAX = 100;

  private static final int LIMIT_USUAL = 25;

  private Page() {}

  /**
   * The number of entries wanted.
   *
   * @throws Problem 400 if it isn't 1 to {@link #LIMIT_MAX}
   */
  public static int limit(@Nullable String parameter) {
    if (parameter == null) {
      return LIMIT_USUAL;
    }
    try {
      var limit = Integer.parseInt(parameter);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw invalidLimit();
    }
    throw invalidLimit();
  }

  /**
   * A parameter of another type.
   *
   * @throws Problem 400 if it can't be read
   */
  public static <T> Optional<T> parameter(
      String name, @Nullable String value, Function<String, T> parser) {
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(value));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("invalid_parameter", "Parameter '" + name + "' has the wrong form.");
    }
  }

  /**
   * Writes a page.
   *
   * @param found one entry more than the limit, if there are more
   */
  public static <T> String write(
      List<T> found, int limit, Function<T, String> cursor, BiConsumer<JsonGenerator, T> entry) {
    var more = found.size() > limit;
    var shown = more ? found.subList(0, limit) : found;
    var text = new StringWriter(4096);
    try (var json = JsonParts.write(text)) {
      json.writeStartObject().writeStartArray("data");
      for (var element : shown) {
        json.writeStartObject();
        entry.accept(json, element);
        json.writeEnd();
      }
      json.writeEnd().write("has_more", more);
      if (more) {
        json.write("next_cursor", cursor.apply(shown.getLast()));
      } else {
        json.writeNull("next_cursor");
      }
      json.writeEnd();
    }
    return text.toString();
  }

  private static Problem invalidLimit() {
    return Problem.badRequest("invalid_parameter", "Parameter 'limit' is 1 to " + LIMIT_MAX + ".");
  }
}
