package org.florin.adapters.stripe;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which Stripe account is used, and where it is reached; without a base that is Stripe itself. */
@Dependent
class StripeSettings {

  @Inject
  @ConfigProperty(name = "stripe.api.key")
  Optional<String> apiKey;

  @Inject
  @ConfigProperty(name = "stripe.api.base")
  Optional<String> apiBase;

  /** Several while a secret is being replaced. */
  @Inject
  @ConfigProperty(name = "stripe.webhook.secret")
  Optional<List<String>> webhookSecrets;

  @Inject
  @ConfigProperty(name = "florin.stripe.connect-timeout", defaultValue = "PT3S")
  Duration connectTimeout;

  @Inject
  @ConfigProperty(name = "florin.stripe.answer-timeout", defaultValue = "PT15S")
  Duration answerTimeout;

  /** How old a signed message may be. */
  @Inject
  @ConfigProperty(name = "florin.stripe.webhook-tolerance", defaultValue = "PT5M")
  Duration webhookTolerance;

  /** How long Stripe is trusted to remember an idempotency key. */
  @Inject
  @ConfigProperty(name = "florin.stripe.key-memory", defaultValue = "PT20H")
  Duration keyMemory;
}
