package org.florin.networks;

import java.time.Duration;
import org.florin.kernel.ClientId;
import org.florin.networks.NetworkLink.PartialApproval;

/** Messages and links for tests. */
final class Messages {

  static final NetworkLink LINK = link(PartialApproval.AS_ASKED);

  private Messages() {}

  static NetworkLink link(PartialApproval partial) {
    return new NetworkLink(
        ClientId.create(),
        "acquirer",
        "domestic",
        "ISO87A",
        8583,
        partial,
        "00",
        16,
        512,
        Duration.ofSeconds(60));
  }

  static NetworkMessage.Builder purchase() {
    return NetworkMessage.ofType("0100")
        .set(2, "4111111111111111")
        .set(3, "000000")
        .set(4, "000000012345")
        .set(7, "0105103015")
        .set(11, "123456")
        .set(12, "053015")
        .set(13, "0105")
        .set(14, "2812")
        .set(18, "5411")
        .set(22, "051")
        .set(25, "00")
        .set(32, "123456")
        .set(37, "600510123456")
        .set(41, "TERM0001")
        .set(42, "MERCHANT0000001")
        .set(43, "CORNER GROCERY         SPRINGFIELD  ILUS")
        .set(49, "840");
  }
}
