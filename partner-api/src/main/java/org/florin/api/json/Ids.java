package org.florin.api.json;

import java.util.function.Function;
import org.florin.api.problem.Problem;

/** Ids in paths. */
public final class Ids {

  private Ids() {}

  /**
   * Reads an id of a path; what isn't an id can't be found.
   *
   * @throws Problem 404
   */
  public static <T> T of(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound();
    }
  }
}
