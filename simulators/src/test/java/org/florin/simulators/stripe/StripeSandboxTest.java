package org.florin.simulators.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.florin.simulators.LoopbackHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox as Stripe's own library sees it. */
class StripeSandboxTest {
  private static final String SECRET = "whsec_test";

  private record Delivery(String body, String signature) {}

  @TempDir Path folder;

  private final LinkedBlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private LoopbackHttp listener;
  private StripeSandbox sandbox;
  private StripeClient stripe;

  @BeforeEach
  void start() throws IOException {
    listener =
        new LoopbackHttp(
            0,
            exchange -> {
              var body = new String(exchange.getRequestBody().readAllBytes());
              deliveries.add(
                  new Delivery(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
              LoopbackHttp.answerJson(exchange, 200, "{}");
            });
    open();
  }

  private void open() throws IOException {
    sandbox =
        StripeSandbox.start(
            0, folder, URI.create("http://127.0.0.1:" + listener.port() + "/hook"), SECRET);
    var base = "http://127.0.0.1:" + sandbox.port();
    stripe =
        StripeClient.builder()
            .setApiKey("sk_test_x")
            .setApiBase(base)
            .setMaxNetworkRetries(0)
            .build();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    listener.close();
  }

  private PaymentIntent pay(String method, String key) throws StripeException {
    return stripe.v1().paymentIntents().create(payment(method, 1_000), key(key));
  }

  private static PaymentIntentCreateParams payment(String method, long amount) {
    return PaymentIntentCreateParams.builder()
        .setAmount(amount)
        .setCurrency("usd")
        .setPaymentMethod(method)
        .setConfirm(true)
        .setOffSession(true)
        .putMetadata("payment", "pay_1")
        .build();
  }

  private static RequestOptions key(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  private void arm(String kind) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + sandbox.port() + "/_sandbox/faults"))
            .POST(HttpRequest.BodyPublishers.ofString("kind=" + kind + "&times=1"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertEquals(200, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }
  }

  private JsonObject event(String type) throws InterruptedException {
    while (true) {
      var delivery = deliveries.poll(5, TimeUnit.SECONDS);
      assertNotNull(delivery, "no webhook of type " + type);
      var event = JsonParser.parseString(delivery.body()).getAsJsonObject();
      if (event.get("type").getAsString().equals(type)) {
        return event;
      }
    }
  }

  @Test
  void card_payment_succeeds_and_is_told_by_a_signed_webhook() throws Exception {
    var intent = pay("pm_card_visa", "k1");

    assertEquals("succeeded", intent.getStatus());
    assertEquals(1_000, intent.getAmountReceived());
    var delivery = deliveries.poll(5, TimeUnit.SECONDS);
    assertNotNull(delivery);
    assertTrue(Webhook.Signature.verifyHeader(delivery.body(), delivery.signature(), SECRET, 300));
    var event = Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET);
    assertTrue(event.getDataObjectDeserializer().getObject().isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "pm_card_chargeDeclined, card_declined, generic_decline",
    "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
    "pm_card_chargeDeclinedExpiredCard, expired_card,",
    "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc,",
    "pm_card_chargeDeclinedProcessingError, processing_error,",
    "pm_card_authenticationRequired, authentication_required, authentication_required"
  })
  void declined_card_fails_with_its_published_code(String method, String code, String decline) {
    var refused = assertThrows(CardException.class, () -> pay(method, method));

    assertEquals(402, refused.getStatusCode());
    assertEquals(code, refused.getCode());
    assertEquals(decline, refused.getDeclineCode());
    var intent = refused.getStripeError().getPaymentIntent();
    assertEquals("requires_payment_method", intent.getStatus());
  }

  @Test
  void first_result_of_a_key_is_every_later_result() throws Exception {
    var first = pay("pm_card_visa", "same");
    var again = pay("pm_card_visa", "same");

    assertEquals(first.getId(), again.getId());
    assertEquals(
        "true", again.getLastResponse().headers().firstValue("Idempotent-Replayed").orElse(""));
    assertEquals(1, stripe.v1().paymentIntents().list().getData().size());
  }

  @Test
  void key_with_other_parameters_is_refused() throws Exception {
    pay("pm_card_visa", "once");

    assertThrows(
        IdempotencyException.class,
        () -> stripe.v1().paymentIntents().create(payment("pm_card_visa", 2_000), key("once")));
  }

  @Test
  void stored_server_error_is_replayed_and_moves_no_money() throws Exception {
    arm("error_500");
    assertThrows(ApiException.class, () -> pay("pm_card_visa", "k500"));
    assertThrows(ApiException.class, () -> pay("pm_card_visa", "k500"));
    assertTrue(stripe.v1().paymentIntents().list().getData().isEmpty());
  }

  @Test
  void refused_input_is_not_stored_under_its_key() throws Exception {
    assertThrows(
        InvalidRequestException.class,
        () -> stripe.v1().paymentIntents().create(payment("pm_card_visa", 1), key("fix")));
    assertEquals(
        "succeeded",
        stripe
            .v1()
            .paymentIntents()
            .create(payment("pm_card_visa", 1_000), key("fix"))
            .getStatus());
  }

  @Test
  void bank_debit_settles_later() throws Exception {
    var intent = pay("pm_usBankAccount_success", "bank");

    assertEquals("processing", intent.getStatus());
    event("payment_intent.succeeded");
    assertEquals("succeeded", stripe.v1().paymentIntents().retrieve(intent.getId()).getStatus());
  }

  @Test
  void capture_takes_at_most_what_was_reserved() throws Exception {
    var intent =
        stripe
            .v1()
            .paymentIntents()
            .create(
                PaymentIntentCreateParams.builder()
                    .setAmount(5_000L)
                    .setCurrency("usd")
                    .setPaymentMethod("pm_card_visa")
                    .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                    .setConfirm(true)
                    .build());
    assertEquals("requires_capture", intent.getStatus());
    assertThrows(
        InvalidRequestException.class,
        () ->
            stripe
                .v1()
                .paymentIntents()
                .capture(
                    intent.getId(),
                    PaymentIntentCaptureParams.builder().setAmountToCapture(5_001L).build()));
    var captured =
        stripe
            .v1()
            .paymentIntents()
            .capture(
                intent.getId(),
                PaymentIntentCaptureParams.builder().setAmountToCapture(3_000L).build());
    assertEquals("succeeded", captured.getStatus());
    assertEquals(3_000, captured.getAmountReceived());
  }

  @Test
  void refunds_stop_at_the_amount() throws Exception {
    var intent = pay("pm_card_visa", "refund");
    var part =
        RefundCreateParams.builder().setPaymentIntent(intent.getId()).setAmount(600L).build();

    assertEquals("succeeded", stripe.v1().refunds().create(part).getStatus());
    assertThrows(InvalidRequestException.class, () -> stripe.v1().refunds().create(part));
  }

  @Test
  void saved_method_is_attached_to_its_customer() throws Exception {
    var customer = stripe.v1().customers().create();
    var setup =
        stripe
            .v1()
            .setupIntents()
            .create(
                SetupIntentCreateParams.builder()
                    .setCustomer(customer.getId())
                    .setPaymentMethod("pm_card_visa")
                    .setConfirm(true)
                    .build());

    assertEquals("succeeded", setup.getStatus());
    assertEquals(
        customer.getId(),
        stripe.v1().paymentMethods().retrieve(setup.getPaymentMethod()).getCustomer());
  }

  @Test
  void disputed_card_opens_a_dispute_after_the_payment() throws Exception {
    pay("pm_card_createDispute", "dispute");

    var dispute = event("charge.dispute.created").getAsJsonObject("data").getAsJsonObject("object");
    assertEquals("needs_response", dispute.get("status").getAsString());
    assertEquals("lost", stripe.v1().disputes().close(dispute.get("id").getAsString()).getStatus());
  }

  @Test
  void everything_is_still_known_after_a_restart() throws Exception {
    var intent = pay("pm_card_visa", "keep");
    sandbox.close();
    open();

    assertEquals("succeeded", stripe.v1().paymentIntents().retrieve(intent.getId()).getStatus());
    assertEquals(intent.getId(), pay("pm_card_visa", "keep").getId());
  }

  @Test
  void duplicate_fault_sends_the_same_event_twice() throws Exception {
    arm("duplicate_webhooks");
    pay("pm_card_visa", "twice");

    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(event("payment_intent.created").get("id").getAsString());
    }
    assertEquals(ids.get(0), ids.get(1));
  }

