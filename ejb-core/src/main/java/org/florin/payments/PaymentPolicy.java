package org.florin.payments;

import java.util.Optional;
import java.util.Set;

/** The state machine of a payment: a pure function of where it stands and what the rail says. */
final class PaymentPolicy {

  /** Nacha's codes for an entry that should never have been sent, or that we asked back. */
  private static final Set<String> OUR_FAULT = Set.of("R06", "R24");

  private PaymentPolicy() {}

  /** Whether the cardholder has no part in it: no fee is charged then. */
  static boolean isOurFault(RailAnswer answer) {
    return answer instanceof RailAnswer.Returned returned && OUR_FAULT.contains(returned.code());
  }

  static PaymentStatus next(PaymentStatus status, RailAnswer answer) {
    if (status == PaymentStatus.SUCCEEDED && answer instanceof RailAnswer.Returned) {
      return PaymentStatus.RETURNED;
    }
    if (status.isFinal()) {
      return status;
    }
    return switch (answer) {
      case RailAnswer.Succeeded ignored -> PaymentStatus.SUCCEEDED;
      case RailAnswer.Failed ignored -> PaymentStatus.FAILED;
      case RailAnswer.Returned ignored -> PaymentStatus.FAILED;
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
      case RailAnswer.Returned ignored -> true;
      case RailAnswer.NotFound ignored -> true;
      case RailAnswer.Unknown ignored -> true;
    };
  }
}
