package org.florin.launcher.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Ports;
import org.florin.launcher.Progress;
import org.florin.launcher.Workspace;

/**
 * {@code ./florin bench}: starts a bank of its own on free ports, beside any other, measures it and
 * writes the result under {@code docs/results}.
 */
public final class BenchCommand {
  private static final String HELP =
      """
      ./florin bench authorizations  [--accounts N] [--connections N] [--seconds N] [--rounds N] [--warmup N] [--profile FILE]
          rate and latency over HTTP beside the same work in plain SQL, on the same database
      ./florin bench doors           [--accounts N] [--connections N] [--seconds N] [--rounds N] [--warmup N]
          rate over ISO 8583 and the mainframe's queue beside that over HTTP
      ./florin bench influences      [the same options]
          what five hundred risk rules, a running day close and ten times the accounts do to the rate and the latency
      ./florin bench posting         [--records N] [--accounts N] [--rounds N]
          a daily file through the intake beside the same postings in plain SQL, on the same database
      ./florin bench statistics      [--records N] [--accounts N] [--days N] [--rounds N]
          a day's figures of a long history beside plain SQL, a week and a month out of their days
      ./florin bench last-amount     [--rounds N]
          64 authorizations at once on the last 100.00 of an account, at every door
      ./florin bench kills           [--rounds N] [--seed N]
          kill -9 of server and database under load; nothing answered may be lost or doubled
      ./florin bench close           [--accounts N] [--days N]
          close of business dates with a tenth of the accounts and with all of them
      ./florin bench close-kills     [--accounts N] [--days N] [--kills N] [--seed N]
          kill -9 of the server in closes; the tables must be those of an undisturbed run
      """;

  /** What is measured of a running bank. */
  private interface Measurement {
    Map<String, Object> of(FlorinStack stack, Connection owner) throws IOException, SQLException;
  }

  private final Workspace workspace;
  private final Progress progress;
  private final String begun =
      LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm"));

