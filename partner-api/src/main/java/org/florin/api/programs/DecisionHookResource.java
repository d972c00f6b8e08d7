package org.florin.api.programs;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.authorizations.PaymentMembers;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.authorization.hooks.ConfigureHook;
import org.florin.authorization.hooks.FindHooks;
import org.florin.authorization.hooks.PartnerHook;
import org.florin.authorization.hooks.RemoveHook;
import org.florin.authorization.hooks.StandInLimits;
import org.florin.partners.Scope;

/** The partner that a program asks before a card payment is approved. */
@Path("/programs/{program}/decision_hook")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionHookResource {

  private static final String STAND_IN = "stand_in";
  private static final long BUDGET_MILLIS = 800;
  private static final long CALLS = 32;
  private static final int COUNT_MAX = 1_000_000;

  @Inject Caller caller;
  @Inject ConfigureHook configure;
  @Inject RemoveHook remove;
  @Inject FindHooks find;

  @GET
  @RequiresScope(Scope.PROGRAMS_READ)
  @Operation(operationId = "getDecisionHooks", summary = "The partner that a program asks")
  public String get(@PathParam("program") String program) {
    var hook = find.byProgram(program).orElseThrow(Problem::notFound);
    return JsonText.write(json -> write(json, hook));
  }

  @PUT
  @RequiresScope(Scope.PROGRAMS_WRITE)
  @Operation(
      operationId = "configureDecisionHooks",
      summary = "Have a program ask a partner before it approves; the secret is shown once")
  public String configure(@PathParam("program") String program, InputStream text) {
    var command = command(program, JsonText.read(text));
    return switch (configure.handle(command)) {
      case ConfigureHook.Outcome.Configured configured ->
          JsonText.write(
              json -> {
                write(json, configured.hook());
                Members.write(json, "secret", configured.secret());
              });
      case ConfigureHook.Outcome.UnknownProgram ignored -> throw Problem.notFound();
      case ConfigureHook.Outcome.Refused refused ->
          throw Problem.unprocessable("hook_refused", "Not possible: " + refused.why() + ".");
    };
  }

  @DELETE
  @RequiresScope(Scope.PROGRAMS_WRITE)
  @Operation(operationId = "removeDecisionHooks", summary = "Have a program ask nobody")
  public Response remove(@PathParam("program") String program) {
    if (!remove.handle(new RemoveHook.Command(program, caller.actor()))) {
      throw Problem.notFound();
    }
    return Response.noContent().build();
  }

  private ConfigureHook.Command command(String program, JsonObject object) {
    var body = JsonBody.of(object);
    var url = body.text("url", ConfigureHook.URL_LENGTH_MAX);
    var budget =
        body.optionalInteger(
                "budget_millis",
                ConfigureHook.BUDGET_MIN.toMillis(),
                ConfigureHook.BUDGET_MAX.toMillis())
            .orElse(BUDGET_MILLIS);
    var calls = body.optionalInteger("calls_max", 1, ConfigureHook.CALLS_MAX).orElse(CALLS);
    var fallback =
        body.text(
            "fallback",
            16,
            word -> word.equals(STAND_IN) || word.equals("decline"),
            "Must be decline or stand_in.");
    var limits = body.optionalObject(STAND_IN).map(DecisionHookResource::limits);
    if (fallback.equals(STAND_IN) != limits.isPresent()) {
      body.complain(STAND_IN, "fallback", "Given exactly if the fallback is stand_in.");
    }
    var newSecret = body.flag("new_secret", false);
    var address = uri(url);
    if (address.isEmpty()) {
      body.complain("url", "format", "Must be an absolute address.");
    }
    body.complete();
    return new ConfigureHook.Command(
        program,
        address.orElseThrow(),
        Duration.ofMillis(budget),
        calls.intValue(),
        limits,
        newSecret,
        caller.actor());
  }

  private static StandInLimits limits(JsonBody limits) {
    return new StandInLimits(
        limits.integer("amount_max", 0, PaymentMembers.AMOUNT_MAX),
        limits.integer("day_amount_max", 0, PaymentMembers.AMOUNT_MAX),
        (int) limits.integer("day_count_max", 0, COUNT_MAX));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text)).filter(URI::isAbsolute);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void write(JsonGenerator json, PartnerHook hook) {
    json.write("object", "decision_hook")
        .write("program", hook.productCode())
        .write("url", hook.url().toString())
        .write("budget_millis", hook.budget().toMillis())
        .write("calls_max", hook.callsMax())
        .write("fallback", hook.standIn().isPresent() ? STAND_IN : "decline");
    hook.standIn()
        .ifPresentOrElse(
            limits ->
                json.writeStartObject(STAND_IN)
                    .write("amount_max", limits.amountMaxMinor())
                    .write("day_amount_max", limits.dayAmountMaxMinor())
                    .write("day_count_max", limits.dayCountMax())
                    .writeEnd(),
            () -> json.writeNull(STAND_IN));
    json.write("version", hook.version()).write("changed_at", hook.changedAt().toString());
  }
}
