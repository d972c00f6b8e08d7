package org.florin.it;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.mainframe.FileSetGenerator;

/** Hands files of a legacy system to the bank and watches what it does with them. */
final class Intake {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Bank bank;

  Intake(Bank bank) {
    this.bank = bank;
  }

  /** A generated set by file name; accounts are numbered from the given one on. */
  static Map<String, byte[]> generated(
      int firstAccount, int accounts, long transactions, RecordEncoding encoding) {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "intake");
      new FileSetGenerator(11, firstAccount, accounts, transactions, encoding).writeTo(folder);
      return read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public sample in ASCII or EBCDIC, where it lies beside the checkout or above it. */
  static Optional<Map<String, byte[]>> sample(String encoding) {
    Path start = Path.of(System.getProperty("florin.root")).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared/data/carddemo").resolve(encoding);
      if (Files.isDirectory(candidate)) {
        return Optional.of(read(candidate));
      }
    }
    return Optional.empty();
  }

  private static Map<String, byte[]> read(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  Bank.Answer send(String name, byte[] content) {
    return bank.send(
        bank.request("/files?system=carddemo&name=" + name)
            .setHeader("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
  }

  /** Sends all files and asks for their import; the answer to the latter. */
  Bank.Answer start(Map<String, byte[]> files, String mode) {
    List<String> ids = new ArrayList<>();
    files.forEach((name, content) -> ids.add(send(name, content).text("id")));
    return start(ids, mode);
  }

  Bank.Answer start(List<String> files, String mode) {
    JsonObject body = new JsonObject();
    body.addProperty("system", "carddemo");
    body.addProperty("mode", mode);
    JsonArray ids = new JsonArray();
    files.forEach(ids::add);
    body.add("files", ids);
    return bank.post("/imports", body.toString());
  }

  /** Imports all files and waits for the end. */
  JsonObject take(Map<String, byte[]> files, String mode) {
    return end(start(files, mode).text("id"));
  }

  JsonObject end(String run) {
    Awaitility.await("end of import " + run)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> isOver(bank.get("/imports/" + run).text("status")));
    return bank.get("/imports/" + run).json();
  }

  private static boolean isOver(String status) {
    return !status.equals("queued") && !status.equals("running");
  }

  byte[] content(String file) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              bank.request("/files/" + file + "/content").GET().build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