  public BenchCommand(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  /** Exit code: 0 when the run is done and the books are right. */
  public int run(List<String> words) throws IOException, InterruptedException {
    String name = words.isEmpty() || words.contains("--help") ? "help" : words.getFirst();
    return switch (name) {
      case "authorizations" -> authorizations(words);
      case "doors" -> doors(words);
      case "influences" -> influences(words);
      case "kills" -> kills(words);
      case "posting" -> posting(words);
      case "statistics" -> statistics(words);
      case "close" -> close(words);
      case "close-kills" -> closeKills(words);
      case "last-amount" -> lastAmount(words);
      default -> {
        progress.print(HELP);
        yield name.equals("help") ? 0 : 2;
      }
    };
  }

  private int kills(List<String> words) throws IOException {
    long seed = option(words, "--seed", System.nanoTime() & 0xFFFF_FFFFL);
    int rounds = (int) option(words, "--rounds", 20);
    try (FlorinStack stack = started()) {
      Map<String, Object> result = described(stack, "kills");
      result.put("seed", seed);
      KillCampaign campaign =
          new KillCampaign(
              stack,
              progress,
              seed,
              soFar -> {
                result.putAll(soFar);
                write(result, "kills");
              });
      campaign.run(rounds, () -> owner(stack));
      return finish(result, "kills");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private int posting(List<String> words) throws IOException {
    PostingBench.Options options =
        new PostingBench.Options(
            (int) option(words, "--accounts", 100_000),
            (int) option(words, "--records", 1_000_000),
            (int) option(words, "--rounds", 5));
    return measured(
        "posting",
        started(),
        (stack, owner) -> new PostingBench(stack, progress, options).run(owner));
  }

  private int statistics(List<String> words) throws IOException {
    StatisticsBench.Options options =
        new StatisticsBench.Options(
            (int) option(words, "--accounts", 100_000),
            option(words, "--records", 10_000_000),
            (int) option(words, "--days", 365),
            (int) option(words, "--rounds", 5));
    try (FlorinStack stack = startedAnew("statistics");
        Connection owner = owner(stack)) {
      Map<String, Object> result = described(stack, "statistics");
      result.putAll(new StatisticsBench(stack, progress, options).run(owner));
      return finish(result, "statistics");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private int close(List<String> words) throws IOException {
    int accounts = (int) option(words, "--accounts", 100_000);
    int days = (int) option(words, "--days", 2);
    return measured(
        "close",
        startedAnew("close"),
        (stack, owner) -> new CloseBench(stack, progress).run(owner, accounts, days));
  }

  private int closeKills(List<String> words) throws IOException, InterruptedException {
    int accounts = (int) option(words, "--accounts", 50_000);
    int days = (int) option(words, "--days", 3);
    int kills = (int) option(words, "--kills", 40);
    long seed = option(words, "--seed", System.nanoTime() & 0xFFFF_FFFFL);
    Map<String, Object> result = new LinkedHashMap<>();
    try {
      try (FlorinStack stack = startedAnew("close");
          Connection owner = owner(stack)) {
        result.putAll(described(stack, "close-kills"));
        new LivedAccounts(owner).layOut(accounts);
      }
      bank("close-killed").delete();
      bank("close").copyTo(bank("close-killed").state());
      CloseKillCampaign campaign = new CloseKillCampaign(progress, days, seed);
      CloseKillCampaign.Left undisturbed;
      try (FlorinStack stack = started("close");
          Connection owner = owner(stack)) {
        undisturbed = campaign.undisturbed(stack, owner);
      }
      try (FlorinStack stack = started("close-killed");
          Connection owner = owner(stack)) {
        result.put("accounts", accounts);
        result.put("days", days);
        result.put("seed", seed);
        result.putAll(
            CloseKillCampaign.result(
                undisturbed, campaign.killed(stack, owner, kills, undisturbed.millis())));
      }
      return finish(result, "close-kills");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private int lastAmount(List<String> words) throws IOException {
    int rounds = (int) option(words, "--rounds", 1_000);
    return measured(
        "last-amount",
        started(),
        (stack, owner) -> new LastAmountCampaign(stack, progress, rounds).run(owner));
  }

  private int authorizations(List<String> words) throws IOException {
    AuthorizationBench.Options options = authorizationOptions(words);
    return measured(
        "authorizations",
        started(),
        (stack, owner) -> new AuthorizationBench(stack, progress, options).run(owner));
  }

  private int doors(List<String> words) throws IOException {
    AuthorizationBench.Options options = authorizationOptions(words);
    return measured(
        "doors",
        started(),
        (stack, owner) -> new NetworkBench(stack, progress, options).run(owner));
  }

  private int influences(List<String> words) throws IOException {
    AuthorizationBench.Options options = authorizationOptions(words);
    return measured(
        "influences",
        startedAnew("influences"),
        (stack, owner) -> new InfluenceBench(stack, progress, options).run(owner));
  }

  /** Measures a bank, ends it and writes down what came of it. */
  private int measured(String name, FlorinStack bank, Measurement measurement) throws IOException {
    try (FlorinStack stack = bank;
        Connection owner = owner(stack)) {
      Map<String, Object> result = described(stack, name);
      result.putAll(measurement.of(stack, owner));
      return finish(result, name);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static AuthorizationBench.Options authorizationOptions(List<String> words)
      throws IOException {
    return new AuthorizationBench.Options(
        (int) option(words, "--accounts", 100_000),
        (int) option(words, "--connections", 64),
        (int) option(words, "--seconds", 8),
        (int) option(words, "--rounds", 5),
        (int) option(words, "--warmup", 20),
        path(words, "--profile"));
  }

  private FlorinStack started() throws IOException {
    return started("bench");
  }

  /** A bank without a past. */
  private FlorinStack startedAnew(String name) throws IOException {
    bank(name).delete();
    return started(name);
  }

  private Workspace bank(String name) {
    return new Workspace(workspace.root(), workspace.state().resolve(name));
  }

  private FlorinStack started(String name) throws IOException {
    FlorinStack stack =
        FlorinStack.claim(bank(name), Ports::free, progress)
            .orElseThrow(() -> new IOException("another bench is running"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(stack)));
    stack.set("FLORIN_STATISTICS_SCHEDULED", "false");
    stack.set("FLORIN_DAYCLOSE_AUTOMATIC", "false");
    try {
      stack.start();
      return stack;
    } catch (IOException e) {
      stack.close();
      throw e;
    }
  }

  /** Whoever interrupts a bench finds nothing of it running. */
  private void closeQuietly(FlorinStack stack) {
    try {
      stack.close();
    } catch (IOException e) {
      progress.say("Not everything could be stopped: " + e.getMessage());
    }
  }

  private static Connection owner(FlorinStack stack) throws SQLException, IOException {
    return DriverManager.getConnection(
        stack.jdbcUrl() + "?reWriteBatchedInserts=true", stack.ownerUser(), stack.ownerPassword());
  }

  private Map<String, Object> described(FlorinStack stack, String name) throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("bench", name);
    result.put("begun", begun);
    result.put("cpu", cpuModel());
    result.put("cores", Runtime.getRuntime().availableProcessors());
    result.put("java", Runtime.version().toString());
    result.put("state", stack.workspace().state().getFileName().toString());
    return result;
  }

  private static String cpuModel() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return "unknown";
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private int finish(Map<String, Object> result, String name) throws IOException {
    progress.say("Written to " + write(result, name));
    return result.get("faults") instanceof List<?> faults && faults.isEmpty() ? 0 : 1;
  }

  private Path write(Map<String, Object> result, String name) throws IOException {
    Path folder = Files.createDirectories(workspace.root().resolve("docs/results"));
    Path file = folder.resolve(begun + "-" + name + ".json");
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    Files.writeString(file, gson.toJson(result) + "\n");
    return file;
  }

  private static Optional<Path> path(List<String> words, String name) throws IOException {
    int at = words.indexOf(name);
    if (at == words.size() - 1) {
      throw new IOException(name + " needs a file");
    }
    return at < 0 ? Optional.empty() : Optional.of(Path.of(words.get(at + 1)));
  }

  private static long option(List<String> words, String name, long usual) throws IOException {
    int at = words.indexOf(name);
    if (at < 0) {
      return usual;
    }
    try {
      return Long.parseLong(words.get(at + 1));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException(name + " needs a number", e);
    }
  }
}
