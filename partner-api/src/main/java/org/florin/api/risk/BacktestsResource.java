package org.florin.api.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.backtests.BacktestReport;
import org.florin.backtests.FindBacktests;
import org.florin.backtests.StartBacktest;
import org.florin.kernel.JobId;
import org.florin.partners.Scope;
import org.florin.platform.idempotency.StoredAnswer;
import org.jspecify.annotations.Nullable;

/** What versions of the risk rules would have decided in the past. */
@ApplicationScoped
@Path("/risk/backtests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BacktestsResource {

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject StartBacktest start;
  @Inject FindBacktests find;

  @POST
  @RequiresScope(Scope.RISK_WRITE)
  @Operation(
      operationId = "backtestRisk",
      summary = "Ask a version about the authorizations of some dates",
      description = "202 with the back-test; 200 with the one that is under way for the same.")
  public Response start(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var version = (int) members.integer("version", 1, Integer.MAX_VALUE);
    var from = members.date("from");
    var to = members.date("to");
    if (to.isBefore(from)) {
      members.complain("to", "range", "Not before 'from'.");
    }
    members.complete();
    return post.execute(
        post.key(key, "POST /risk/backtests", body),
        () -> answer(start.handle(new StartBacktest.Command(version, from, to, caller.actor()))));
  }

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.RISK_READ)
  @Operation(operationId = "getBacktestRisk", summary = "How a back-test goes, or what it found")
  public String get(@PathParam("id") String id) {
    return json(Ids.of(id, JobId::parse));
  }

  private StoredAnswer answer(StartBacktest.Outcome outcome) {
    return switch (outcome) {
      case StartBacktest.Outcome.Started started ->
          new StoredAnswer(202, MediaType.APPLICATION_JSON, json(started.run()));
      case StartBacktest.Outcome.AlreadyRunning running ->
          new StoredAnswer(200, MediaType.APPLICATION_JSON, json(running.run()));
      case StartBacktest.Outcome.UnknownVersion ignored ->
          throw Problem.unprocessable("unknown_version", "There is no such version.");
    };
  }

  private String json(JobId run) {
    var report = find.byRun(run).orElseThrow(Problem::notFound);
    return JsonText.write(json -> write(json, report));
  }

  private static void write(JsonGenerator json, BacktestReport report) {
    json.write("id", report.run().toString())
        .write("object", "risk_backtest")
        .write("status", report.job().status().code())
        .write("progress", report.job().percent());
    Members.write(json, "message", report.job().message());
    json.write("version", report.version())
        .write("revision", report.revision())
        .write("from", report.from().toString())
        .write("to", report.to().toString())
        .write("asked", report.asked())
        .write("approved_then", report.approvedThen())
        .write("declined_then", report.declinedThen())
        .write("fired", report.fired());
    report
        .changes()
        .forEach(
            (change, changed) ->
                json.writeStartObject(change.code())
                    .write("count", changed.count())
                    .write("amount", changed.value().minor())
                    .write("currency", changed.value().currency().code())
                    .writeEnd());
    json.writeStartArray("unknown_attributes");
    report.unknown().forEach(json::write);
    json.writeEnd().writeStartArray("rules");
    report.rules().forEach(rule -> write(json, rule));
    json.writeEnd().writeStartArray("cases");
    report.cases().forEach(each -> write(json, each));
    json.writeEnd();
  }

  private static void write(JsonGenerator json, BacktestReport.RuleHits rule) {
    json.writeStartObject()
        .write("id", rule.rule())
        .write("action", rule.action())
        .write("hits", rule.hits())
        .write("approved_then", rule.approvedThen())
        .write("approved_then_amount", rule.approvedValue().minor())
        .write("declined_then", rule.declinedThen())
        .write("alone", rule.alone())
        .writeEnd();
  }

  private static void write(JsonGenerator json, BacktestReport.Case each) {
    json.writeStartObject()
        .write("authorization", each.authorization().toString())
        .write("change", each.change().code())
        .write("amount", each.amount().minor())
        .write("currency", each.amount().currency().code())
        .write("decided_at", each.decidedAt().toString())
        .writeStartArray("rules");
    each.rules().forEach(json::write);
    json.writeEnd().writeEnd();
  }
}
