package org.florin.adapters.partnerhook;

import java.io.IOException;

/** A partner can't be asked, or its answer not be taken; says why in our words. */
final class Unusable extends IOException {

  private static final long serialVersionUID = 1L;

  private final String why;

  Unusable(String why) {
    super(why);
    this.why = why;
  }

  String why() {
    return why;
  }
}
