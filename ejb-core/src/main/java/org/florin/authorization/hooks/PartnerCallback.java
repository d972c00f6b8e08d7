package org.florin.authorization.hooks;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.florin.kernel.HookCallId;

/** Carries a question to a partner's address. */
public interface PartnerCallback {

  /**
   * @param secret signs the message
   * @param patience the call ends after it, answered or not
   */
  record Call(HookCallId id, URI url, String secret, String body, Duration patience) {

    @Override
    public String toString() {
      return "Call[" + id + " " + url + "]";
    }
  }

  /** Why an address may not be called; empty if it may. Asks no name server. */
  Optional<String> objectionTo(URI url);

  /** The partner's answer; never completes exceptionally, and never blocks its caller. */
  CompletionStage<HookAnswer> ask(Call call);
}
