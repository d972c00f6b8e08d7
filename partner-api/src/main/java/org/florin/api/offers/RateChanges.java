package org.florin.api.offers;

import java.util.function.Supplier;
import org.florin.api.problem.Problem;
import org.florin.offers.RateChange;

/** What came of an order about rates, as the API answers it. */
final class RateChanges {

  private RateChanges() {}

  /**
   * Does the work.
   *
   * @throws Problem 404 or 400 if it could not be done
   */
  static void done(Supplier<RateChange> work) {
    switch (work.get()) {
      case RateChange.Done ignored -> {}
      case RateChange.NoAccount ignored -> throw Problem.notFound();
      case RateChange.Refused refused ->
          throw Problem.invalid(
              refused.faults().stream()
                  .map(
                      fault ->
                          new Problem.FieldError("/" + fault.member(), "rule", fault.message()))
                  .toList());
    }
  }
}
