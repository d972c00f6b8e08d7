package org.florin.api.statements;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.partners.Scope;
import org.florin.payments.MakePayment;
import org.florin.statements.FindStatements;
import org.florin.statements.PaymentPreview;

/** What a payment would pay, before it is made. */
@Path("/payments/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentPreviewResource {

  @Inject FindStatements find;

  @POST
  @RequiresScope(Scope.PAYMENTS_READ)
  @Operation(
      operationId = "previewPayments",
      summary = "Which balances a payment would pay",
      description =
          "The required minimum goes in the product's order, everything above it to the highest"
              + " rate first (Reg Z 1026.53). Nothing is booked; no Idempotency-Key is needed.")
  public String preview(InputStream text) {
    var body = JsonBody.of(JsonText.read(text));
    var account =
        body.read(
            "account", AccountId::parse, "Must be an account id.", new AccountId(new UUID(0, 0)));
    var amount = body.integer("amount", 1, MakePayment.AMOUNT_MAX_MINOR);
    body.complete();
    var preview =
        find.preview(account, amount)
            .orElseThrow(
                () -> Problem.unprocessable("account_unknown", "There is no such account."));
    return JsonText.write(json -> write(json, account, amount, preview));
  }

  private static void write(
      JsonGenerator json, AccountId account, long amount, PaymentPreview preview) {
    json.write("object", "payment_preview")
        .write("account", account.toString())
        .write("amount", amount)
        .write("currency", preview.left().currency().code())
        .write("required", preview.required().minor())
        .writeStartArray("allocation");
    for (var part : preview.parts()) {
      json.writeStartObject()
          .write("balance_type", part.segment().kind().code())
          .write("promotion", part.segment().promotion())
          .write("apr", part.rate().toString())
          .write("before", part.before().minor())
          .write("paid", part.paid().minor())
          .write("after", part.after().minor())
          .writeEnd();
    }
    json.writeEnd().write("credit_balance", preview.left().minor());
  }
}
