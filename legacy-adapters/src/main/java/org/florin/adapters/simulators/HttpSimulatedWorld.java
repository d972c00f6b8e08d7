package org.florin.adapters.simulators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.florin.networks.NetworkMessage;
import org.florin.networks.SimulatedWorld;
import org.florin.platform.json.JsonParts;

/** Steers the simulators over HTTP. */
@ApplicationScoped
public class HttpSimulatedWorld implements SimulatedWorld {

  private static final Duration ANSWER_TIME = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @Inject SimulatorSettings settings;

  @Override
  public boolean isThere() {
    return settings.url.isPresent();
  }

  @Override
  public List<Optional<NetworkMessage>> acquirer(List<Step> steps) {
    var array = JsonParts.array();
    for (var step : steps) {
      var elements = JsonParts.object();
      step.message()
          .elements()
          .forEach((number, value) -> elements.add(Integer.toString(number), value));
      array.add(
          JsonParts.object()
              .add("type", step.message().type())
              .add("elements", elements)
              .add("await", step.await())
              .add("hang_up", step.hangUp()));
    }
    return post("/acquirer", JsonParts.object().add("steps", array).build())
        .getJsonArray("exchanges")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(HttpSimulatedWorld::answer)
        .toList();
  }

  private static Optional<NetworkMessage> answer(JsonObject exchange) {
    if (!(exchange.get("answer") instanceof JsonObject answer)) {
      return Optional.empty();
    }
    var message = NetworkMessage.ofType(answer.getString("type"));
    answer
        .getJsonObject("elements")
        .forEach(
            (number, value) ->
                message.set(Integer.parseInt(number), ((JsonString) value).getString()));
    return Optional.of(message.build());
  }

  @Override
  public List<Optional<String>> mainframe(List<String> requests) {
    return post("/mainframe", JsonParts.object().add("requests", JsonParts.array(requests)).build())
        .getJsonArray("replies")
        .getValuesAs(JsonString::getString)
        .stream()
        .map(reply -> Optional.of(reply).filter(text -> !text.isEmpty()))
        .toList();
  }

  private JsonObject post(String path, JsonObject body) {
    var request =
        HttpRequest.newBuilder(settings.url.orElseThrow().resolve(path))
            .timeout(ANSWER_TIME)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("the simulator answers " + response.statusCode());
      }
      return JsonParts.read(response.body());
    } catch (IOException e) {
      throw new IllegalStateException("the simulator can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
