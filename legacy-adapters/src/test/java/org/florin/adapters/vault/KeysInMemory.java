package org.florin.adapters.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.florin.cards.VaultKeys;

/** Data keys of a vault that lives as long as a test. */
final class KeysInMemory extends VaultKeys {

  private final Map<Integer, WrappedKey> kept = new HashMap<>();

  @Override
  public Optional<WrappedKey> latest() {
    return kept.values().stream().findFirst();
  }

  @Override
  public Optional<WrappedKey> byVersion(int version) {
    return Optional.ofNullable(kept.get(version));
  }

  @Override
  public WrappedKey keepFirst(WrappedKey key) {
    return kept.computeIfAbsent(key.version(), version -> key);
  }
}
