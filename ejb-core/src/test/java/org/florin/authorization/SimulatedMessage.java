package org.florin.authorization;

/**
 * What the simulation sends.
 *
 * @param key the sender's key; the same message again carries the same one
 * @param payment which payment, by the network's number
 * @param amount in minor units, above zero
 * @param option chooses among the forms of a message
 */
record SimulatedMessage(long key, Type type, int payment, long amount, int option) {

  enum Type {
    AUTHORIZE,
    ADVISE,
    INCREMENT,
    REVERSE,
    COMPLETE,
    CLEAR,
    REFUND,
    EXPIRE,
    PAY,
    NEXT_DAY
  }

  /** How a reversal says its amount, or what kind of payment an authorization is. */
  static final int OPTIONS = 8;

  boolean isCash() {
    return option == 1;
  }

  boolean isCredit() {
    return option == 2;
  }

  boolean isFuel() {
    return option == 3;
  }

  boolean isRestaurant() {
    return option == 4;
  }

  boolean takesPart() {
    return option == 5;
  }

  boolean isLast() {
    return option % 2 == 0;
  }
}
