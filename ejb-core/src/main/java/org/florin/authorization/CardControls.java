package org.florin.authorization;

import java.util.Optional;
import java.util.Set;

/**
 * What isn't allowed on a card.
 *
 * @param transactionLimitMinor most that one transaction may ask for, in minor units of the account
 * @param blockedMccs merchant category codes
 * @param blockedCountries ISO 3166-1 alpha-2
 */
public record CardControls(
    Optional<Long> transactionLimitMinor,
    Set<String> blockedMccs,
    Set<String> blockedCountries,
    Set<String> blockedEntryModes) {

  /** Everything allowed. */
  public static final CardControls NONE =
      new CardControls(Optional.empty(), Set.of(), Set.of(), Set.of());
}
