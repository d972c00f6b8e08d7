package org.florin.adapters.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.util.Objects;
import java.util.Optional;
import org.florin.payments.RailAnswer;
import org.jspecify.annotations.Nullable;

/** What Stripe's objects and errors mean for a payment. */
final class StripeAnswers {

  private StripeAnswers() {}

  static RailAnswer of(PaymentIntent intent) {
    var id = intent.getId();
    return switch (intent.getStatus()) {
      case "succeeded" -> new RailAnswer.Succeeded(id);
      case "processing", "requires_capture" -> new RailAnswer.Processing(Optional.of(id));
      case "canceled" ->
          new RailAnswer.Failed(
              Optional.of(id), "canceled", "The payment was canceled at the payment service.");
      case "requires_payment_method" -> failed(id, intent.getLastPaymentError());
      case "requires_action" ->
          new RailAnswer.Failed(
              Optional.of(id),
              "authentication_required",
              "The card's issuer asks for the cardholder to be present.");
      default -> new RailAnswer.Unknown("Stripe says " + intent.getStatus());
    };
  }

  private static RailAnswer failed(String id, @Nullable StripeError error) {
    return error == null
        ? new RailAnswer.Unknown("no payment method was charged yet")
        : new RailAnswer.Failed(Optional.of(id), code(error), text(error.getMessage()));
  }

  /** A definite refusal becomes {@code Failed}; whatever may have had an effect stays unknown. */
  static RailAnswer of(StripeException problem) {
    return switch (problem) {
      case CardException refused -> refused(refused);
      case InvalidRequestException refused when refused.getStatusCode() == 400 ->
          new RailAnswer.Failed(
              Optional.empty(),
              Objects.requireNonNullElse(refused.getCode(), "invalid_request"),
              text(
                  refused.getUserMessage() == null
                      ? refused.getMessage()
                      : refused.getUserMessage()));
      default ->
          new RailAnswer.Unknown(
              problem.getClass().getSimpleName() + " " + problem.getStatusCode());
    };
  }

  private static RailAnswer refused(CardException refused) {
    var error = refused.getStripeError();
    var intent = error == null ? null : error.getPaymentIntent();
    return new RailAnswer.Failed(
        Optional.ofNullable(intent).map(PaymentIntent::getId),
        error == null ? "card_declined" : code(error),
        text(refused.getUserMessage()));
  }

  private static String code(StripeError error) {
    if (error.getDeclineCode() != null) {
      return error.getDeclineCode();
    }
    return Objects.requireNonNullElse(error.getCode(), "declined");
  }

  private static String text(@Nullable String message) {
    return Objects.requireNonNullElse(message, "The payment was declined.");
  }
}
