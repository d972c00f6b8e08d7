package org.florin.cards;

import org.florin.kernel.CardId;

/**
 * Told within the transaction in which a card takes the place of another: what is kept about the
 * old one moves on.
 */
public record CardReplaced(CardId old, CardId replacement) {}
