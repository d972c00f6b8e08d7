package org.florin.api.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Page;
import org.florin.api.policies.PolicyJson;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.applications.AcceptApplication;
import org.florin.applications.ApplicationChange;
import org.florin.applications.ApplicationForm;
import org.florin.applications.ApplicationStatus;
import org.florin.applications.ApplicationView;
import org.florin.applications.AssessApplicant;
import org.florin.applications.BureauAnswer;
import org.florin.applications.FindApplications;
import org.florin.applications.ReplayDecision;
import org.florin.applications.SubmitApplication;
import org.florin.applications.WithdrawApplication;
import org.florin.customers.Violation;
import org.florin.kernel.ApplicationId;
import org.florin.partners.Scope;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;
import org.jspecify.annotations.Nullable;

/** Applications for a card. A partner sees those it submitted itself. */
@ApplicationScoped
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationsResource {

  @Inject Caller caller;
  @Inject OwnApplications own;
  @Inject IdempotentPost post;
  @Inject AssessApplicant assess;
  @Inject SubmitApplication submit;
  @Inject AcceptApplication accept;
  @Inject WithdrawApplication withdraw;
  @Inject FindApplications find;
  @Inject ReplayDecision replay;

  /** The bureau is asked before the transaction; the rest happens in it, with the key. */
  @POST
  @RequiresScope(Scope.APPLICATIONS_WRITE)
  @Operation(operationId = "applyApplications", summary = "Apply for a card")
  public Response apply(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var body = JsonText.read(text);
    var requestKey = post.key(key, "POST /applications", body);
    var form = ApplicationRequest.read(body);
    return post.replay(requestKey)
        .orElseGet(
            () ->
                switch (assess.handle(new AssessApplicant.Command(form))) {
                  case AssessApplicant.Assessment.Assessed assessed ->
                      submit(requestKey, form, assessed.bureau());
                  case AssessApplicant.Assessment.Invalid invalid ->
                      throw invalid(invalid.violations());
                  case AssessApplicant.Assessment.Duplicate duplicate ->
                      afterAll(requestKey, duplicate.first());
                });
  }

  private Response submit(RequestKey key, ApplicationForm form, BureauAnswer bureau) {
    return post.execute(
        key,
        () ->
            switch (submit.handle(new SubmitApplication.Command(form, bureau, caller.actor()))) {
              case SubmitApplication.Result.Submitted submitted ->
                  IdempotentPost.created(json(submitted.application()));
              case SubmitApplication.Result.Invalid invalid -> throw invalid(invalid.violations());
              case SubmitApplication.Result.Duplicate duplicate ->
                  throw duplicate(duplicate.first());
            });
  }

  /**
   * The twin of a duplicate may be this very request, committed a moment ago under the same key.
   */
  private Response afterAll(RequestKey key, ApplicationId first) {
    return post.replay(key).orElseThrow(() -> duplicate(first));
  }

  @POST
  @Path("/{id}/accept")
  @RequiresScope(Scope.APPLICATIONS_WRITE)
  @Operation(operationId = "acceptApplications", summary = "Accept the bank's offer")
  public Response accept(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    return change(
        id,
        "/accept",
        key,
        JsonText.readOrEmpty(text),
        application ->
            () ->
                accept.handle(
                    new AcceptApplication.Command(
                        application, Optional.of(caller.actor().name()), caller.actor())));
  }

  @POST
  @Path("/{id}/withdraw")
  @RequiresScope(Scope.APPLICATIONS_WRITE)
  @Operation(operationId = "withdrawApplications", summary = "Withdraw an application")
  public Response withdraw(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    return change(
        id,
        "/withdraw",
        key,
        JsonText.readOrEmpty(text),
        application ->
            () ->
                withdraw.handle(
                    new WithdrawApplication.Command(
                        application, Optional.of(caller.actor().name()), caller.actor())));
  }

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.APPLICATIONS_READ)
  @Operation(operationId = "getApplications", summary = "One application")
  public Response get(@PathParam("id") String id) {
    return Response.ok(json(own.byId(id))).build();
  }

  @GET
  @Path("/{id}/replay")
  @RequiresScope(Scope.POLICIES_READ)
  @Operation(
      operationId = "replayApplications",
      summary = "Decide an application again by what it rested on; changes nothing")
  public String replay(@PathParam("id") String id) {
    var found = replay.handle(own.byId(id).id()).orElseThrow(Problem::notFound);
    return JsonText.write(
        json -> {
          json.write("object", "decision_replay")
              .write("application", id)
              .write("policy_version", found.policyVersion())
              .write("same", found.isSame());
          PolicyJson.write(json, "then", found.then());
          PolicyJson.write(json, "now", found.now());
        });
  }

  @GET
  @RequiresScope(Scope.APPLICATIONS_READ)
  @Operation(operationId = "listApplications", summary = "Applications, newest first")
  public Response list(
      @QueryParam("status") @Nullable String status,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found =
        find.submittedBy(
            caller.actor().name(),
            Page.parameter(
                "status", status, word -> ApplicationStatus.valueOf(word.toUpperCase(Locale.ROOT))),
            Page.parameter("after", after, ApplicationId::parse),
            limit + 1);
    return Response.ok(
            Page.write(
                found, limit, application -> application.id().toString(), ApplicationJson::write))
        .build();
  }

  private Response change(
      String text,
      String verb,
      @Nullable String key,
      JsonObject body,
      Function<ApplicationId, Supplier<ApplicationChange>> work) {
    JsonBody.of(body).complete();
    var application = Ids.of(text, ApplicationId::parse);
    var requestKey = post.key(key, "POST /applications/" + application + verb, body);
    return post.execute(requestKey, () -> answer(work.apply(application).get()));
  }

  static StoredAnswer answer(ApplicationChange change) {
    return switch (change) {
      case ApplicationChange.Done done -> IdempotentPost.ok(json(done.application()));
      case ApplicationChange.WrongStatus wrong ->
          throw Problem.conflict(
              "wrong_status", "The application is " + wrong.application().status().word() + ".");
      case ApplicationChange.NotPossible notPossible ->
          throw Problem.unprocessable("not_possible", notPossible.why());
      case ApplicationChange.SecondPersonNeeded ignored ->
          throw Problem.conflict("second_person_needed", "Another person has to confirm this.");
      case ApplicationChange.NotAllowed ignored -> throw Problem.notFound();
      case ApplicationChange.NotFound ignored -> throw Problem.notFound();
    };
  }

  private static String json(ApplicationView application) {
    return JsonText.write(json -> ApplicationJson.write(json, application));
  }

  private static Problem invalid(List<Violation> violations) {
    return Problem.invalid(
        violations.stream()
            .map(
                violation ->
                    new FieldError(
                        "/" + violation.pointer(), violation.code(), violation.message()))
            .toList());
  }

  private static Problem duplicate(ApplicationId first) {
    return Problem.conflict(
        "duplicate_application",
        "The same person applied for this product within 30 days: " + first + ".");
  }
}
