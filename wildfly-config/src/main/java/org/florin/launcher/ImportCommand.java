package org.florin.launcher;

import static org.florin.launcher.RunningBank.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hands a folder of a legacy system's files to a running bank over its API, watches the import and
 * tells what came of it.
 */
final class ImportCommand {

  /** Everything was taken in, or had been before. */
  private static final int OK = 0;

  private static final int WRONG_USE = 2;

  /** Some records were rejected or wait in suspense. */
  private static final int WITH_EXCEPTIONS = 4;

  /** Nothing, or not all, was taken in. */
  private static final int FAILED = 8;

  private static final Set<String> OPEN = Set.of("queued", "running");
  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration UPLOAD_TIME = Duration.ofMinutes(30);
  private static final int ATTEMPTS_MAX = 180;
  private static final int SUSPENSE_SHOWN_MAX = 20;
  private static final String USAGE =
      "usage: ./florin import DIR [--mode correct|compatible] [--system NAME] [--out DIR]";

  private final Workspace workspace;
  private final Progress progress;

  ImportCommand(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  /** What was asked for on the command line. */
  private record Order(Path folder, String mode, String system, Path out) {}

  int run(List<String> words) throws IOException, InterruptedException {
    List<String> places = new ArrayList<>();
    String mode = "correct";
    String system = "carddemo";
    String out = "";
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      boolean option = Set.of("--mode", "--system", "--out").contains(word);
      if (option && index + 1 == words.size() || !option && word.startsWith("--")) {
        return wrongUse();
      }
      switch (word) {
        case "--mode" -> mode = words.get(++index);
        case "--system" -> system = words.get(++index);
        case "--out" -> out = words.get(++index);
        default -> places.add(word);
      }
    }
    if (places.size() != 1 || !Set.of("correct", "compatible").contains(mode)) {
      return wrongUse();
    }
    Path folder = Path.of(places.get(0));
    if (!Files.isDirectory(folder)) {
      progress.print("florin: no folder " + folder);
      return WRONG_USE;
    }
    RunningBank bank = RunningBank.in(workspace);
    Path target = out.isEmpty() ? workspace.state().resolve("import") : Path.of(out);
    return take(bank, new Order(folder, mode, system, target));
  }

  private int wrongUse() {
    progress.print(USAGE);
    return WRONG_USE;
  }

