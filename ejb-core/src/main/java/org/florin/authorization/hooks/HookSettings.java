package org.florin.authorization.hooks;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How partners are asked, whatever their program. */
@ApplicationScoped
class HookSettings {

  @Inject
  @ConfigProperty(name = "florin.authorization.hook.reserve-millis", defaultValue = "250")
  int reserveMillis;

  @Inject
  @ConfigProperty(name = "florin.authorization.hook.late-window", defaultValue = "PT10S")
  Duration lateWindow;

  @Inject
  @ConfigProperty(name = "florin.authorization.hook.failures-max", defaultValue = "5")
  int failuresMax;

  @Inject
  @ConfigProperty(name = "florin.authorization.hook.pause", defaultValue = "PT5S")
  Duration pause;

  @PostConstruct
  void check() {
    if (reserveMillis < 0 || failuresMax < 1 || pause.isNegative() || lateWindow.isNegative()) {
      throw new IllegalArgumentException("florin.authorization.hook: sizes and times are positive");
    }
  }

  /** What is kept of the request's time for deciding again. */
  Duration reserve() {
    return Duration.ofMillis(reserveMillis);
  }

  /** How long an answer is still taken note of. */
  Duration lateWindow() {
    return lateWindow;
  }

  /** Failures in a row after which a partner is left alone. */
  int failuresMax() {
    return failuresMax;
  }

  /** For how long. */
  Duration pause() {
    return pause;
  }
}
