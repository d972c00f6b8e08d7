package org.florin.api.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.api.controls.ControlsJson;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Codes;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.authorization.controls.ControlCard;
import org.florin.authorization.controls.FindControls;
import org.florin.cards.ActivateCard;
import org.florin.cards.CardChange;
import org.florin.cards.CardView;
import org.florin.cards.CloseCard;
import org.florin.cards.ClosingReason;
import org.florin.cards.FindCards;
import org.florin.cards.PauseCard;
import org.florin.cards.ReplaceCard;
import org.florin.cards.ReplacementReason;
import org.florin.cards.ResumeCard;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.partners.Scope;
import org.florin.products.CardProduct;
import org.florin.products.FindProducts;
import org.jspecify.annotations.Nullable;

/** Cards: never their numbers. */
@ApplicationScoped
@Path("/cards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CardsResource {

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject FindCards find;
  @Inject ActivateCard activate;
  @Inject PauseCard pause;
  @Inject ResumeCard resume;
  @Inject CloseCard close;
  @Inject ReplaceCard replace;
  @Inject FindAccounts accounts;
  @Inject FindProducts products;
  @Inject ControlCard control;
  @Inject FindControls controls;
  @Inject BusinessClock clock;

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.CARDS_READ)
  @Operation(operationId = "getCards", summary = "One card")
  public String get(@PathParam("id") String id) {
    var card = card(id);
    return JsonText.write(json -> writeWithControls(json, card));
  }

  @GET
  @RequiresScope(Scope.CARDS_READ)
  @Operation(operationId = "listCards", summary = "Cards, newest first")
  public String list(
      @QueryParam("account") @Nullable String account,
      @QueryParam("external_id") @Nullable String externalId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found =
        find.page(
            new FindCards.Filter(
                Page.parameter("account", account, AccountId::parse),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(externalId),
                Page.parameter("after", after, CardId::parse)),
            limit + 1);
    return Page.write(found, limit, card -> card.id().toString(), CardsResource::write);
  }

  @POST
  @Path("/{id}/activate")
  @RequiresScope(Scope.CARDS_WRITE)
  @Operation(operationId = "activateCards", summary = "Activate a card")
  public Response activate(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    return change(
        id,
        "/activate",
        key,
        text,
        card -> activate.handle(new ActivateCard.Command(card, Optional.empty(), caller.actor())));
  }

  @POST
  @Path("/{id}/pause")
  @RequiresScope(Scope.CARDS_WRITE)
  @Operation(operationId = "pauseCards", summary = "Pause a card")
  public Response pause(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    return change(
        id,
        "/pause",
        key,
        text,
        card -> pause.handle(new PauseCard.Command(card, Optional.empty(), caller.actor())));
  }

  @POST
  @Path("/{id}/resume")
  @RequiresScope(Scope.CARDS_WRITE)
  @Operation(operationId = "resumeCards", summary = "Resume a paused card")
  public Response resume(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    return change(
        id,
        "/resume",
        key,
        text,
        card -> resume.handle(new ResumeCard.Command(card, Optional.empty(), caller.actor())));
  }

  @POST
  @Path("/{id}/close")
  @RequiresScope(Scope.CARDS_WRITE)
  @Operation(operationId = "closeCards", summary = "Close a card for good")
  public Response close(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var object = JsonText.readOrEmpty(text);
    var body = JsonBody.of(object);
    var reason =
        body.optional("reason", CardsResource::closingReason, "Must be one of the closing reasons.")
            .orElse(ClosingReason.CUSTOMER);
    body.complete();
    var card = card(id).id();
    return post.execute(
        post.key(key, "POST /cards/" + card + "/close", object),
        () ->
            IdempotentPost.ok(
                answer(
                    close.handle(
                        new CloseCard.Command(card, reason, Optional.empty(), caller.actor())))));
  }

  @POST
  @Path("/{id}/replace")
  @RequiresScope(Scope.CARDS_WRITE)
  @Operation(
      operationId = "replaceCards",
      summary = "Replace a card: under a new number if others may know it, else under its own")
  public Response replace(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var object = JsonText.read(text);
    var body = JsonBody.of(object);
    var reason =
        body.read(
            "reason",
            word -> Codes.lowerCase(word, ReplacementReason::valueOf),
            "Must be lost, stolen, compromised, damaged or renewal.",
            ReplacementReason.LOST);
    body.complete();
    var card = card(id);
    var product = accounts.byId(card.account()).flatMap(this::product);
    return post.execute(
        post.key(key, "POST /cards/" + card.id() + "/replace", object),
        () ->
            IdempotentPost.ok(
                answer(
                    replace.handle(
                        new ReplaceCard.Command(
                            card.id(),
                            reason,
                            product.orElseThrow(CardsResource::notSold),
                            Optional.empty(),
                            caller.actor())))));
  }

  private Optional<CardProduct> product(AccountView account) {
    return products.byCode(account.productCode(), clock.businessDate());
  }

  private static Problem notSold() {
    return Problem.conflict("product_not_sold", "The account's product is no longer issued.");
  }

  @PUT
  @Path("/{id}/controls")
  @RequiresScope(Scope.CARDS_WRITE)
  @Operation(operationId = "controlCards", summary = "Set what isn't allowed on a card")
  public String control(@PathParam("id") String id, InputStream text) {
    var controls = ControlsJson.read(JsonText.read(text));
    var card = card(id);
    control.handle(new ControlCard.Command(card.id(), card.account(), controls, caller.actor()));
    return JsonText.write(json -> writeWithControls(json, card));
  }

  private Response change(
      String id,
      String verb,
      @Nullable String key,
      InputStream text,
      Function<CardId, CardChange> work) {
    var body = JsonText.readOrEmpty(text);
    JsonBody.of(body).complete();
    var card = card(id).id();
    return post.execute(
        post.key(key, "POST /cards/" + card + verb, body),
        () -> IdempotentPost.ok(answer(work.apply(card))));
  }

  private String answer(CardChange change) {
    return switch (change) {
      case CardChange.Done done -> JsonText.write(json -> writeWithControls(json, done.card()));
      case CardChange.Refused refused ->
          throw Problem.conflict(
              "wrong_state", "The card is " + refused.card().state().word() + ".");
      case CardChange.NotFound ignored -> throw Problem.notFound();
    };
  }

  private CardView card(String id) {
    return find.byId(Ids.of(id, CardId::parse)).orElseThrow(Problem::notFound);
  }

  private void writeWithControls(JsonGenerator json, CardView card) {
    write(json, card);
    ControlsJson.write(json, controls.ofCard(card.id(), card.account()), clock.now());
  }

  private static void write(JsonGenerator json, CardView card) {
    json.write("id", card.id().toString())
        .write("object", "card")
        .write("status", card.state().word());
    Members.write(json, "closed_reason", card.closedReason().map(ClosingReason::word));
    json.write("kind", card.kind().word())
        .write("bin", card.bin())
        .write("last4", card.last4())
        .write("expiry_month", card.expiryMonth())
        .write("expiry_year", card.expiryYear())
        .write("account", card.account().toString())
        .write("customer", card.customer().toString());
    Members.write(json, "external_id", card.externalId());
    Members.write(json, "replaces", card.replaces().map(CardId::toString));
    json.write("sequence_number", card.sequenceNumber());
    Members.write(json, "activated_at", card.activatedAt());
    json.write("created_at", card.createdAt().toString());
  }

  private static ClosingReason closingReason(String word) {
    return ClosingReason.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
