package org.florin.authorization.rules;

import java.util.Set;

/** Programs to decide under. */
public final class Programs {

  /** The one that the bank starts with. */
  public static final Program USUAL =
      new Program("any", 100, 7_500, 0, 1, 0, true, true, false, 30, 3, 1_000_000, Set.of(), false);

  /** Allows little. */
  public static final Program STRICT =
      new Program(
          "strict", 100, 7_500, 0, 500, 0, false, false, true, 30, 3, 50_000, Set.of("KP"), false);

  /** Holds tips, and lets purchases exceed the limit by 50.00. */
  public static final Program GENEROUS =
      new Program(
          "generous",
          100,
          7_500,
          20,
          1,
          5_000,
          true,
          true,
          false,
          30,
          3,
          1_000_000,
          Set.of(),
          false);

  private Programs() {}
}
