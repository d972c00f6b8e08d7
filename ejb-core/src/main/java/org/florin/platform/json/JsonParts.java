package org.florin.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;

/**
 * Builders, writers and readers of one provider, found once: the static methods of {@code
 * jakarta.json.Json} search the class path for a provider at every call.
 */
public final class JsonParts {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private JsonParts() {}

  public static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  /** A builder that begins with the members of another object. */
  public static JsonObjectBuilder object(JsonObject members) {
    return PROVIDER.createObjectBuilder(members);
  }

  public static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  /** A builder that begins with texts. */
  public static JsonArrayBuilder array(Collection<String> texts) {
    return PROVIDER.createArrayBuilder(texts);
  }

  /** A generator that writes to the writer; closing it completes the text. */
  public static JsonGenerator write(Writer writer) {
    return PROVIDER.createGenerator(writer);
  }

  /** An object as people write it, a member a line. */
  public static String pretty(JsonObject object) {
    var text = new StringWriter();
    try (var writer =
        PROVIDER
            .createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString().strip() + "\n";
  }

  /** A parser that goes through text value by value and knows its lines. */
  public static JsonParser parser(String text) {
    return PROVIDER.createParser(new StringReader(text));
  }

  /**
   * Reads text that is one object.
   *
   * @throws jakarta.json.JsonException if it is anything else
   */
  public static JsonObject read(String text) {
    try (var reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /**
   * Reads UTF-8 text that is one object.
   *
   * @throws jakarta.json.JsonException if it is anything else
   */
  public static JsonObject read(byte[] text) {
    try (var reader = PROVIDER.createReader(new ByteArrayInputStream(text))) {
      return reader.readObject();
    }
  }

  /**
   * Reads text that is one array.
   *
   * @throws jakarta.json.JsonException if it is anything else
   */
  public static JsonArray readArray(String text) {
    try (var reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }
}
