package org.florin.adapters.copybook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds reference material that lies beside a checkout on some machines. */
public final class SharedFolder {

  private SharedFolder() {}

  /** The file or folder {@code shared/<path>} beside the checkout or above it. */
  public static Optional<Path> find(String path) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve(path);
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
