package org.florin.adapters.stripe;

import com.stripe.StripeClient;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The one client of Stripe's library. */
@ApplicationScoped
class StripeApi {

  @Inject StripeSettings settings;

  private @Nullable StripeClient client;

  @PostConstruct
  void open() {
    settings.apiKey.ifPresent(key -> client = build(key));
  }

  private StripeClient build(String key) {
    var builder =
        StripeClient.builder()
            .setApiKey(key)
            .setMaxNetworkRetries(1)
            .setConnectTimeout(Math.toIntExact(settings.connectTimeout.toMillis()))
            .setReadTimeout(Math.toIntExact(settings.answerTimeout.toMillis()));
    settings.apiBase.ifPresent(
        base ->
            builder
                .setApiBase(base)
                .setFilesBase(base)
                .setConnectBase(base)
                .setMeterEventsBase(base));
    return builder.build();
  }

  /**
   * @throws IllegalStateException if no key is configured
   */
  StripeClient client() {
    if (client == null) {
      throw new IllegalStateException("STRIPE_API_KEY is not set");
    }
    return client;
  }
}
