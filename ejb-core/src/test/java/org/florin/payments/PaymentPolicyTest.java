package org.florin.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentPolicyTest {

  private static final List<RailAnswer> ANSWERS =
      List.of(
          new RailAnswer.Succeeded("r"),
          new RailAnswer.Processing(Optional.empty()),
          new RailAnswer.Failed(Optional.empty(), "code", "text"),
          new RailAnswer.NotFound(),
          new RailAnswer.Unknown("why"));

  static Stream<Arguments> everything() {
    return Arrays.stream(PaymentStatus.values())
        .flatMap(status -> ANSWERS.stream().map(answer -> arguments(status, answer)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void only_evidence_moves_an_open_payment_and_only_a_return_a_closed_one(
      PaymentStatus status, RailAnswer answer) {
    var expected =
        switch (status) {
          case SUCCEEDED -> answer instanceof RailAnswer.Returned ? PaymentStatus.RETURNED : status;
          case FAILED, CANCELLED, RETURNED -> status;
          case INITIATED, SUBMITTED, PROCESSING, UNKNOWN ->
              switch (answer) {
                case RailAnswer.Succeeded ignored -> PaymentStatus.SUCCEEDED;
                case RailAnswer.Failed ignored -> PaymentStatus.FAILED;
                case RailAnswer.Returned ignored -> PaymentStatus.FAILED;
                case RailAnswer.Processing ignored -> PaymentStatus.PROCESSING;
                case RailAnswer.Unknown ignored -> PaymentStatus.UNKNOWN;
                case RailAnswer.NotFound ignored -> status;
              };
        };

    assertEquals(expected, PaymentPolicy.next(status, answer));
  }
}
