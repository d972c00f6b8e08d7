package org.florin.api.clearings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import org.florin.api.accounts.TransactionJson;
import org.florin.api.authorizations.PaymentMembers;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.authorization.FindAuthorizations;
import org.florin.authorization.HeldAuthorizations.Origin;
import org.florin.cards.CardVault;
import org.florin.clearing.PostClearing;
import org.jspecify.annotations.Nullable;

/** Books what came in, once, and answers with the transaction. */
@RequestScoped
class Presentments {

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject CardVault vault;
  @Inject PostClearing clearing;
  @Inject FindAuthorizations find;

  Response book(@Nullable String key, String path, JsonObject body, PresentmentRequest request) {
    var requestKey = post.key(key, "POST " + path, PaymentMembers.withoutSecrets(body, vault));
    return post.execute(
        requestKey,
        () -> {
          refuseForeignAuthorization(request);
          return IdempotentPost.created(answer(clearing.handle(request.command(origin()))));
        });
  }

  /** Another partner's authorization answers like one that does not exist. */
  private void refuseForeignAuthorization(PresentmentRequest request) {
    request
        .authorization()
        .flatMap(find::byId)
        .filter(found -> !found.client().equals(caller.id()))
        .ifPresent(
            foreign -> {
              throw unknownAuthorization();
            });
  }

  private static String answer(PostClearing.Outcome outcome) {
    return switch (outcome) {
      case PostClearing.Outcome.Posted posted ->
          JsonText.write(json -> TransactionJson.write(json, posted.transaction()));
      case PostClearing.Outcome.Duplicate duplicate ->
          throw Problem.conflict(
              "duplicate_presentment",
              "This presentment was booked as " + duplicate.original() + ".");
      case PostClearing.Outcome.CardUnknown ignored ->
          throw Problem.unprocessable("unknown_card", "The bank has no such card.");
      case PostClearing.Outcome.AuthorizationUnknown ignored -> throw unknownAuthorization();
      case PostClearing.Outcome.CurrencyUnknown wrong ->
          throw Problem.unprocessable(
              "currency_not_supported", "The account is in " + wrong.accountCurrency() + ".");
    };
  }

  private static Problem unknownAuthorization() {
    return Problem.unprocessable(
        "unknown_authorization",
        "The card has no such authorization; leave it out to have it looked for.");
  }

  private Origin origin() {
    return new Origin(caller.id().toString(), "api");
  }
}
