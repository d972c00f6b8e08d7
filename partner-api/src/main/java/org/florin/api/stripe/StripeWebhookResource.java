package org.florin.api.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Public;
import org.florin.payments.PaymentNotices;
import org.florin.payments.RecordPaymentOutcome;
import org.jspecify.annotations.Nullable;

/** Takes what Stripe tells; the signature stands in for a key. */
@ApplicationScoped
@Path("/stripe/webhook")
@Produces(MediaType.APPLICATION_JSON)
public class StripeWebhookResource {

  private static final String TAKEN = "{\"received\":true}";

  @Inject PaymentNotices notices;
  @Inject RecordPaymentOutcome record;

  /** Answers 200 once the effect is durable; repeats have none and are answered 200 too. */
  @POST
  @Public
  @Operation(operationId = "takeStripeWebhook", summary = "Signed notices of Stripe")
  public Response take(
      @HeaderParam("Stripe-Signature") @Nullable String signature, InputStream body) {
    if (signature == null) {
      throw Problem.badRequest("signature_required", "Stripe-Signature is missing.");
    }
    return switch (notices.read(JsonText.raw(body), signature)) {
      case PaymentNotices.Notice.Refused refused ->
          throw Problem.badRequest("signature_refused", refused.why());
      case PaymentNotices.Notice.NotOurs ignored -> Response.ok(TAKEN).build();
      case PaymentNotices.Notice.AboutPayment about -> {
        record.handle(
            new RecordPaymentOutcome.Command(
                about.payment(), about.answer(), "stripe:webhook", about.message()));
        yield Response.ok(TAKEN).build();
      }
    };
  }
}
