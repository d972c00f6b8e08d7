package org.florin.adapters.password4j;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.junit.jupiter.api.Test;

class Password4jHasherTest {

  private final Password4jHasher hasher = new Password4jHasher();

  @Test
  void hashes_with_argon2id_and_a_salt_of_its_own() {
    var hash = hasher.hash("correct horse battery");
    assertTrue(hash.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"), hash);
    assertNotEquals(hash, hasher.hash("correct horse battery"));
    assertTrue(hasher.matches("correct horse battery", hash));
    assertFalse(hasher.matches("correct horse batterx", hash));
    assertFalse(hasher.isOutdated(hash));
  }

  @Test
  void knows_a_weaker_hash() {
    var weak =
        Password.hash("correct horse battery")
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();
    assertTrue(hasher.matches("correct horse battery", weak));
    assertTrue(hasher.isOutdated(weak));
  }
}
