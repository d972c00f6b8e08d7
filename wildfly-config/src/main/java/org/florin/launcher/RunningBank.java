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
import java.util.UUID;

/** The bank that runs in a workspace, asked over its API with the sandbox partner's key. */
final class RunningBank {

  private static final Duration ANSWER_TIME = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String api;
  private final String key;

  private RunningBank(String api, String key) {
    this.api = api;
    this.key = key;
  }

  /**
   * The bank of this workspace.
   *
   * @throws IOException if none is running
   */
  static RunningBank in(Workspace workspace) throws IOException {
    if (!Files.exists(workspace.runFile())) {
      throw new IOException("the bank is not running; start it with ./florin run --detach");
    }
    JsonObject run =
        JsonParser.parseString(Files.readString(workspace.runFile())).getAsJsonObject();
    return new RunningBank(text(run, "api_url"), text(run, "api_key"));
  }

  /**
   * Reads a resource.
   *
   * @throws IOException if the bank refuses, with its words, or can't be reached
   */
  JsonObject get(String path) throws IOException, InterruptedException {
    return answer(request(path).GET().build());
  }

  /**
   * Sends an order that is carried out once.
   *
   * @throws IOException if the bank refuses, with its words, or can't be reached
   */
  JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** A request to be completed and handed to {@link #answer} or {@link #send}. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(ANSWER_TIME)
        .header("Authorization", "Bearer " + key);
  }

  /**
   * Sends a request whose answer is JSON.
   *
   * @throws IOException if the bank refuses, with its words, or can't be reached
   */
  JsonObject answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
    JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
    if (response.statusCode() >= 300) {
      throw new IOException(text(body, "title") + ": " + text(body, "detail") + errors(body));
    }
    return body;
  }

  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return http.send(request, handler);
  }

  /** A member's text, empty where there is none. */
  static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  private static String errors(JsonObject problem) {
    return problem.has("errors") && problem.get("errors").isJsonArray()
        ? " " + problem.get("errors")
        : "";
  }
}