  private int take(RunningBank bank, Order order) throws IOException, InterruptedException {
    JsonArray ids = new JsonArray();
    List<String> damaged = new ArrayList<>();
    for (Path file : files(order.folder())) {
      JsonObject received = send(bank, order.system(), file);
      String status = text(received, "status");
      if (status.equals("received")) {
        ids.add(text(received, "id"));
      } else if (status.equals("quarantined") && !text(received, "kind").isEmpty()) {
        damaged.add(file.getFileName() + ": " + text(received, "reason"));
      }
    }
    if (!damaged.isEmpty()) {
      progress.print("Nothing was imported. Damaged files are quarantined:");
      damaged.forEach(line -> progress.print("  " + line));
      return FAILED;
    }
    if (ids.isEmpty()) {
      progress.print("Nothing was imported: the folder holds no file of the intake.");
      return FAILED;
    }
    return importFiles(bank, order, ids);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  /** What the bank must find the content to be. */
  private static String sha256(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject send(RunningBank bank, String system, Path file)
      throws IOException, InterruptedException {
    String name = file.getFileName().toString();
    HttpRequest request =
        bank.request(
                "/files?system="
                    + encoded(system)
                    + "&name="
                    + encoded(name)
                    + "&sha256="
                    + sha256(file))
            .timeout(UPLOAD_TIME)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    JsonObject received = bank.answer(request);
    String kind = text(received, "kind");
    String detail =
        kind.isEmpty()
            ? text(received, "status") + ", " + text(received, "reason")
            : kind
                + ", "
                + text(received, "encoding")
                + ", "
                + received.get("records").getAsLong()
                + " records"
                + (received.get("known").getAsBoolean() ? ", same content as before" : "");
    progress.say(name + ": " + detail);
    return received;
  }

  private int importFiles(RunningBank bank, Order order, JsonArray ids)
      throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty("system", order.system());
    body.addProperty("mode", order.mode());
    body.add("files", ids);
    JsonObject run = bank.post("/imports", body);
    boolean repeated = run.get("repeated").getAsBoolean();
    String id = text(run, "id");
    JsonObject done = watch(bank, id, run);
    if (repeated) {
      progress.print(
          "Nothing changed: these files were imported in this mode before, as "
              + id
              + " at "
              + text(done, "created_at")
              + ". It came to:");
    }
    tell(done);
    save(bank, done, "reject_file", order.out());
    save(bank, done, "difference_report", order.out());
    if (!text(done, "status").startsWith("completed")) {
      progress.print("The import ended as " + text(done, "status") + ": " + text(done, "message"));
      return FAILED;
    }
    boolean clean = text(done, "status").equals("completed");
    return clean || repeated ? OK : WITH_EXCEPTIONS;
  }

  private JsonObject watch(RunningBank bank, String id, JsonObject first)
      throws IOException, InterruptedException {
    JsonObject run = first;
    int shown = -1;
    while (OPEN.contains(text(run, "status"))) {
      int percent = run.get("progress").getAsInt();
      if (percent != shown) {
        progress.say("import " + id + ": " + text(run, "status") + ", " + percent + " %");
        shown = percent;
      }
      Thread.sleep(POLL);
      run = ask(bank, id, run);
    }
    return run;
  }

  /** How the run stands; a server that is being started again is waited for. */
  private JsonObject ask(RunningBank bank, String id, JsonObject known)
      throws IOException, InterruptedException {
    HttpRequest request =
        bank.request("/imports/" + id).GET().timeout(Duration.ofSeconds(10)).build();
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      try {
        HttpResponse<String> response = bank.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
          return JsonParser.parseString(response.body()).getAsJsonObject();
        }
      } catch (IOException e) {
        if (attempt == 0) {
          progress.say("the bank does not answer; the import goes on when it is back");
        }
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
    progress.print(
        "florin: no answer from the bank; import " + text(known, "id") + " may go on later");
    throw new IOException("the bank does not answer");
  }

  private void tell(JsonObject run) {
    String form = "%-24s %8s %8s %9s %9s %8s %8s %8s %15s";
    progress.print("");
    progress.print(
        line(
            form,
            "file",
            "read",
            "new",
            "unchanged",
            "differing",
            "posted",
            "rejected",
            "suspense",
            "posted amount"));
    for (JsonElement file : run.getAsJsonArray("files")) {
      progress.print(tallied(form, text(file.getAsJsonObject(), "kind"), file.getAsJsonObject()));
    }
    JsonObject total = run.getAsJsonObject("total");
    progress.print(tallied(form, "total", total));
    progress.print("");
    progress.print(
        "amounts: read "
            + amount(total, "read_amount")
            + " = posted "
            + amount(total, "posted_amount")
            + " + unchanged "
            + amount(total, "unchanged_amount")
            + " + rejected "
            + amount(total, "rejected_amount")
            + " + in suspense "
            + amount(total, "suspense_amount"));
    progress.print(
        "mode "
            + text(run, "mode")
            + ", "
            + run.get("differences").getAsLong()
            + " differences between the modes or to what was taken in before");
    JsonArray suspense = run.getAsJsonArray("suspense");
    for (int index = 0; index < Math.min(SUSPENSE_SHOWN_MAX, suspense.size()); index++) {
      JsonObject item = suspense.get(index).getAsJsonObject();
      progress.print(
          "suspense: "
              + text(item, "file")
              + " line "
              + item.get("line").getAsLong()
              + " offset "
              + item.get("offset").getAsLong()
              + " "
              + text(item, "field")
              + ": "
              + text(item, "reason"));
    }
  }

  private static String tallied(String form, String name, JsonObject tally) {
    return line(
        form,
        name,
        tally.get("read").getAsString(),
        tally.get("new").getAsString(),
        tally.get("unchanged").getAsString(),
        tally.get("differing").getAsString(),
        tally.get("posted").getAsString(),
        tally.get("rejected").getAsString(),
        tally.get("in_suspense").getAsString(),
        amount(tally, "posted_amount"));
  }

  private static String line(String form, Object... cells) {
    return String.format(Locale.ROOT, form, cells);
  }

  private static String amount(JsonObject object, String name) {
    return BigDecimal.valueOf(object.get(name).getAsLong(), 2).toPlainString();
  }

  private void save(RunningBank bank, JsonObject run, String member, Path folder)
      throws IOException, InterruptedException {
    String id = text(run, member);
    if (id.isEmpty()) {
      return;
    }
    JsonObject file = bank.get("/files/" + id);
    Files.createDirectories(folder);
    Path target = folder.resolve(Path.of(text(file, "name")).getFileName());
    HttpResponse<Path> response =
        bank.send(
            bank.request("/files/" + id + "/content").GET().build(),
            HttpResponse.BodyHandlers.ofFile(target));
    if (response.statusCode() != 200) {
      throw new IOException("could not fetch " + target.getFileName());
    }
    progress.print(
        target
            + ": "
            + file.get("records").getAsLong()
            + " records, "
            + Files.size(target)
            + " bytes");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
