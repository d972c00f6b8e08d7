package org.florin.simulators.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;

/** Customers, their payment methods, and the setups that save one for later. */
final class People {
  private final Book book;
  private final Webhooks webhooks;

  People(Book book, Webhooks webhooks) {
    this.book = book;
    this.webhooks = webhooks;
  }

  JsonObject createCustomer(Form form) {
    JsonObject customer = new JsonObject();
    customer.addProperty("id", Ids.next("cus_"));
    customer.addProperty("object", "customer");
    customer.add("address", JsonNull.INSTANCE);
    customer.addProperty("balance", 0);
    customer.addProperty("created", Instant.now().getEpochSecond());
    customer.add("currency", JsonNull.INSTANCE);
    customer.add("default_source", JsonNull.INSTANCE);
    customer.addProperty("delinquent", false);
    for (String name : new String[] {"description", "email", "name", "phone"}) {
      customer.add(name, JsonNull.INSTANCE);
      form.copy(name, customer);
    }
    customer.addProperty("livemode", false);
    customer.add("metadata", form.object("metadata"));
    customer.add("shipping", JsonNull.INSTANCE);
    customer.addProperty("tax_exempt", "none");
    book.save(customer);
    webhooks.publish("customer.created", customer, null);
    return customer;
  }

  JsonObject updateCustomer(String id, Form form) {
    JsonObject customer = book.get("customer", id);
    for (String name : new String[] {"description", "email", "name", "phone"}) {
      form.copy(name, customer);
    }
    mergeMetadata(customer, form);
    book.save(customer);
    webhooks.publish("customer.updated", customer, null);
    return customer;
  }

  static void mergeMetadata(JsonObject object, Form form) {
    JsonObject metadata = object.getAsJsonObject("metadata");
    form.object("metadata").asMap().forEach(metadata::add);
  }

