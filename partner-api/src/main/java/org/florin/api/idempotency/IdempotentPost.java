package org.florin.api.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.florin.api.json.CanonicalJson;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.platform.idempotency.Attempt;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.IdempotentExecution;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;
import org.jspecify.annotations.Nullable;

/** Carries out a POST once per {@code Idempotency-Key} and turns the attempt into an answer. */
@ApplicationScoped
public class IdempotentPost {

  private static final int KEY_LENGTH_MAX = 255;

  @Inject IdempotentExecution execution;
  @Inject Caller caller;

  /**
   * The caller's key with the fingerprint of its request.
   *
   * @param operation method and path
   * @throws Problem 400 if the key is missing or malformed
   */
  public RequestKey key(@Nullable String header, String operation, JsonObject body) {
    if (header == null) {
      throw Problem.badRequest(
          "idempotency_key_required", "Send an Idempotency-Key with every POST.");
    }
    if (header.isEmpty()
        || header.length() > KEY_LENGTH_MAX
        || header.chars().anyMatch(character -> character <= 0x20 || character >= 0x7f)) {
      throw Problem.badRequest(
          "idempotency_key_invalid", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
    }
    return new RequestKey(caller.id(), header, fingerprint(operation, body));
  }

  /** The answer given before under this key, as a response; empty text means there is none. */
  public java.util.Optional<Response> replay(RequestKey key) {
    return execution.lookUp(key).map(IdempotentPost::response);
  }

  /** Runs the work with the key in one transaction. */
  public Response execute(RequestKey key, Supplier<StoredAnswer> work) {
    return response(execution.execute(key, work));
  }

  /** What came of an attempt, as a response. */
  public static Response response(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Executed executed -> response(executed.answer(), false);
      case Attempt.Replayed replayed -> response(replayed.answer(), true);
      case Attempt.KeyReused ignored -> throw Problem.keyReused();
      case Attempt.InProgress ignored -> throw Problem.keyInProgress();
    };
  }

  /** An answer as it was stored. */
  public static Response response(StoredAnswer answer, boolean replayed) {
    var response =
        Response.status(answer.status()).type(answer.contentType()).entity(answer.body());
    return replayed ? response.header("Idempotent-Replayed", "true").build() : response.build();
  }

  /** 201 with a JSON object. */
  public static StoredAnswer created(String json) {
    return new StoredAnswer(201, "application/json", json);
  }

  /** 200 with a JSON object. */
  public static StoredAnswer ok(String json) {
    return new StoredAnswer(200, "application/json", json);
  }

  private static Fingerprint fingerprint(String operation, JsonObject body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(CanonicalJson.of(body).getBytes(StandardCharsets.UTF_8));
      return Fingerprint.of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
