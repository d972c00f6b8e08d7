package org.florin.api.json;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** Answers that are files. */
public final class Downloads {

  private Downloads() {}

  /** Content of any length under a name; it is closed once it was sent. */
  public static Response of(InputStream content, String name, MediaType type) {
    StreamingOutput output =
        target -> {
          try (content) {
            content.transferTo(target);
          }
        };
    return Response.ok(output, type)
        .header("Content-Disposition", "attachment; filename=\"" + name.replace('"', '_') + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