  JsonObject createPaymentMethod(Form form) {
    String type = form.required("type");
    String number =
        switch (type) {
          case "card" -> form.required("card[number]").replace(" ", "");
          case "us_bank_account" -> form.required("us_bank_account[account_number]");
          default ->
              throw StripeError.invalid(
                  "payment_method_type_invalid", "type", "Unsupported type: " + type);
        };
    String testId =
        Behaviour.testIdOfNumber(number)
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "incorrect_number", "card[number]", "Only test numbers work here."));
    return newPaymentMethod(testId);
  }

  /** An own copy of a test payment method, or the one stored under the id. */
  JsonObject paymentMethod(String id) {
    if (Behaviour.ofTestId(id).isPresent()) {
      return newPaymentMethod(id);
    }
    return book.get("payment_method", id);
  }

  static Behaviour behaviour(JsonObject paymentMethod) {
    String testId = paymentMethod.get("_test_id").getAsString();
    return Behaviour.ofTestId(testId).orElseThrow();
  }

  private JsonObject newPaymentMethod(String testId) {
    Behaviour behaviour = Behaviour.ofTestId(testId).orElseThrow();
    JsonObject method = new JsonObject();
    method.addProperty("id", Ids.next("pm_"));
    method.addProperty("object", "payment_method");
    method.addProperty("_test_id", testId);
    JsonObject billing = new JsonObject();
    for (String name : new String[] {"address", "email", "name", "phone"}) {
      billing.add(name, JsonNull.INSTANCE);
    }
    method.add("billing_details", billing);
    method.add(behaviour.type(), details(behaviour));
    method.addProperty("created", Instant.now().getEpochSecond());
    method.add("customer", JsonNull.INSTANCE);
    method.addProperty("livemode", false);
    method.add("metadata", new JsonObject());
    method.addProperty("type", behaviour.type());
    book.save(method);
    return method;
  }

  private static JsonObject details(Behaviour behaviour) {
    JsonObject details = new JsonObject();
    details.addProperty("last4", behaviour.last4());
    if (behaviour.isCard()) {
      details.addProperty("brand", behaviour.brand());
      details.addProperty("country", "US");
      details.addProperty("exp_month", 12);
      details.addProperty("exp_year", 2034);
      details.addProperty("fingerprint", "fp" + behaviour.brand() + behaviour.last4());
      details.addProperty("funding", "credit");
    } else {
      details.addProperty("account_holder_type", "individual");
      details.addProperty("account_type", "checking");
      details.addProperty("bank_name", behaviour.brand());
      details.addProperty("fingerprint", "fpbank" + behaviour.last4());
      details.addProperty("routing_number", "110000000");
    }
    return details;
  }

  JsonObject attach(String id, String customer) {
    book.get("customer", customer);
    JsonObject method = paymentMethod(id);
    method.addProperty("customer", customer);
    book.save(method);
    webhooks.publish("payment_method.attached", method, null);
    return method;
  }

  JsonObject detach(String id) {
    JsonObject method = book.get("payment_method", id);
    method.add("customer", JsonNull.INSTANCE);
    book.save(method);
    webhooks.publish("payment_method.detached", method, null);
    return method;
  }

  JsonObject createSetupIntent(Form form) {
    form.text("customer").ifPresent(id -> book.get("customer", id));
    JsonObject intent = new JsonObject();
    String id = Ids.next("seti_");
    intent.addProperty("id", id);
    intent.addProperty("object", "setup_intent");
    intent.add("application", JsonNull.INSTANCE);
    intent.add("cancellation_reason", JsonNull.INSTANCE);
    intent.addProperty("client_secret", id + "_secret_" + Ids.next(""));
    intent.addProperty("created", Instant.now().getEpochSecond());
    intent.add("customer", JsonNull.INSTANCE);
    form.copy("customer", intent);
    intent.add("description", JsonNull.INSTANCE);
    form.copy("description", intent);
    intent.add("last_setup_error", JsonNull.INSTANCE);
    intent.addProperty("livemode", false);
    intent.add("mandate", JsonNull.INSTANCE);
    intent.add("metadata", form.object("metadata"));
    intent.add("next_action", JsonNull.INSTANCE);
    intent.add("payment_method", JsonNull.INSTANCE);
    JsonArray types = form.array("payment_method_types");
    if (types.isEmpty()) {
      types.add("card");
    }
    intent.add("payment_method_types", types);
    intent.addProperty("status", "requires_payment_method");
    intent.addProperty("usage", form.text("usage").orElse("off_session"));
    book.save(intent);
    webhooks.publish("setup_intent.created", intent, null);
    if (form.text("payment_method").isPresent()) {
      intent.addProperty(
          "payment_method", paymentMethod(form.required("payment_method")).get("id").getAsString());
      intent.addProperty("status", "requires_confirmation");
      book.save(intent);
    }
    return form.flag("confirm") ? confirmSetupIntent(id, form) : intent;
  }

  JsonObject confirmSetupIntent(String id, Form form) {
    JsonObject intent = book.get("setup_intent", id);
    String status = intent.get("status").getAsString();
    if (status.equals("succeeded") || status.equals("canceled")) {
      throw StripeError.invalid(
          "setup_intent_unexpected_state", null, "The SetupIntent is already " + status + ".");
    }
    String methodId =
        form.text("payment_method")
            .or(
                () ->
                    intent.get("payment_method").isJsonNull()
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(intent.get("payment_method").getAsString()))
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "parameter_missing", "payment_method", "A payment method is needed."));
    JsonObject method = paymentMethod(methodId);
    Behaviour behaviour = behaviour(method);
    boolean attaches = behaviour.works() || behaviour.last4().equals("0341") || !behaviour.isCard();
    if (!attaches && !behaviour.needsAuthentication()) {
      JsonObject error = behaviour.error(method);
      intent.add("last_setup_error", error);
      intent.addProperty("status", "requires_payment_method");
      book.save(intent);
      webhooks.publish("setup_intent.setup_failed", intent, null);
      throw StripeError.card(error, "setup_intent", intent);
    }
    if (!intent.get("customer").isJsonNull()) {
      method.add("customer", intent.get("customer"));
      book.save(method);
    }
    intent.add("payment_method", method.get("id"));
    intent.addProperty("status", "succeeded");
    book.save(intent);
    webhooks.publish("setup_intent.succeeded", intent, null);
    return intent;
  }

  JsonObject cancelSetupIntent(String id) {
    JsonObject intent = book.get("setup_intent", id);
    if (intent.get("status").getAsString().equals("succeeded")) {
      throw StripeError.invalid(
          "setup_intent_unexpected_state", null, "A succeeded SetupIntent cannot be canceled.");
    }
    intent.addProperty("status", "canceled");
    book.save(intent);
    webhooks.publish("setup_intent.canceled", intent, null);
    return intent;
  }
}
