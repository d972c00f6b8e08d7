package org.florin.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.Writer;
import java.util.Collection;

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
