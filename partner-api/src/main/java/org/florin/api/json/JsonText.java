package org.florin.api.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.florin.api.problem.Problem;

/**
 * JSON text in and out, within bounds: 1 MiB, depth 32, numbers of 40 digits, no duplicate names.
 */
public final class JsonText {

  /** Most bytes a body may have. */
  public static final int BYTES_MAX = 1 << 20;

  private static final int DEPTH_MAX = 32;
  private static final int DIGITS_MAX = 40;

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private JsonText() {}

  /**
   * Reads a body that must be one JSON object.
   *
   * @throws Problem 400 or 413 if it is anything else
   */
  public static JsonObject read(InputStream body) {
    return parse(raw(body));
  }

  /** The same, where no body at all means an empty object. */
  public static JsonObject readOrEmpty(InputStream body) {
    var text = raw(body);
    return text.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : parse(text);
  }

  /** A body as text, unread, under the same bound of size. */
  public static String raw(InputStream body) {
    try {
      var bytes = body.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw Problem.tooLarge(BYTES_MAX);
      }
      return text(bytes);
    } catch (IOException e) {
      throw malformed("The body could not be read.");
    }
  }

  /** Reads text that must be one JSON object, under the same bounds. */
  public static JsonObject parse(String text) {
    checkBounds(text);
    try (var reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException | NumberFormatException e) {
      throw malformed("The body must be one JSON object without duplicate names.");
    }
  }

  /** Writes one object. */
  public static String write(Consumer<JsonGenerator> content) {
    var text = new StringWriter(1024);
    try (var json = GENERATORS.createGenerator(text)) {
      json.writeStartObject();
      content.accept(json);
      json.writeEnd();
    }
    return text.toString();
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed("The body must be UTF-8.");
    }
  }

  /** Looks at the text once, before anything is built from it. */
  private static void checkBounds(String text) {
    var depth = 0;
    var digits = 0;
    var inString = false;
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (inString) {
        if (character == '\\') {
          i++;
        } else if (character == '"') {
          inString = false;
        }
        continue;
      }
      digits = character >= '0' && character <= '9' ? digits + 1 : 0;
      switch (character) {
        case '"' -> inString = true;
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (--depth == 0 && !text.substring(i + 1).isBlank()) {
            throw malformed("Nothing may follow the object.");
          }
        }
        default -> {}
      }
      if (depth > DEPTH_MAX || digits > DIGITS_MAX) {
        throw malformed(
            "At most " + DEPTH_MAX + " levels and numbers of " + DIGITS_MAX + " digits.");
      }
    }
  }

  private static Problem malformed(String detail) {
    return Problem.badRequest("malformed_json", detail);
  }
}
