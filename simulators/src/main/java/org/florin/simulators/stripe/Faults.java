package org.florin.simulators.stripe;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Faults on demand: each is armed for a number of uses, or until it is disarmed. */
final class Faults {
  /** What can go wrong. */
  enum Kind {
    /** The work is done, the answer never comes. */
    TIMEOUT_AFTER_SUCCESS,
    /** The connection is closed before anything is done. */
    RESET_BEFORE_WORK,
    /** HTTP 500 without effect, stored under the key as Stripe does. */
    ERROR_500,
    /** HTTP 429, nothing stored. */
    ERROR_429,
    /** Every webhook is sent twice. */
    DUPLICATE_WEBHOOKS,
    /** Webhooks are held and sent in the opposite order. */
    REVERSE_WEBHOOKS,
    /** Webhooks are never sent. */
    NO_WEBHOOKS
  }

  private final Map<Kind, Integer> armed = new EnumMap<>(Kind.class);

  synchronized void arm(Kind kind, int times) {
    armed.put(kind, times);
  }

  synchronized void disarmAll() {
    armed.clear();
  }

  /** True when the fault is armed; uses it up by one. */
  synchronized boolean strikes(Kind kind) {
    Integer left = armed.get(kind);
    if (left == null) {
      return false;
    }
    if (left <= 1) {
      armed.remove(kind);
    } else {
      armed.put(kind, left - 1);
    }
    return true;
  }

  synchronized JsonObject describe() {
    JsonObject object = new JsonObject();
    armed.forEach((kind, left) -> object.addProperty(kind.name().toLowerCase(Locale.ROOT), left));
    return object;
  }

  static Kind kind(String name) {
    try {
      return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw StripeError.invalid("unknown_fault", "kind", "No such fault: " + name);
    }
  }
}
