package org.florin.adapters.password4j;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import org.florin.access.PasswordHasher;

/** Argon2id with 64 MiB, three passes and one lane (RFC 9106, second recommended option). */
@ApplicationScoped
class Password4jHasher implements PasswordHasher {

  private static final int MEMORY_KIB = 65_536;
  private static final int PASSES = 3;
  private static final int LANES = 1;
  private static final int HASH_LENGTH_BYTES = 32;
  private static final int SALT_LENGTH_BYTES = 16;

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_LENGTH_BYTES, Argon2.ID);

  @Override
  public String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_LENGTH_BYTES).with(argon2).getResult();
  }

  @Override
  public boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  @Override
  public boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
  }
}
