package org.florin.authorization.controls;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What isn't allowed on a card or an account.
 *
 * @param transactionLimitMinor most that one transaction may ask for, in minor units of the account
 * @param blockedMccs merchant category codes
 * @param blockedCountries ISO 3166-1 alpha-2
 * @param stoppedMerchants ids of merchants whose recurring payments were stopped
 * @param limits over windows of time
 */
public record SpendingControls(
    Optional<Long> transactionLimitMinor,
    Set<String> blockedMccs,
    Set<String> blockedCountries,
    Set<String> blockedEntryModes,
    Set<String> stoppedMerchants,
    List<SpendingLimit> limits) {

  /** Everything allowed. */
  public static final SpendingControls NONE =
      new SpendingControls(Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(), List.of());
}
