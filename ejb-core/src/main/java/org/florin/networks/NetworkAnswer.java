package org.florin.networks;

import java.util.Optional;
import org.florin.kernel.AuthorizationId;

/** What becomes of a message that came. */
public sealed interface NetworkAnswer {

  /**
   * This goes back.
   *
   * @param approved the authorization that it approves; has to be taken back if the answer can't
   *     leave
   */
  record Reply(NetworkMessage message, Optional<AuthorizationId> approved)
      implements NetworkAnswer {}

  /** Nothing goes back. */
  record Silence(String why) implements NetworkAnswer {}
}
