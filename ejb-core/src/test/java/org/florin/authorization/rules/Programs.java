package org.florin.authorization.rules;

/** Programs to decide under. */
public final class Programs {

  /** The one that the bank starts with. */
  public static final Program USUAL =
      new Program("any", 100, 7_500, 0, 1, 0, true, true, false, 30, 3);

  private Programs() {}
}
