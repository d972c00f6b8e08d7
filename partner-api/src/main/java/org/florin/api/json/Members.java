package org.florin.api.json;

import jakarta.json.stream.JsonGenerator;
import java.util.Optional;

/** Members that may be absent are written as null: a reader sees every field of a resource. */
public final class Members {

  private Members() {}

  public static void write(JsonGenerator json, String name, Optional<?> value) {
    if (value.isEmpty()) {
      json.writeNull(name);
    } else if (value.get() instanceof Number number) {
      json.write(name, number.longValue());
    } else {
      json.write(name, value.get().toString());
    }
  }
}
