package org.florin.authorization;

import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.kernel.AuthorizationId;

/** How a later message names the authorization it belongs to. */
public sealed interface Original {

  /** By our id. */
  record ById(AuthorizationId id) implements Original {}

  /** By its card and the network's marks; it may not have arrived yet. */
  record ByNetwork(CardReference card, NetworkReference network) implements Original {}
}
