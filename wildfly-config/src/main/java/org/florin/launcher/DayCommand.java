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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Closes business dates of a running bank and shows how that goes. */
final class DayCommand {

  private static final int OK = 0;
  private static final int WRONG_USE = 2;

  /** Some accounts could not be closed. */
  private static final int WITH_EXCEPTIONS = 4;

  private static final int FAILED = 8;
  private static final Duration POLL = Duration.ofMillis(300);
  private static final String USAGE = "usage: ./florin day close [--until DATE]";

  private final Workspace workspace;
  private final Progress progress;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private String api = "";
  private String key = "";

  DayCommand(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  int run(List<String> words) throws IOException, InterruptedException {
    boolean next = words.equals(List.of("close"));
    boolean until =
        words.size() == 3 && words.get(0).equals("close") && words.get(1).equals("--until");
    if (!next && !until) {
      progress.print(USAGE);
      return WRONG_USE;
    }
    if (!Files.exists(workspace.runFile())) {
      progress.print("florin: the bank is not running; start it with ./florin run --detach");
      return FAILED;
    }
    JsonObject running =
        JsonParser.parseString(Files.readString(workspace.runFile())).getAsJsonObject();
    api = running.get("api_url").getAsString();
    key = running.get("api_key").getAsString();
    try {
      LocalDate businessDate = LocalDate.parse(text(clock(), "business_date"));
      return close(until ? LocalDate.parse(words.get(2)) : businessDate.plusDays(1));
    } catch (DateTimeParseException e) {
      progress.print("florin: no date: " + e.getParsedString());
      return WRONG_USE;
    }
  }

  private int close(LocalDate until) throws IOException, InterruptedException {
    order(until);
    String shown = "";
    boolean withExceptions = false;
    while (true) {
      JsonObject clock = clock();
      JsonObject run = clock.getAsJsonObject("close");
      String status = text(run, "status");
      String line =
          "%s  %s  %d %% of %d accounts"
              .formatted(
                  text(run, "closes"),
                  status.replace('_', ' '),
                  run.get("progress").getAsInt(),
                  run.get("accounts").getAsLong());
      if (!line.equals(shown)) {
        progress.print(line);
        shown = line;
      }
      if (status.equals("failed") || status.equals("stopped")) {
        progress.print("florin: " + text(run, "message"));
        return FAILED;
      }
      withExceptions |= status.equals("completed_with_exceptions");
      if (status.startsWith("completed")) {
        LocalDate businessDate = LocalDate.parse(text(clock, "business_date"));
        if (!businessDate.isBefore(until)) {
          progress.print("The business date is " + businessDate + ".");
          return withExceptions ? WITH_EXCEPTIONS : OK;
        }
        if (!businessDate.isBefore(LocalDate.parse(text(run, "until")))) {
          // Somebody else's order has come to its end before ours.
          order(until);
        }
      }
      Thread.sleep(POLL);
    }
  }

  private void order(LocalDate until) throws IOException, InterruptedException {
    JsonObject order = new JsonObject();
    order.addProperty("until", until.toString());
    answer(
        request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(order.toString()))
            .build());
  }

  private JsonObject clock() throws IOException, InterruptedException {
    return answer(request().GET().build());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(api + "/simulate/clock"))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key);
  }

  private JsonObject answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
    if (response.statusCode() >= 300) {
      throw new IOException(text(body, "title") + ": " + text(body, "detail"));
    }
    return body;
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
