package org.florin.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.florin.platform.json.JsonParts;
import org.florin.platform.sql.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** Makes every answer that is not a decision; says nothing of an unknown error's cause. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final String TYPES = "https://florin.example/problems/";

  @Context @Nullable HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    var cause = root(thrown);
    if (cause instanceof Problem problem) {
      return response(problem);
    }
    if (cause instanceof NotFoundException) {
      return response(Problem.notFound());
    }
    if (cause instanceof NotAllowedException notAllowed) {
      return plain(405, "method_not_allowed", "This method is not allowed here")
          .header("Allow", notAllowed.getResponse().getHeaderString("Allow"))
          .build();
    }
    if (cause instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      var status = web.getResponse().getStatus();
      return plain(status, "http_" + status, web.getResponse().getStatusInfo().getReasonPhrase())
          .build();
    }
    ApiLog.LOG.failed(requestId(), cause);
    return cause instanceof DatabaseFault
        ? response(Problem.busy())
        : plain(500, "internal_error", "Something went wrong on our side").build();
  }

  /** Containers wrap what a use case throws; what matters lies at or below the first known kind. */
  private static Throwable root(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem
          || cause instanceof WebApplicationException
          || cause instanceof DatabaseFault) {
        return cause;
      }
    }
    return thrown;
  }

  private Response response(Problem problem) {
    var json =
        JsonParts.object()
            .add("type", TYPES + problem.code())
            .add("title", problem.title())
            .add("status", problem.status())
            .add("detail", problem.getMessage())
            .add("instance", instance())
            .add("code", problem.code())
            .add("request_id", requestId());
    var errors = JsonParts.array();
    problem
        .errors()
        .forEach(
            error ->
                errors.add(
                    JsonParts.object()
                        .add("pointer", error.pointer())
                        .add("code", error.code())
                        .add("message", error.message())));
    json.add("errors", errors);
    var response =
        Response.status(problem.status())
            .type("application/problem+json")
            .entity(json.build().toString());
    if (problem.retryAfterSeconds() > 0) {
      response.header("Retry-After", problem.retryAfterSeconds());
    }
    if (problem.status() == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    return response.build();
  }

  private Response.ResponseBuilder plain(int status, String code, String title) {
    var json =
        JsonParts.object()
            .add("type", TYPES + code)
            .add("title", title)
            .add("status", status)
            .add("detail", title + ".")
            .add("instance", instance())
            .add("code", code)
            .add("request_id", requestId())
            .add("errors", JsonParts.array());
    return Response.status(status).type("application/problem+json").entity(json.build().toString());
  }

  private String instance() {
    return request == null ? "" : request.getRequestURI();
  }

  private String requestId() {
    var id = request == null ? null : request.getAttribute(RequestIdFilter.REQUEST_ID);
    return id == null ? "" : id.toString();
  }
}
