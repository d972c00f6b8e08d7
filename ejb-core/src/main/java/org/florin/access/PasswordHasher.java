package org.florin.access;

/** Turns passwords into hashes that are slow to guess. */
public interface PasswordHasher {

  /** A salted hash with its parameters. */
  String hash(String password);

  /** Whether the password made this hash. */
  boolean matches(String password, String hash);

  /** Whether the hash was made with weaker parameters than new ones are. */
  boolean isOutdated(String hash);
}
