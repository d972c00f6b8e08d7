package org.florin.clearing;

import org.florin.authorization.NetworkReference;
import org.florin.kernel.TransactionId;

/**
 * What names a presentment for ever: the acquirer's reference number; else the network's marks with
 * sequence, kind and amount, since several clearings of one payment share the marks; else the
 * presenter's own id; else nothing but the request that brought it.
 */
final class ClearingKeyPolicy {

  private ClearingKeyPolicy() {}

  static String naturalKey(PostClearing.Command command) {
    if (command.acquirerReference().isPresent()) {
      return "clearing:arn:" + command.acquirerReference().get();
    }
    if (command.network().filter(ClearingKeyPolicy::isTelling).isPresent()) {
      var network = command.network().get();
      return String.join(
          ":",
          "clearing:network",
          network.name(),
          network.transactionId().orElse("-"),
          network.retrievalReference().orElse("-"),
          network.stan().orElse("-"),
          command.sequence().map(String::valueOf).orElse("-"),
          command.kind().code(),
          Long.toString(command.amount().minor()));
    }
    return command
        .externalId()
        .map(externalId -> "clearing:" + command.presenter() + ":" + externalId)
        .orElseGet(() -> "clearing:" + TransactionId.create());
  }

  private static boolean isTelling(NetworkReference network) {
    return network.transactionId().isPresent() || network.retrievalReference().isPresent();
  }
}
