package org.florin.api.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.JobId;
import org.florin.partners.Scope;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.platform.jobs.BatchMonitor;
import org.florin.platform.jobs.JobRun;
import org.florin.statistics.Dimension;
import org.florin.statistics.FindStatistics;
import org.florin.statistics.Period;
import org.florin.statistics.StartStatistics;
import org.florin.statistics.StatisticsRow;
import org.florin.statistics.StatisticsStart;
import org.jspecify.annotations.Nullable;

/** Figures per day, week and month, and the jobs that compute them. */
@ApplicationScoped
@Path("/statistics")
public class StatisticsResource {

  private static final int DAYS_MAX = 3700;
  private static final String CSV = "text/csv";
  private static final MediaType CSV_TYPE = new MediaType("text", "csv", "UTF-8");
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE).build();

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject FindStatistics find;
  @Inject StartStatistics start;
  @Inject BatchMonitor monitor;
  @Inject BusinessClock clock;

  @GET
  @Path("/{period: daily|weekly|monthly}")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @RequiresScope(Scope.STATISTICS_READ)
  @Operation(
      operationId = "readStatistics",
      summary = "Figures of the periods that begin from one date to another",
      description =
          "group_by: any of mcc, country, channel, product, account, separated by commas. Without"
              + " from and to: the present period. 'restated' tells of late arrivals. As text/csv:"
              + " one line a metric and part.")
  public Response read(
      @PathParam("period") String period,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("group_by") @DefaultValue("") String groupBy,
      @QueryParam("account") @Nullable String account,
      @Context Request request) {
    var query = query(period, from, to, groupBy, account);
    var rows = find.handle(query);
    var chosen = request.selectVariant(VARIANTS);
    if (chosen != null && chosen.getMediaType().isCompatible(CSV_TYPE)) {
      return Response.ok(StatisticsCsv.of(query, rows), CSV_TYPE)
          .header("Content-Disposition", "attachment; filename=\"statistics-" + period + ".csv\"")
          .build();
    }
    return Response.ok(json(query, rows), MediaType.APPLICATION_JSON_TYPE).build();
  }

  private static String json(FindStatistics.Query query, List<StatisticsRow> rows) {
    return JsonText.write(
        json -> {
          json.write("object", "statistics")
              .write("period", query.period().code())
              .write("from", query.from().toString())
              .write("to", query.to().toString())
              .writeStartArray("data");
          rows.forEach(row -> write(json, row));
          json.writeEnd().write("has_more", false).writeNull("next_cursor");
        });
  }

  @POST
  @Path("/jobs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.STATISTICS_WRITE)
  @Operation(
      operationId = "computeStatistics",
      summary = "Compute a period",
      description =
          "{\"period\": \"daily\", \"date\": \"2026-11-22\"}; without a date the present one. 202"
              + " with the job; 200 with the job that is under way for the period already.")
  public Response compute(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var object = JsonText.read(text);
    var body = JsonBody.of(object);
    var period = body.read("period", Period::ofCode, "daily, weekly or monthly", Period.DAILY);
    var date = body.optional("date", StatisticsResource::date, "Must be a date, YYYY-MM-DD.");
    body.complete();
    var command =
        new StartStatistics.Command(period, date.orElseGet(clock::businessDate), caller.actor());
    return post.execute(
        post.key(key, "POST /statistics/jobs", object), () -> answer(start.handle(command)));
  }

  @GET
  @Path("/jobs/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.STATISTICS_READ)
  @Operation(operationId = "jobStatistics", summary = "How a computation goes, or went")
  public String job(@PathParam("id") String id) {
    return json(Ids.of(id, JobId::parse));
  }

  private StoredAnswer answer(StatisticsStart outcome) {
    return switch (outcome) {
      case StatisticsStart.Started started ->
          new StoredAnswer(202, MediaType.APPLICATION_JSON, json(started.run()));
      case StatisticsStart.AlreadyRunning running ->
          new StoredAnswer(200, MediaType.APPLICATION_JSON, json(running.run()));
      case StatisticsStart.NotBegun ignored ->
          throw Problem.unprocessable("period_not_begun", "The period lies in the future.");
    };
  }

  private String json(JobId id) {
    JobRun run =
        monitor
            .find(id)
            .filter(found -> found.job().startsWith(StartStatistics.JOB_PREFIX))
            .orElseThrow(Problem::notFound);
    return JsonText.write(
        json -> {
          json.write("id", run.id().toString())
              .write("object", "job")
              .write("job", run.job())
              .write("period_starts_on", run.parameters())
              .write("status", run.status().code())
              .write("progress", run.percent())
              .write("starts", run.starts());
          Members.write(json, "message", run.message());
          json.write("created_at", run.createdAt().toString());
          Members.write(json, "ended_at", run.endedAt());
        });
  }

  private FindStatistics.Query query(
      String periodCode,
      @Nullable String fromText,
      @Nullable String toText,
      String groupBy,
      @Nullable String account) {
    var period = Period.ofCode(periodCode);
    var to = Page.parameter("to", toText, StatisticsResource::date).orElseGet(clock::businessDate);
    var from =
        Page.parameter("from", fromText, StatisticsResource::date)
            .orElseGet(() -> period.startOf(to));
    if (from.isAfter(to) || from.plusDays(DAYS_MAX).isBefore(to)) {
      throw Problem.badRequest(
          "invalid_parameter", "'from' is not after 'to' and at most ten years before it.");
    }
    return new FindStatistics.Query(period, from, to, dimensions(groupBy), accountId(account));
  }

  private static Optional<AccountId> accountId(@Nullable String account) {
    return Page.parameter("account", account, AccountId::parse);
  }

  private static List<Dimension> dimensions(String groupBy) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String code : Arrays.stream(groupBy.split(",")).filter(part -> !part.isBlank()).toList()) {
      Page.parameter("group_by", code.strip(), Dimension::ofCode)
          .filter(dimension -> !dimensions.contains(dimension))
          .ifPresent(dimensions::add);
    }
    return dimensions;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void write(JsonGenerator json, StatisticsRow row) {
    json.writeStartObject()
        .write("period", row.period().toString())
        .write("status", row.status())
        .write("restated", row.restated())
        .write("currency", row.currency())
        .writeStartObject("keys");
    row.keys().forEach((dimension, value) -> json.write(dimension.code(), value));
    json.writeEnd().writeStartObject("metrics");
    row.metrics()
        .forEach(
            (name, metric) -> {
              json.writeStartObject(name)
                  .write("count", metric.count())
                  .write("amount", metric.amountMinor());
              if (!metric.parts().isEmpty()) {
                json.writeStartObject("by");
                metric
                    .parts()
                    .forEach(
                        (part, value) ->
                            json.writeStartObject(part)
                                .write("count", value.count())
                                .write("amount", value.amountMinor())
                                .writeEnd());
                json.writeEnd();
              }
              json.writeEnd();
            });
    row.approvalRateHundredths()
        .ifPresent(rate -> json.write("approval_rate", StatisticsCsv.hundredths(rate)));
    json.writeEnd().writeEnd();
  }
}
