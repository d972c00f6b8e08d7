package org.florin.adapters.partnerhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.florin.authorization.hooks.HookAnswer;
import org.florin.authorization.hooks.PartnerCallback;
import org.florin.kernel.SystemTime;
import org.florin.platform.json.JsonParts;
import org.jspecify.annotations.Nullable;

/** Asks partners over HTTP, without a thread that waits. */
@ApplicationScoped
class HttpPartnerCallback implements PartnerCallback {

  private static final int HTTP_OK = 200;
  private static final int ANSWER_LENGTH_BYTES_MAX = 8_192;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService workers;

  @Inject PartnerHookSettings settings;

  private @Nullable HttpClient client;

  @PostConstruct
  void connect() {
    client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(workers)
            .build();
  }

  @PreDestroy
  void disconnect() {
    if (client != null) {
      client.shutdownNow();
    }
  }

  @Override
  public Optional<String> objectionTo(URI url) {
    return CallableAddressPolicy.objectionTo(url, settings.loopbackAllowed);
  }

  @Override
  public CompletionStage<HookAnswer> ask(Call call) {
    return CompletableFuture.supplyAsync(() -> request(call), workers)
        .thenCompose(request -> exchange(request, call))
        .thenApply(HttpPartnerCallback::read)
        .exceptionally(HttpPartnerCallback::failure);
  }

  /** Looks the host up first: the name server decides what is called, not the name. */
  private HttpRequest request(Call call) {
    objectionTo(call.url())
        .ifPresent(
            objection -> {
              throw new CompletionException(new Unusable(objection));
            });
    try {
      for (var address : InetAddress.getAllByName(call.url().getHost())) {
        if (!CallableAddressPolicy.mayCall(address, settings.loopbackAllowed)) {
          throw new CompletionException(new Unusable("the host lies inside"));
        }
      }
    } catch (UnknownHostException e) {
      throw new CompletionException(new Unusable("the host is unknown"));
    }
    var timestamp = SystemTime.now().getEpochSecond();
    return HttpRequest.newBuilder(call.url())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("webhook-id", call.id().toString())
        .header("webhook-timestamp", Long.toString(timestamp))
        .header(
            "webhook-signature",
            HookSignature.of(call.secret(), call.id().toString(), timestamp, call.body()))
        .POST(HttpRequest.BodyPublishers.ofString(call.body()))
        .build();
  }

  private CompletableFuture<HttpResponse<String>> exchange(HttpRequest request, Call call) {
    if (client == null) {
      return CompletableFuture.failedFuture(new Unusable("not connected"));
    }
    var sent = client.sendAsync(request, info -> new LimitedText(ANSWER_LENGTH_BYTES_MAX));
    return sent.copy()
        .orTimeout(call.patience().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, fault) -> sent.cancel(true));
  }

  private static HookAnswer read(HttpResponse<String> response) {
    if (response.statusCode() != HTTP_OK) {
      return new HookAnswer.Failed("HTTP " + response.statusCode());
    }
    try {
      var json = JsonParts.read(response.body());
      return switch (json.getString("decision", "")) {
        case "approve" -> new HookAnswer.Approved(amount(json.get("amount")));
        case "decline" -> new HookAnswer.Declined();
        default -> new HookAnswer.Failed("no decision in the answer");
      };
    } catch (JsonException | ArithmeticException e) {
      return new HookAnswer.Failed("not the agreed form");
    }
  }

  private static Optional<Long> amount(@Nullable JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number) {
      return Optional.of(number.longValueExact());
    }
    throw new JsonException("amount is no number");
  }

  /** Never in the partner's words. */
  private static HookAnswer failure(Throwable thrown) {
    return switch (root(thrown)) {
      case TimeoutException ignored -> new HookAnswer.TimedOut();
      case ConnectException ignored -> new HookAnswer.Failed("no connection");
      case Unusable unusable -> new HookAnswer.Failed(unusable.why());
      case IOException ignored -> new HookAnswer.Failed("the exchange broke off");
      case Throwable other -> new HookAnswer.Failed(other.getClass().getSimpleName());
    };
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null
            || thrown instanceof Unusable
            || thrown instanceof ConnectException
        ? thrown
        : root(thrown.getCause());
  }
}
