package org.florin.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The secrets of one state folder: generated when first asked for, then always the same. */
final class Secrets {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private final TreeMap<String, String> values = new TreeMap<>();

  private Secrets(Path file) {
    this.file = file;
  }

  static Secrets in(Path state) throws IOException {
    Files.createDirectories(state);
    Secrets secrets = new Secrets(state.resolve("secrets.properties"));
    if (Files.exists(secrets.file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(secrets.file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      properties.forEach((key, value) -> secrets.values.put((String) key, (String) value));
    }
    return secrets;
  }

  /** 32 random bytes in base64. */
  String key(String name) throws IOException {
    return valueOf(
        name,
        () -> {
          byte[] bytes = new byte[32];
          random.nextBytes(bytes);
          return Base64.getEncoder().encodeToString(bytes);
        });
  }

  /** Letters and digits that can be read aloud, behind a prefix. */
  String word(String name, String prefix, int length) throws IOException {
    return valueOf(
        name,
        () -> {
          StringBuilder word = new StringBuilder(prefix);
          for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
          }
          return word.toString();
        });
  }

  private synchronized String valueOf(String name, Supplier<String> generator) throws IOException {
    String known = values.get(name);
    if (known != null) {
      return known;
    }
    String fresh = generator.get();
    values.put(name, fresh);
    Launches.writePrivately(
        file,
        values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n", "", "\n")));
    return fresh;
  }
}
