package org.florin.api.dayclose;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.dayclose.CloseBusinessDate;
import org.florin.dayclose.FindDayClose;
import org.florin.partners.Scope;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.platform.jobs.JobRun;
import org.jspecify.annotations.Nullable;

/** The sandbox's clock: moves the business date by closing days. */
@Path("/simulate/clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClockResource {

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject CloseBusinessDate close;
  @Inject FindDayClose find;

  @GET
  @RequiresScope(Scope.SIMULATE)
  @Operation(
      operationId = "getClock",
      summary = "The business date, and how the latest day close goes")
  public String get() {
    var present = find.handle();
    return JsonText.write(
        json -> {
          json.write("object", "clock").write("business_date", present.businessDate().toString());
          present.run().ifPresentOrElse(run -> write(json, run), () -> json.writeNull("close"));
        });
  }

  @POST
  @RequiresScope(Scope.SIMULATE)
  @Operation(
      operationId = "moveClock",
      summary = "Close days until the business date is another",
      description =
          "{\"until\": \"2026-12-24\"}, or {} for the next date. 202 with the job that closes the"
              + " present date; each close orders the next. 200 if the present date is being closed"
              + " already. Statements, fees and notices appear as the days call for them.")
  public Response move(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    if (!caller.client().sandbox()) {
      throw Problem.notFound();
    }
    var object = JsonText.read(text);
    var body = JsonBody.of(object);
    var until = body.optional("until", ClockResource::date, "Must be a date, YYYY-MM-DD.");
    body.complete();
    return post.execute(post.key(key, "POST /simulate/clock", object), () -> move(until));
  }

  private StoredAnswer move(Optional<LocalDate> until) {
    return switch (close.handle(new CloseBusinessDate.Command(until, caller.actor()))) {
      case CloseBusinessDate.Outcome.Started started ->
          answer(202, started.run().toString(), started.date());
      case CloseBusinessDate.Outcome.AlreadyRunning running ->
          answer(200, running.run().toString(), running.date());
      case CloseBusinessDate.Outcome.Refused refused ->
          throw Problem.unprocessable("date_refused", "Not possible: " + refused.why() + ".");
    };
  }

  private static StoredAnswer answer(int status, String job, LocalDate closing) {
    return new StoredAnswer(
        status,
        MediaType.APPLICATION_JSON,
        JsonText.write(
            json ->
                json.write("object", "clock")
                    .write("business_date", closing.toString())
                    .write("job", job)));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void write(JsonGenerator json, JobRun run) {
    json.writeStartObject("close")
        .write("job", run.id().toString())
        .write("closes", run.businessKey())
        .write("until", run.parameters())
        .write("status", run.status().code())
        .write("progress", run.percent())
        .write("accounts", run.total());
    Members.write(json, "message", run.message());
    json.writeEnd();
  }
}
