package org.florin.simulators.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Payment intents with their charges, refunds and disputes: the state machine of the sandbox. */
final class Payments implements AutoCloseable {
  private static final long BANK_SETTLE_MILLIS = 1_500;
  private static final long DISPUTE_FEE_MINOR = 1_500;
  private static final Set<String> CONFIRMABLE =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");
  private static final Set<String> CANCELABLE =
      Set.of(
          "requires_payment_method",
          "requires_capture",
          "requires_confirmation",
          "requires_action",
          "processing");

  private final Book book;
  private final Webhooks webhooks;
  private final People people;
  private final ScheduledExecutorService bank = Executors.newSingleThreadScheduledExecutor();

  Payments(Book book, Webhooks webhooks, People people) {
    this.book = book;
    this.webhooks = webhooks;
    this.people = people;
    for (JsonObject intent : book.list("payment_intent", Payments::isProcessing)) {
      settleLater(intent.get("id").getAsString());
    }
  }

  private static boolean isProcessing(JsonObject intent) {
    return intent.get("status").getAsString().equals("processing");
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static JsonObject object(String prefix, String type) {
    JsonObject object = new JsonObject();
    object.addProperty("id", Ids.next(prefix));
    object.addProperty("object", type);
    object.addProperty("created", now());
    object.addProperty("livemode", false);
    return object;
  }

  JsonObject create(Form form, @Nullable String key) {
    long amount =
        form.amount("amount")
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "parameter_missing", "amount", "Missing required param: amount."));
    if (amount < 50 || amount > 99_999_999) {
      throw StripeError.invalid(
          amount < 50 ? "amount_too_small" : "amount_too_large",
          "amount",
          "Amount must be between $0.50 and $999,999.99.");
    }
    form.text("customer").ifPresent(id -> book.get("customer", id));
    JsonObject intent = object("pi_", "payment_intent");
    String id = intent.get("id").getAsString();
    intent.addProperty("amount", amount);
    intent.addProperty("amount_capturable", 0);
    intent.addProperty("amount_received", 0);
    for (String name :
        new String[] {
          "application",
          "automatic_payment_methods",
          "canceled_at",
          "cancellation_reason",
          "customer",
          "description",
          "last_payment_error",
          "latest_charge",
          "next_action",
          "on_behalf_of",
          "payment_method",
          "processing",
          "receipt_email",
          "review",
          "setup_future_usage",
          "shipping",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_data",
          "transfer_group"
        }) {
      intent.add(name, JsonNull.INSTANCE);
    }
    for (String name :
        new String[] {
          "customer",
          "description",
          "receipt_email",
          "setup_future_usage",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_group"
        }) {
      form.copy(name, intent);
    }
    intent.addProperty("capture_method", form.text("capture_method").orElse("automatic"));
    intent.addProperty("client_secret", id + "_secret_" + Ids.next(""));
    intent.addProperty("confirmation_method", "automatic");
    intent.addProperty("currency", form.required("currency"));
    intent.add("metadata", form.object("metadata"));
    intent.add("payment_method_options", new JsonObject());
    JsonArray types = form.array("payment_method_types");
    if (types.isEmpty()) {
      types.add("card");
      types.add("us_bank_account");
    }
    intent.add("payment_method_types", types);
    intent.addProperty("status", "requires_payment_method");
    Optional<String> method = form.text("payment_method");
    if (method.isPresent()) {
      intent.add("payment_method", people.paymentMethod(method.get()).get("id"));
      intent.addProperty("status", "requires_confirmation");
    }
    book.save(intent);
    webhooks.publish("payment_intent.created", intent, key);
    return form.flag("confirm") ? confirm(id, form, key) : intent;
  }

  JsonObject update(String id, Form form) {
    JsonObject intent = book.get("payment_intent", id);
    if (form.amount("amount").isPresent()) {
      requireState(intent, CONFIRMABLE, "updated");
      intent.addProperty("amount", form.amount("amount").orElseThrow());
    }
    form.copy("description", intent);
    People.mergeMetadata(intent, form);
    book.save(intent);
    return intent;
  }

  JsonObject confirm(String id, Form form, @Nullable String key) {
    JsonObject intent = book.get("payment_intent", id);
    requireState(intent, CONFIRMABLE, "confirmed");
    String methodId =
        form.text("payment_method")
            .or(() -> textOf(intent, "payment_method"))
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "payment_intent_unexpected_state",
                        "payment_method",
                        "You cannot confirm this PaymentIntent because it's missing a payment"
                            + " method."));
    JsonObject method = people.paymentMethod(methodId);
    Behaviour behaviour = People.behaviour(method);
    intent.add("payment_method", method.get("id"));
    intent.add("last_payment_error", JsonNull.INSTANCE);
    if (behaviour.needsAuthentication() && !form.flag("off_session")) {
      return requireAction(intent, form);
    }
    if (behaviour.isCard()) {
      return behaviour.works()
          ? charge(intent, method, behaviour, key)
          : decline(intent, method, behaviour, key);
    }
    intent.addProperty("status", "processing");
    book.save(intent);
    webhooks.publish("payment_intent.processing", intent, key);
    settleLater(id);
    return intent;
  }

  private JsonObject requireAction(JsonObject intent, Form form) {
    JsonObject redirect = new JsonObject();
    redirect.addProperty("return_url", form.text("return_url").orElse("https://example.com/"));
    redirect.addProperty(
        "url", "https://hooks.stripe.com/3d_secure_2/" + intent.get("id").getAsString());
    JsonObject action = new JsonObject();
    action.addProperty("type", "redirect_to_url");
    action.add("redirect_to_url", redirect);
    intent.add("next_action", action);
    intent.addProperty("status", "requires_action");
    book.save(intent);
    webhooks.publish("payment_intent.requires_action", intent, null);
    return intent;
  }

  /** The cardholder has passed the issuer's check. */
  JsonObject authenticate(String id) {
    JsonObject intent = book.get("payment_intent", id);
    requireState(intent, Set.of("requires_action"), "authenticated");
    JsonObject method = book.get("payment_method", textOf(intent, "payment_method").orElseThrow());
    intent.add("next_action", JsonNull.INSTANCE);
    return charge(intent, method, People.behaviour(method), null);
  }

  private JsonObject charge(
      JsonObject intent, JsonObject method, Behaviour behaviour, @Nullable String key) {
    boolean manual = intent.get("capture_method").getAsString().equals("manual");
    long amount = intent.get("amount").getAsLong();
    JsonObject charge = newCharge(intent, method, "succeeded");
    charge.addProperty("captured", !manual);
    charge.addProperty("amount_captured", manual ? 0 : amount);
    charge.addProperty("paid", true);
    intent.add("latest_charge", charge.get("id"));
    if (manual) {
      intent.addProperty("status", "requires_capture");
      intent.addProperty("amount_capturable", amount);
    } else {
      intent.addProperty("status", "succeeded");
      intent.addProperty("amount_received", amount);
      charge.add("balance_transaction", balance("charge", amount, fee(amount), charge).get("id"));
    }
    book.save(charge);
    book.save(intent);
    webhooks.publish("charge.succeeded", charge, key);
    webhooks.publish(
        manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded",
        intent,
        key);
    if (behaviour.disputed()) {
      dispute(charge.get("id").getAsString(), "fraudulent");
    }
    return intent;
  }

  private JsonObject decline(
      JsonObject intent, JsonObject method, Behaviour behaviour, @Nullable String key) {
    JsonObject charge = newCharge(intent, method, "failed");
    charge.addProperty("failure_code", behaviour.code());
    charge.addProperty("failure_message", behaviour.message());
    book.save(charge);
    JsonObject error = behaviour.error(method);
    error.add("charge", charge.get("id"));
    intent.add("latest_charge", charge.get("id"));
    intent.add("last_payment_error", error);
    intent.add("payment_method", JsonNull.INSTANCE);
    intent.addProperty("status", "requires_payment_method");
    book.save(intent);
    webhooks.publish("charge.failed", charge, key);
    webhooks.publish("payment_intent.payment_failed", intent, key);
    throw StripeError.card(error, "payment_intent", intent);
  }

  private void settleLater(String id) {
    bank.schedule(() -> settle(id), BANK_SETTLE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void settle(String id) {
    JsonObject intent = book.get("payment_intent", id);
    if (!isProcessing(intent)) {
      return;
    }
    JsonObject method = book.get("payment_method", textOf(intent, "payment_method").orElseThrow());
    Behaviour behaviour = People.behaviour(method);
    try {
      if (behaviour.works()) {
        charge(intent, method, behaviour, null);
      } else {
        decline(intent, method, behaviour, null);
      }
    } catch (StripeError expected) {
      // A bank debit that fails has nobody waiting for the answer: the webhook tells.
    }
  }

  JsonObject capture(String id, Form form, @Nullable String key) {
    JsonObject intent = book.get("payment_intent", id);
    requireState(intent, Set.of("requires_capture"), "captured");
    long capturable = intent.get("amount_capturable").getAsLong();
    long amount = form.amount("amount_to_capture").orElse(capturable);
    if (amount <= 0 || amount > capturable) {
      throw StripeError.invalid(
          "amount_too_large", "amount_to_capture", "Only " + capturable + " can be captured.");
    }
    JsonObject charge = book.get("charge", textOf(intent, "latest_charge").orElseThrow());
    charge.addProperty("captured", true);
    charge.addProperty("amount_captured", amount);
    charge.add("balance_transaction", balance("charge", amount, fee(amount), charge).get("id"));
    book.save(charge);
    intent.addProperty("amount_capturable", 0);
    intent.addProperty("amount_received", amount);
    intent.addProperty("status", "succeeded");
    book.save(intent);
    webhooks.publish("charge.captured", charge, key);
    webhooks.publish("payment_intent.succeeded", intent, key);
    return intent;
  }

  JsonObject cancel(String id, Form form, @Nullable String key) {
    JsonObject intent = book.get("payment_intent", id);
    requireState(intent, CANCELABLE, "canceled");
    intent.addProperty("status", "canceled");
    intent.addProperty("canceled_at", now());
    intent.addProperty("amount_capturable", 0);
    form.copy("cancellation_reason", intent);
    book.save(intent);
    webhooks.publish("payment_intent.canceled", intent, key);
    return intent;
  }

  JsonObject refund(Form form, @Nullable String key) {
    String chargeId =
        form.text("charge")
            .or(
                () ->
                    form.text("payment_intent")
                        .map(id -> book.get("payment_intent", id))
                        .flatMap(intent -> textOf(intent, "latest_charge")))
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "parameter_missing", "charge", "A charge or payment_intent is needed."));
    JsonObject charge = book.get("charge", chargeId);
    long refundable =
        charge.get("amount_captured").getAsLong() - charge.get("amount_refunded").getAsLong();
    long amount = form.amount("amount").orElse(refundable);
    if (refundable == 0) {
      throw StripeError.invalid(
          "charge_already_refunded", null, "Charge " + chargeId + " has already been refunded.");
    }
    if (amount <= 0 || amount > refundable) {
      throw StripeError.invalid(
          "amount_too_large", "amount", "Refund amount is greater than the unrefunded amount.");
    }
    JsonObject refund = object("re_", "refund");
    refund.remove("livemode");
    refund.addProperty("amount", amount);
    refund.add("balance_transaction", balance("refund", -amount, 0, refund).get("id"));
    refund.addProperty("charge", chargeId);
    refund.add("currency", charge.get("currency"));
    refund.add("metadata", form.object("metadata"));
    refund.add("payment_intent", charge.get("payment_intent"));
    refund.add("reason", JsonNull.INSTANCE);
    form.copy("reason", refund);
    refund.add("receipt_number", JsonNull.INSTANCE);
    refund.add("source_transfer_reversal", JsonNull.INSTANCE);
    refund.addProperty("status", "succeeded");
    refund.add("transfer_reversal", JsonNull.INSTANCE);
    long refunded = charge.get("amount_refunded").getAsLong() + amount;
    charge.addProperty("amount_refunded", refunded);
    charge.addProperty("refunded", refunded == charge.get("amount_captured").getAsLong());
    book.save(refund);
    book.save(charge);
    webhooks.publish("refund.created", refund, key);
    webhooks.publish("charge.refunded", charge, key);
    return refund;
  }

  /** The cardholder's bank takes the money back. */
  JsonObject dispute(String chargeId, String reason) {
    JsonObject charge = book.get("charge", chargeId);
    if (charge.get("disputed").getAsBoolean()) {
      throw StripeError.invalid("charge_disputed", "charge", "The charge is already disputed.");
    }
    long amount = charge.get("amount_captured").getAsLong();
    JsonObject dispute = object("dp_", "dispute");
    dispute.addProperty("amount", amount);
    JsonArray transactions = new JsonArray();
    transactions.add(balance("adjustment", -amount, DISPUTE_FEE_MINOR, dispute));
    dispute.add("balance_transactions", transactions);
    dispute.addProperty("charge", chargeId);
    dispute.add("currency", charge.get("currency"));
    dispute.add("evidence", new JsonObject());
    JsonObject details = new JsonObject();
    details.addProperty("due_by", now() + 7 * 86_400);
    details.addProperty("has_evidence", false);
    details.addProperty("past_due", false);
    details.addProperty("submission_count", 0);
    dispute.add("evidence_details", details);
    dispute.addProperty("is_charge_refundable", false);
    dispute.add("metadata", new JsonObject());
    dispute.add("payment_intent", charge.get("payment_intent"));
    dispute.addProperty("reason", reason);
    dispute.addProperty("status", "needs_response");
    charge.addProperty("disputed", true);
    book.save(charge);
    book.save(dispute);
    webhooks.publish("charge.dispute.created", dispute, null);
    webhooks.publish("charge.dispute.funds_withdrawn", dispute, null);
    return dispute;
  }

  /** Evidence decides at once, by the words Stripe's test mode knows. */
  JsonObject submitEvidence(String id, Form form) {
    JsonObject dispute = book.get("dispute", id);
    requireState(dispute, Set.of("needs_response", "under_review"), "updated");
    JsonObject evidence = form.object("evidence");
    evidence.asMap().forEach(dispute.getAsJsonObject("evidence")::add);
    JsonObject details = dispute.getAsJsonObject("evidence_details");
    details.addProperty("has_evidence", true);
    details.addProperty("submission_count", details.get("submission_count").getAsInt() + 1);
    dispute.addProperty("status", "under_review");
    book.save(dispute);
    webhooks.publish("charge.dispute.updated", dispute, null);
    String words = evidence.toString();
    if (words.contains("winning_evidence")) {
      return closeDispute(dispute, "won");
    }
    return words.contains("losing_evidence") ? closeDispute(dispute, "lost") : dispute;
  }

  JsonObject acceptDispute(String id) {
    JsonObject dispute = book.get("dispute", id);
    requireState(dispute, Set.of("needs_response", "under_review"), "closed");
    return closeDispute(dispute, "lost");
  }

  private JsonObject closeDispute(JsonObject dispute, String status) {
    dispute.addProperty("status", status);
    if (status.equals("won")) {
      long amount = dispute.get("amount").getAsLong();
      dispute
          .getAsJsonArray("balance_transactions")
          .add(balance("adjustment", amount, -DISPUTE_FEE_MINOR, dispute));
    }
    book.save(dispute);
    webhooks.publish("charge.dispute.closed", dispute, null);
    if (status.equals("won")) {
      webhooks.publish("charge.dispute.funds_reinstated", dispute, null);
    }
    return dispute;
  }

  private JsonObject newCharge(JsonObject intent, JsonObject method, String status) {
    JsonObject charge = object("ch_", "charge");
    charge.add("amount", intent.get("amount"));
    charge.addProperty("amount_captured", 0);
    charge.addProperty("amount_refunded", 0);
    charge.add("balance_transaction", JsonNull.INSTANCE);
    charge.add("billing_details", method.get("billing_details"));
    charge.addProperty("captured", false);
    charge.add("currency", intent.get("currency"));
    charge.add("customer", intent.get("customer"));
    charge.add("description", intent.get("description"));
    charge.addProperty("disputed", false);
    charge.add("failure_code", JsonNull.INSTANCE);
    charge.add("failure_message", JsonNull.INSTANCE);
    charge.add("metadata", intent.get("metadata"));
    charge.addProperty("paid", false);
    charge.add("payment_intent", intent.get("id"));
    charge.add("payment_method", method.get("id"));
    JsonObject details = new JsonObject();
    String type = method.get("type").getAsString();
    details.addProperty("type", type);
    details.add(type, method.get(type));
    charge.add("payment_method_details", details);
    charge.addProperty("refunded", false);
    charge.addProperty("status", status);
    return charge;
  }

  private JsonObject balance(String type, long amount, long fee, JsonObject source) {
    JsonObject transaction = object("txn_", "balance_transaction");
    transaction.remove("livemode");
    transaction.addProperty("amount", amount);
    transaction.addProperty("available_on", now() + 2 * 86_400);
    transaction.addProperty("currency", "usd");
    transaction.add("description", JsonNull.INSTANCE);
    transaction.addProperty("fee", fee);
    transaction.add("fee_details", new JsonArray());
    transaction.addProperty("net", amount - fee);
    transaction.addProperty("reporting_category", type);
    transaction.add("source", source.get("id"));
    transaction.addProperty("status", "pending");
    transaction.addProperty("type", type);
    book.save(transaction);
    return transaction;
  }

  /** 2.9 % and 30 cents. */
  private static long fee(long amount) {
    return (amount * 29 + 500) / 1000 + 30;
  }

  private static Optional<String> textOf(JsonObject object, String name) {
    return object.get(name).isJsonNull()
        ? Optional.empty()
        : Optional.of(object.get(name).getAsString());
  }

  private static void requireState(JsonObject object, Set<String> states, String verb) {
    String status = object.get("status").getAsString();
    if (!states.contains(status)) {
      String type = object.get("object").getAsString();
      throw StripeError.invalid(
          type + "_unexpected_state",
          null,
          "This " + type + " could not be " + verb + " because it has a status of " + status + ".");
    }
  }

  @Override
  public void close() {
    bank.shutdownNow();
  }
}
