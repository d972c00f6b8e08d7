package org.florin.payments;

import java.util.Optional;

/** The state machine of a payment: a pure function of where it stands and what the rail says. */
final class PaymentPolicy {

  private PaymentPolicy() {}

  static PaymentStatus next(PaymentStatus status, RailAnswer answer) {
    if (status.isFinal()) {
      return status;
    }
    return switch (answer) {
      case RailAnswer.Succeeded ignored -> PaymentStatus.SUCCEEDED;
      case RailAnswer.Failed ignored -> PaymentStatus.FAILED;
      case RailAnswer.Processing ignored -> PaymentStatus.PROCESSING;
      case RailAnswer.Unknown ignored -> PaymentStatus.UNKNOWN;
      case RailAnswer.NotFound ignored -> status;
    };
  }

  /** The status stays and there is no new reference to keep. */
  static boolean tellsNothingNew(PaymentView payment, RailAnswer answer) {
    return switch (answer) {
      case RailAnswer.Processing processing ->
          processing
              .reference()
              .filter(reference -> !Optional.of(reference).equals(payment.railReference()))
              .isEmpty();
      case RailAnswer.Succeeded ignored -> true;
      case RailAnswer.Failed ignored -> true;
      case RailAnswer.NotFound ignored -> true;
      case RailAnswer.Unknown ignored -> true;
    };
  }
}
