package org.florin.platform.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/**
 * Builders and readers of one provider, found once: the static methods of {@code jakarta.json.Json}
 * search the class path for a provider at every call.
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
}
