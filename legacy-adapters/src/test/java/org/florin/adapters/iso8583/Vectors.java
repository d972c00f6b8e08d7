package org.florin.adapters.iso8583;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The test vectors, by name. */
final class Vectors {

  private Vectors() {}

  static Map<String, String> all() {
    try (var stream = Vectors.class.getResourceAsStream("vectors.txt")) {
      var vectors = new LinkedHashMap<String, String>();
      new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                var gap = line.indexOf("  ");
                vectors.put(line.substring(0, gap), line.substring(gap + 2));
              });
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
