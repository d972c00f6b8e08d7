package org.florin.api.problem;

import java.time.Duration;
import java.util.List;

/** Something that kept a request from being decided; carries what its answer says (RFC 9457). */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * One complaint about a body.
   *
   * @param pointer JSON pointer (RFC 6901) to the value
   */
  public record FieldError(String pointer, String code, String message)
      implements java.io.Serializable {}

  private final int status;
  private final String code;
  private final String title;
  private final List<FieldError> errors;
  private final int retryAfterSeconds;

  private Problem(
      int status,
      String code,
      String title,
      String detail,
      List<FieldError> errors,
      int retryAfterSeconds) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.title = title;
    this.errors = List.copyOf(errors);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** A body that can't be taken as it is. */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(
        400, "validation_failed", "The request is not valid", "See errors.", errors, 0);
  }

  public static Problem badRequest(String code, String detail) {
    return new Problem(400, code, "The request is not valid", detail, List.of(), 0);
  }

  public static Problem unauthorized(String detail) {
    return new Problem(401, "unauthorized", "Authentication is needed", detail, List.of(), 0);
  }

  public static Problem missingScope(String scope) {
    return new Problem(
        403,
        "missing_scope",
        "The key does not allow this",
        "Scope " + scope + " is needed.",
        List.of(),
        0);
  }

  /** The same answer whether it doesn't exist or belongs to somebody else. */
  public static Problem notFound() {
    return new Problem(
        404, "not_found", "There is no such resource", "Check the id.", List.of(), 0);
  }

  public static Problem conflict(String code, String detail) {
    return new Problem(409, code, "The request conflicts with what is", detail, List.of(), 0);
  }

  public static Problem keyInProgress() {
    return new Problem(
        409,
        "idempotency_key_in_use",
        "The first request with this key is still running",
        "Ask again in a moment.",
        List.of(),
        1);
  }

  public static Problem keyReused() {
    return new Problem(
        422,
        "idempotency_key_reused",
        "The key was used for another request",
        "Use a new Idempotency-Key for a new request.",
        List.of(),
        0);
  }

  public static Problem tooLarge(long bytesMax) {
    return new Problem(
        413,
        "body_too_large",
        "The body is too large",
        "At most " + bytesMax + " bytes.",
        List.of(),
        0);
  }

  public static Problem unprocessable(String code, String detail) {
    return new Problem(422, code, "The request can't be carried out", detail, List.of(), 0);
  }

  /** Nothing was done; the partner has used up its rate. */
  public static Problem tooManyRequests(Duration wait) {
    return new Problem(
        429,
        "rate_limited",
        "Too many requests",
        "Nothing was done; send the same request again later.",
        List.of(),
        (int) wait.plusMillis(999).toSeconds());
  }

  /** Nothing was done; the same request with the same key may be sent again. */
  public static Problem busy() {
    return new Problem(
        503,
        "busy",
        "The bank is busy",
        "Nothing was done; send the same request again.",
        List.of(),
        1);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** Seconds to wait before the next try; 0 says nothing about it. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
