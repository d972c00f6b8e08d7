package org.florin.adapters.stripe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.florin.kernel.PaymentId;
import org.florin.payments.PaymentNotices;

/**
 * Reads Stripe's webhooks. Only the event's id and the object it is about are taken from the
 * message; the state is asked for afresh, because messages arrive late, twice and out of order.
 */
@ApplicationScoped
public class StripePaymentNotices implements PaymentNotices {

  @Inject StripeApi stripe;
  @Inject StripeSettings settings;

  @Override
  public Notice read(String body, String signature) {
    if (!isGenuine(body, signature)) {
      StripeLog.LOG.noticeRefused("signature or time");
      return new Notice.Refused("The signature is wrong or too old.");
    }
    JsonObject event;
    try {
      event = JsonParser.parseString(body).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException malformed) {
      StripeLog.LOG.noticeRefused("no JSON object");
      return new Notice.Refused("The body is not a JSON object.");
    }
    var type = text(event, "type");
    var data = event.getAsJsonObject("data");
    if (!type.startsWith("payment_intent.") || data == null) {
      return new Notice.NotOurs(type);
    }
    return aboutIntent(text(event, "id"), type, text(data.getAsJsonObject("object"), "id"));
  }

  private Notice aboutIntent(String event, String type, String intentId) {
    PaymentIntent intent;
    try {
      intent = stripe.client().v1().paymentIntents().retrieve(intentId);
    } catch (StripeException problem) {
      // Answered with an error, Stripe sends the message again later.
      throw new IllegalStateException("cannot read " + intentId + " from Stripe", problem);
    }
    var payment = StripePaymentRail.metadata(intent);
    if (payment == null) {
      return new Notice.NotOurs(type);
    }
    try {
      return new Notice.AboutPayment(
          UUID.nameUUIDFromBytes(("stripe:" + event).getBytes(StandardCharsets.UTF_8)),
          PaymentId.parse(payment),
          StripeAnswers.of(intent));
    } catch (IllegalArgumentException notAnId) {
      StripeLog.LOG.foreignPayment(intentId, payment);
      return new Notice.NotOurs(type);
    }
  }

  private boolean isGenuine(String body, String signature) {
    return settings.webhookSecrets.orElse(List.of()).stream()
        .anyMatch(secret -> isSignedWith(secret, body, signature));
  }

  private boolean isSignedWith(String secret, String body, String signature) {
    try {
      return Webhook.Signature.verifyHeader(
          body, signature, secret, settings.webhookTolerance.toSeconds());
    } catch (SignatureVerificationException wrong) {
      return false;
    }
  }

  private static String text(JsonObject object, String name) {
    var value = object.get(name);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
