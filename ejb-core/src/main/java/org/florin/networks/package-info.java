/**
 * Card networks and acquirers that talk to us in messages (ISO 8583). A message is read by its
 * link's profile, journalled with its card data masked, mapped onto the use cases of authorization
 * and answered; no decision is taken here.
 *
 * <p>Invariants: a message is never answered before its effect is durable; a repeat (same network,
 * acquirer, trace, retrieval reference, transmission time and card) gets the stored answer and no
 * second effect; advices and reversals are never declined; a card number, track, PIN block or
 * security code never reaches a table or a log in clear. Ring 4: uses authorization and cards.
 */
@NullMarked
package org.florin.networks;

import org.jspecify.annotations.NullMarked;
