package org.florin.networks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.florin.authorization.NetworkReference;
import org.florin.authorization.Original;
import org.florin.authorization.lifecycle.ReversalAmount;

/** How a later message names the one it belongs to: data elements 90 and 95. */
final class OriginalData {

  static final List<Integer> MANDATORY_IN_REVERSALS =
      List.of(2, 3, 4, 7, 11, 12, 13, 32, 37, 39, 41, 42, 43, 49, 90);

  /** Type, trace number, transmission time, acquirer, forwarder. */
  private static final Pattern ORIGINAL =
      Pattern.compile("([0-9]{4})([0-9]{6})([0-9]{10})[0-9]{22}");

  /** What remains of the transaction's amount, then three more amounts that don't matter here. */
  private static final Pattern REPLACEMENT = Pattern.compile("[0-9]{12}.*");

  private static final int REPLACEMENT_LENGTH = 12;

  private OriginalData() {}

  /** The payment that element 90 names; empty if the message has none. */
  static Optional<Original> of(NetworkMessage message, NetworkLink link) throws MessageFault {
    var elements = new MessageElements(message);
    if (elements.optional(90).isEmpty()) {
      return Optional.empty();
    }
    var matcher = ORIGINAL.matcher(elements.text(90, ORIGINAL));
    if (!matcher.matches()) {
      throw new MessageFault(ResponseCode.FORMAT_ERROR, 90);
    }
    return Optional.of(
        new Original.ByNetwork(
            AuthorizationMessage.card(elements),
            new NetworkReference(
                link.network(),
                elements.networkTransactionId(),
                elements.optional(37),
                Optional.of(matcher.group(2)),
                Optional.of(elements.text(32)),
                Optional.of(matcher.group(3)))));
  }

  /** Element 95 says what is to remain; without it nothing does. */
  static ReversalAmount reversalAmount(MessageElements elements) throws MessageFault {
    if (elements.optional(95).isEmpty()) {
      return new ReversalAmount.All();
    }
    var amounts = elements.text(95, REPLACEMENT);
    return new ReversalAmount.LeaveOnly(Long.parseLong(amounts.substring(0, REPLACEMENT_LENGTH)));
  }
}
