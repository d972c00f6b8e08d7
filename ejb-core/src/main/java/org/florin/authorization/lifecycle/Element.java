package org.florin.authorization.lifecycle;

import java.util.Set;

/**
 * One message of a card payment as it took effect; a payment is the sum of its elements.
 *
 * @param amount what took effect, zero or more, in minor units
 * @param uplift what is held above the amount while no final amount is known (authorization only)
 * @param closes whether nothing stays held after it
 */
public record Element(ElementType type, long amount, long uplift, boolean closes, Set<Flag> flags) {

  public Element {
    if (amount < 0 || uplift < 0) {
      throw new IllegalArgumentException("amounts of an element are zero or more");
    }
    flags = Set.copyOf(flags);
  }

  static Element of(ElementType type, long amount, Set<Flag> flags) {
    return new Element(type, amount, 0, false, flags);
  }
}
