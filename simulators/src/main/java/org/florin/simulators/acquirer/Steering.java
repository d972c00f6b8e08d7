package org.florin.simulators.acquirer;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.florin.simulators.LoopbackHttp;
import org.florin.simulators.acquirer.AcquirerMessages.Content;
import org.florin.simulators.mainframe.Mainframe;
import org.florin.simulators.partner.DecidingPartner;
import org.jspecify.annotations.Nullable;

/**
 * Tells the acquirer and the mainframe what to send: {@code POST /acquirer} with steps, {@code POST
 * /mainframe} with the texts of requests. Below {@code /partner} a {@link DecidingPartner} listens.
 */
public final class Steering implements AutoCloseable {
  private static final Gson GSON = new Gson();

  private final LoopbackHttp http;
  private final Acquirer acquirer;
  private final Mainframe mainframe;
  private final DecidingPartner partner = new DecidingPartner();

  private record StepJson(
      String type, SortedMap<Integer, String> elements, boolean await, boolean hang_up) {}

  private record PlayJson(List<StepJson> steps) {}

  private record AnswerJson(String type, SortedMap<Integer, String> elements) {}

  private record ExchangeJson(@Nullable AnswerJson answer, long millis) {}

  private record PlayedJson(List<ExchangeJson> exchanges) {}

  private record RequestsJson(List<String> requests) {}

  private record RepliesJson(List<String> replies) {}

  private Steering(int port, Acquirer acquirer, Mainframe mainframe) throws IOException {
    this.acquirer = acquirer;
    this.mainframe = mainframe;
    this.http = new LoopbackHttp(port, this::handle);
  }

  public static Steering start(int port, Acquirer acquirer, Mainframe mainframe)
      throws IOException {
    return new Steering(port, acquirer, mainframe);
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().startsWith("/partner/")) {
      partner.handle(exchange);
      return;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      LoopbackHttp.answerJson(exchange, 405, "{\"error\":\"method_not_allowed\"}");
      return;
    }
    try (InputStreamReader body =
        new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8)) {
      String answer =
          switch (exchange.getRequestURI().getPath()) {
            case "/acquirer" -> GSON.toJson(play(GSON.fromJson(body, PlayJson.class)));
            case "/mainframe" ->
                GSON.toJson(
                    new RepliesJson(
                        mainframe.authorize(GSON.fromJson(body, RequestsJson.class).requests())));
            default -> "";
          };
      LoopbackHttp.answerJson(exchange, answer.isEmpty() ? 404 : 200, answer);
    } catch (JsonSyntaxException | IllegalArgumentException e) {
      LoopbackHttp.answerJson(exchange, 400, "{\"error\":\"not_understood\"}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PlayedJson play(PlayJson play) throws IOException, InterruptedException {
    List<Acquirer.Step> steps =
        play.steps().stream()
            .map(
                step ->
                    new Acquirer.Step(
                        new Content(step.type(), new TreeMap<>(step.elements())),
                        step.await(),
                        step.hang_up()))
            .toList();
    return new PlayedJson(acquirer.play(steps).stream().map(Steering::json).toList());
  }

  private static ExchangeJson json(Acquirer.Exchange exchange) {
    return new ExchangeJson(
        exchange
            .answer()
            .map(content -> new AnswerJson(content.type(), content.elements()))
            .orElse(null),
        exchange.millis());
  }

  @Override
  public void close() {
    http.close();
  }
}
