package org.florin.adapters.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.florin.kernel.SystemTime;
import org.florin.payments.PaymentRail;
import org.florin.payments.PaymentView;
import org.florin.payments.Rail;
import org.florin.payments.RailAnswer;
import org.jspecify.annotations.Nullable;

/** Takes payments by Stripe's PaymentIntents. */
@ApplicationScoped
public class StripePaymentRail implements PaymentRail {

  static final String PAYMENT_KEY = "payment";
  private static final String ACCOUNT_KEY = "account";
  private static final int SEARCH_MAX = 1_000;
  private static final int SERVER_FAULT = 500;

  @Inject StripeApi stripe;
  @Inject StripeSettings settings;

  @Override
  public Rail rail() {
    return Rail.STRIPE;
  }

  @Override
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.8, delay = 5_000)
  @Fallback(fallbackMethod = "noAnswer")
  public RailAnswer submit(PaymentView payment) {
    var key = payment.id().toString();
    try {
      return StripeAnswers.of(create(payment, key));
    } catch (StripeException problem) {
      if (isStoredFault(problem)) {
        // Stripe keeps a 500 under its key for good: look first, then use a second key.
        return again(payment, key + ":" + payment.attempts());
      }
      return answerOrFault(payment, problem);
    }
  }

  private RailAnswer again(PaymentView payment, String key) {
    try {
      var known = findByMetadata(payment);
      return StripeAnswers.of(known.isPresent() ? known.get() : create(payment, key));
    } catch (StripeException problem) {
      return answerOrFault(payment, problem);
    }
  }

  @Override
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.8, delay = 5_000)
  @Fallback(fallbackMethod = "noAnswer")
  public RailAnswer inquire(PaymentView payment) {
    try {
      if (payment.railReference().isPresent()) {
        return StripeAnswers.of(
            stripe.client().v1().paymentIntents().retrieve(payment.railReference().get()));
      }
      if (payment.createdAt().plus(settings.keyMemory).isAfter(SystemTime.now())) {
        // The key still protects: sending again is the inquiry.
        return new RailAnswer.NotFound();
      }
      return findByMetadata(payment).map(StripeAnswers::of).orElseGet(RailAnswer.NotFound::new);
    } catch (StripeException problem) {
      return answerOrFault(payment, problem);
    }
  }

  /** The answer while Stripe can't be asked. */
  public RailAnswer noAnswer(PaymentView payment) {
    return new RailAnswer.Unknown("Stripe is not answering");
  }

  private PaymentIntent create(PaymentView payment, String key) throws StripeException {
    var parameters =
        PaymentIntentCreateParams.builder()
            .setAmount(payment.amount().minor())
            .setCurrency(payment.amount().currency().code().toLowerCase(Locale.ROOT))
            .setPaymentMethod(payment.method())
            .setAutomaticPaymentMethods(
                PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                    .setEnabled(true)
                    .setAllowRedirects(
                        PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                    .build())
            .setConfirm(true)
            .setOffSession(true)
            .setDescription("Credit card payment")
            .putMetadata(PAYMENT_KEY, payment.id().toString())
            .putMetadata(ACCOUNT_KEY, payment.account().toString())
            .build();
    var options = RequestOptions.builder().setIdempotencyKey(key).build();
    return stripe.client().v1().paymentIntents().create(parameters, options);
  }

  private Optional<PaymentIntent> findByMetadata(PaymentView payment) throws StripeException {
    var created = payment.createdAt();
    var parameters =
        PaymentIntentListParams.builder()
            .setCreated(
                PaymentIntentListParams.Created.builder()
                    .setGte(created.minus(Duration.ofMinutes(5)).getEpochSecond())
                    .setLte(created.plus(Duration.ofDays(2)).getEpochSecond())
                    .build())
            .setLimit(100L)
            .build();
    int seen = 0;
    for (PaymentIntent intent :
        stripe.client().v1().paymentIntents().list(parameters).autoPagingIterable()) {
      if (payment.id().toString().equals(metadata(intent))) {
        return Optional.of(intent);
      }
      if (++seen >= SEARCH_MAX) {
        break;
      }
    }
    return Optional.empty();
  }

  static @Nullable String metadata(PaymentIntent intent) {
    return intent.getMetadata() == null ? null : intent.getMetadata().get(PAYMENT_KEY);
  }

  private static boolean isStoredFault(StripeException problem) {
    Integer status = problem.getStatusCode();
    return status != null && status >= SERVER_FAULT;
  }

  /** Thrown on for the breaker to count, unless the answer is definite. */
  private static RailAnswer answerOrFault(PaymentView payment, StripeException problem) {
    var answer = StripeAnswers.of(problem);
    if (answer instanceof RailAnswer.Unknown unknown) {
      StripeLog.LOG.noTelling(payment.id().toString(), unknown.why());
      throw new IllegalStateException(unknown.why(), problem);
    }
    if (problem instanceof InvalidRequestException && problem.getStatusCode() == 404) {
      return new RailAnswer.NotFound();
    }
    return answer;
  }
}
