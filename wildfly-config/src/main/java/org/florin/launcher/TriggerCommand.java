package org.florin.launcher;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** {@code ./florin trigger}: has a simulated acquirer or mainframe send something to the bank. */
final class TriggerCommand {
  private static final String USAGE =
      """
      ./florin trigger [NAME] [--card CARD] [--amount CENTS]

        without NAME   lists what can be triggered
        --card         a card's id; without it the newest active card
        --amount       in cents; 1000 without it
      """;
  private static final String AMOUNT = "1000";
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final Workspace workspace;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  TriggerCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  int run(List<String> words) throws IOException {
    if (words.contains("help") || words.contains("--help")) {
      System.out.print(USAGE);
      return OK;
    }
    if (!Files.exists(workspace.runFile())) {
      System.err.println("florin: nothing runs here; start it with ./florin run");
      return FAILED;
    }
    JsonObject run =
        JsonParser.parseString(Files.readString(workspace.runFile())).getAsJsonObject();
    if (words.isEmpty()) {
      return list(run);
    }
    String name = words.getFirst();
    if (name.startsWith("-")) {
      System.err.print(USAGE);
      return WRONG_USE;
    }
    return play(run, name, words);
  }

  private int list(JsonObject run) throws IOException {
    for (JsonElement scenario : call(run, "/simulate/scenarios", "").getAsJsonArray("data")) {
      System.out.printf(
          "  %-20s %s%n",
          scenario.getAsJsonObject().get("name").getAsString(),
          scenario.getAsJsonObject().get("description").getAsString());
    }
    return OK;
  }

  private int play(JsonObject run, String name, List<String> words) throws IOException {
    JsonObject body = new JsonObject();
    body.addProperty("card", option(words, "--card", newestActiveCard(run)));
    body.addProperty("amount", Long.parseLong(option(words, "--amount", AMOUNT)));
    JsonObject played = call(run, "/simulate/scenarios/" + name, body.toString());
    for (JsonElement exchange : played.getAsJsonArray("exchanges")) {
      JsonElement answer = exchange.getAsJsonObject().get("answer");
      System.out.println("> " + exchange.getAsJsonObject().get("sent").getAsString());
      System.out.println("< " + (answer.isJsonNull() ? "no answer" : answer.getAsString()));
    }
    return OK;
  }

  private String newestActiveCard(JsonObject run) throws IOException {
    for (JsonElement card : call(run, "/cards?limit=50", "").getAsJsonArray("data")) {
      if (card.getAsJsonObject().get("status").getAsString().equals("active")) {
        return card.getAsJsonObject().get("id").getAsString();
      }
    }
    throw new IOException("there is no active card; name one with --card");
  }

  private static String option(List<String> words, String name, String otherwise) {
    int at = words.indexOf(name);
    return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
  }

  /** GET without a body, else POST. */
  private JsonObject call(JsonObject run, String path, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(run.get("api_url").getAsString() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + run.get("api_key").getAsString())
            .header("Content-Type", "application/json");
    if (!body.isEmpty()) {
      request
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException("the bank answers " + response.statusCode() + ": " + response.body());
      }
      return JsonParser.parseString(response.body()).getAsJsonObject();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