  @Test
  void every_field_is_known_to_the_library() throws Exception {
    var customer = stripe.v1().customers().create();
    var intent = pay("pm_card_createDispute", "fields");
    var charge = stripe.v1().charges().retrieve(intent.getLatestCharge());
    var dispute =
        stripe.v1().disputes().retrieve(stripe.v1().disputes().list().getData().getFirst().getId());
    var method = stripe.v1().paymentMethods().retrieve(intent.getPaymentMethod());
    var setup =
        stripe
            .v1()
            .setupIntents()
            .create(SetupIntentCreateParams.builder().setPaymentMethod("pm_card_visa").build());
    var refunded = pay("pm_card_visa", "refunded");
    var refund =
        stripe
            .v1()
            .refunds()
            .create(RefundCreateParams.builder().setPaymentIntent(refunded.getId()).build());

    for (StripeObject object : List.of(customer, intent, charge, dispute, method, setup, refund)) {
      var wire = JsonParser.parseString(lastBody(object)).getAsJsonObject();
      assertEquals(Set.of(), unknown(wire, object.getClass()), object.getClass().getSimpleName());
    }
  }

  private static String lastBody(StripeObject object) {
    return object.getLastResponse().body();
  }

  private static Set<String> unknown(JsonObject wire, Class<?> type) {
    Set<String> known = new HashSet<>();
    for (Field field : type.getDeclaredFields()) {
      var name = field.getAnnotation(SerializedName.class);
      if (name != null) {
        known.add(name.value());
      }
    }
    Set<String> unknown = new HashSet<>(wire.keySet());
    unknown.removeAll(known);
    return unknown;
  }
}
