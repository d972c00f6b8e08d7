package org.florin.adapters.paymentmq;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The queue of the mainframe and the profile of its records. */
@Dependent
class MainframeSettings {

  @Inject
  @ConfigProperty(name = "florin.mainframe.request-queue", defaultValue = "FLORIN.PAYMENT.REQUEST")
  String requestQueue;

  @Inject
  @ConfigProperty(name = "florin.mainframe.code-page", defaultValue = "IBM037")
  String codePage;

  /** A request older than this is not worth processing any more; the inquiry takes over. */
  @Inject
  @ConfigProperty(name = "florin.mainframe.request-time-to-live", defaultValue = "PT10M")
  Duration requestTimeToLive;
}
