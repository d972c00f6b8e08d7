package org.florin.simulators.stripe;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A refusal in Stripe's shape. */
final class StripeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonObject body;

  private StripeError(int status, JsonObject error) {
    super(error.get("message").getAsString(), null, false, false);
    this.status = status;
    this.body = new JsonObject();
    this.body.add("error", error);
  }

  int status() {
    return status;
  }

  JsonObject body() {
    return body;
  }

  private static JsonObject error(
      String type, @Nullable String code, @Nullable String param, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("type", type);
    if (code != null) {
      error.addProperty("code", code);
    }
    if (param != null) {
      error.addProperty("param", param);
    }
    error.addProperty("message", message);
    return error;
  }

  static StripeError invalid(String code, @Nullable String param, String message) {
    return new StripeError(400, error("invalid_request_error", code, param, message));
  }

  static StripeError missing(String what, String id) {
    return new StripeError(
        404,
        error(
            "invalid_request_error",
            "resource_missing",
            "id",
            "No such " + what + ": '" + id + "'"));
  }

  static StripeError unauthorized() {
    return new StripeError(
        401,
        error(
            "invalid_request_error", null, null, "Invalid API Key provided: use an sk_test_ key."));
  }

  static StripeError unknownPath(String method, String path) {
    return new StripeError(
        404,
        error(
            "invalid_request_error",
            "url_invalid",
            null,
            "Unrecognized request URL (" + method + ": " + path + ")."));
  }

  static StripeError keyReused() {
    return new StripeError(
        400,
        error(
            "idempotency_error",
            null,
            null,
            "Keys for idempotent requests can only be used with the same parameters they were first"
                + " used with."));
  }

  static StripeError keyInUse() {
    return new StripeError(
        409,
        error(
            "idempotency_error",
            "idempotency_key_in_use",
            null,
            "There is currently another in-progress request using this Idempotency-Key."));
  }

  static StripeError internal() {
    return new StripeError(500, error("api_error", null, null, "An unknown error occurred"));
  }

  static StripeError tooMany() {
    return new StripeError(
        429, error("invalid_request_error", "rate_limit", null, "Too many requests"));
  }

  /** A declined card; the failed payment or setup travels inside the error. */
  static StripeError card(JsonObject details, String holder, JsonObject intent) {
    JsonObject error = details.deepCopy();
    error.add(holder, intent);
    return new StripeError(402, error);
  }
}
