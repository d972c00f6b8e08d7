package org.florin.cards;

import org.florin.kernel.CardId;

/** What came of an order to change a card. */
public sealed interface CardChange {

  /** The card is now in the state asked for, by this order or an earlier one. */
  record Done(CardView card) implements CardChange {}

  /** The card's state does not allow it. */
  record Refused(CardView card, CardState wanted) implements CardChange {}

  /** There is no such card for the one who asked. */
  record NotFound(CardId card) implements CardChange {}
}
