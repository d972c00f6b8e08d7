package org.florin.simulators.stripe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything the sandbox knows, in memory and in a file that only grows: the last version of an
 * object counts. A line that a kill cut off is dropped.
 *
 * <p>Fields whose name begins with an underscore are the sandbox's own and never leave it.
 */
final class Book implements AutoCloseable {
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private final Map<String, JsonObject> objects = new LinkedHashMap<>();
  private final BufferedWriter writer;

  private Book(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        replay(line);
      }
    }
    this.writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.writer.write('\n');
  }

  static Book open(Path file) throws IOException {
    return new Book(file);
  }

  private void replay(String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      JsonObject object = JsonParser.parseString(line).getAsJsonObject();
      objects.put(object.get("id").getAsString(), object);
    } catch (com.google.gson.JsonSyntaxException e) {
      System.err.println("stripe sandbox: dropping a line that was cut off");
    }
  }

  synchronized void save(JsonObject object) {
    JsonObject copy = object.deepCopy();
    objects.put(copy.get("id").getAsString(), copy);
    try {
      writer.write(GSON.toJson(copy));
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Optional<JsonObject> find(String type, String id) {
    return Optional.ofNullable(objects.get(id))
        .filter(object -> type.equals(object.get("object").getAsString()))
        .map(JsonObject::deepCopy);
  }

  JsonObject get(String type, String id) {
    return find(type, id).orElseThrow(() -> StripeError.missing(type, id));
  }

  /** Objects of a type, newest first. */
  synchronized List<JsonObject> list(String type, Predicate<JsonObject> wanted) {
    List<JsonObject> found = new ArrayList<>();
    for (JsonObject object : objects.values()) {
      if (type.equals(object.get("object").getAsString()) && wanted.test(object)) {
        found.add(object.deepCopy());
      }
    }
    Collections.reverse(found);
    return found;
  }

  /** The JSON that leaves the sandbox. */
  static String toJson(JsonElement element) {
    return GSON.toJson(published(element));
  }

  static JsonElement published(JsonElement element) {
    if (element.isJsonObject()) {
      JsonObject clean = new JsonObject();
      element
          .getAsJsonObject()
          .asMap()
          .forEach(
              (name, value) -> {
                if (!name.startsWith("_")) {
                  clean.add(name, published(value));
                }
              });
      return clean;
    }
    if (element.isJsonArray()) {
      com.google.gson.JsonArray clean = new com.google.gson.JsonArray();
      element.getAsJsonArray().forEach(item -> clean.add(published(item)));
      return clean;
    }
    return element;
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
