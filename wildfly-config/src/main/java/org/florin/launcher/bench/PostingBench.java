package org.florin.launcher.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Launches;
import org.florin.launcher.Progress;

/**
 * Posting of a daily file by the intake, durable and restartable, beside the same postings done by
 * plain SQL from a stage, on the same database, in turns. Each round has accounts of its own.
 */
final class PostingBench {

  /** What to do how often. */
  record Options(int accounts, int records, int rounds) {}

  private static final Duration POLL = Duration.ofMillis(100);
  private static final String DAILY = "dailytran.ps";

  private final FlorinStack stack;
  private final Progress progress;
  private final Options options;
  private final HttpClient http = HttpClient.newHttpClient();

  PostingBench(FlorinStack stack, Progress progress, Options options) {
    this.stack = stack;
    this.progress = progress;
    this.options = options;
  }

  /** Seconds of the parts of one round. */
  private record Round(long masterMillis, long sendMillis, long postMillis, long floorMillis) {

    Map<String, Object> told(int records) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("master_data_ms", masterMillis);
      told.put("send_ms", sendMillis);
      told.put("post_ms", postMillis);
      told.put("floor_ms", floorMillis);
      told.put("rows_per_second", records * 1_000L / Math.max(1, postMillis));
      told.put("ratio_percent", floorMillis * 100 / Math.max(1, postMillis));
      return told;
    }
  }

  Map<String, Object> run(Connection owner) throws IOException, SQLException {
    PostingFloor floor = new PostingFloor(owner, options.accounts());
    List<Round> rounds = new ArrayList<>();
    List<Map<String, Object>> told = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (int number = 0; number < options.rounds(); number++) {
      Round round = round(number, floor, faults);
      rounds.add(round);
      told.add(round.told(options.records()));
      progress.say(
          String.format(
              Locale.ROOT,
              "round %d: %d rows posted in %.1f s (%d rows/s), plain SQL %.1f s, ratio %.2f; %d accounts in %.1f s",
              number + 1,
              options.records(),
              round.postMillis() / 1e3,
              options.records() * 1_000L / Math.max(1, round.postMillis()),
              round.floorMillis() / 1e3,
              (double) round.floorMillis() / Math.max(1, round.postMillis()),
              options.accounts(),
              round.masterMillis() / 1e3));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", options.accounts());
    result.put("records", options.records());
    result.put(
        "ratio_percent_median",
        rounds.stream()
            .mapToLong(round -> round.floorMillis() * 100 / Math.max(1, round.postMillis()))
            .sorted()
            .skip((rounds.size() - 1) / 2)
            .findFirst()
            .orElse(0));
    result.put("rounds", told);
    faults.addAll(Books.faults(owner));
    result.put("faults", faults);
    faults.forEach(fault -> progress.say("FAULT: " + fault));
    return result;
  }

  private Round round(int number, PostingFloor floor, List<String> faults)
      throws IOException, SQLException {
    int firstAccount = 50_000_000 + number * options.accounts();
    Path folder = stack.workspace().state().resolve("files").resolve("round-" + number);
    generate(folder, firstAccount, number);
    long begun = System.nanoTime();
    List<String> masters = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith(DAILY)) {
          masters.add(send(file, number));
        }
      }
    }
    take(masters, faults);
    long masterMillis = millisSince(begun);
    begun = System.nanoTime();
    String daily = send(folder.resolve(DAILY), number);
    long sendMillis = millisSince(begun);
    begun = System.nanoTime();
    JsonObject total = take(List.of(daily), faults);
    long postMillis = millisSince(begun);
    if (total.get("posted").getAsLong() + total.get("in_suspense").getAsLong()
        != options.records()) {
      faults.add("round " + number + ": not every record was placed: " + total);
    }
    Launches.deleteTree(folder);
    return new Round(masterMillis, sendMillis, postMillis, floor.post(number, options.records()));
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  private void generate(Path folder, int firstAccount, int seed) throws IOException {
    Path root = stack.workspace().root();
    Process generator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                root.resolve("legacy-adapters/target/classes")
                    + ":"
                    + root.resolve("ejb-core/target/classes")
                    + ":"
                    + root.resolve("wildfly-config/target/lib")
                    + "/*",
                "org.florin.adapters.mainframe.parallel.LegacyCommand",
                "generate",
                "--out",
                folder.toString(),
                "--records",
                Integer.toString(options.records()),
                "--accounts",
                Integer.toString(options.accounts()),
                "--first-account",
                Integer.toString(firstAccount),
                "--seed",
                Integer.toString(seed))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (generator.waitFor() != 0) {
        throw new IOException("the files of the bench could not be made");
      }
    } catch (InterruptedException e) {
      generator.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private String send(Path file, int number) throws IOException {
    JsonObject received =
        answer(
            request("/files?system=carddemo&name=" + number + "-" + file.getFileName())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
    return received.get("id").getAsString();
  }

  /** Takes files in and waits until that is done; what it came to. */
  private JsonObject take(List<String> files, List<String> faults) throws IOException {
    JsonObject body = new JsonObject();
    body.addProperty("system", "carddemo");
    body.addProperty("mode", "correct");
    JsonArray ids = new JsonArray();
    files.forEach(ids::add);
    body.add("files", ids);
    JsonObject run =
        answer(
            request("/imports")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    String id = run.get("id").getAsString();
    while (List.of("queued", "running").contains(run.get("status").getAsString())) {
      Launches.pause(POLL.toMillis());
      run = answer(request("/imports/" + id).GET().build());
    }
    if (!run.get("status").getAsString().startsWith("completed")) {
      faults.add("import " + id + " ended as " + run.get("status").getAsString());
    }
    return run.getAsJsonObject("total");
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(URI.create(stack.apiUrl() + path))
        .header("Authorization", "Bearer " + stack.apiKey());
  }

  private JsonObject answer(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonElement body = JsonParser.parseString(response.body());
      if (response.statusCode() >= 300) {
        throw new IOException(request.uri().getPath() + ": " + body);
      }
      return body.getAsJsonObject();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
