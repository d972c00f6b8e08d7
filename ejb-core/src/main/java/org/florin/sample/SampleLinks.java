package org.florin.sample;

import java.time.Duration;
import java.util.List;
import org.florin.kernel.ClientId;
import org.florin.networks.NetworkLink;
import org.florin.networks.NetworkLink.PartialApproval;

/** An acquirer and two networks that may connect to the sample bank, one for each profile. */
final class SampleLinks {

  private static final int CONNECTION_COUNT_MAX = 16;
  private static final int IN_FLIGHT_COUNT_MAX = 512;
  private static final Duration ECHO_IDLE = Duration.ofSeconds(60);

  private SampleLinks() {}

  static List<NetworkLink> all() {
    return List.of(
        link("acquirer", "domestic", "ISO87A", 8583),
        link("visa", "visa", "VIS-B", 8584),
        link("mastercard", "mastercard", "MC-E", 8585));
  }

  private static NetworkLink link(String name, String network, String profile, int port) {
    return new NetworkLink(
        ClientId.create(),
        name,
        network,
        profile,
        port,
        PartialApproval.AS_ASKED,
        "00",
        CONNECTION_COUNT_MAX,
        IN_FLIGHT_COUNT_MAX,
        ECHO_IDLE);
  }
}
