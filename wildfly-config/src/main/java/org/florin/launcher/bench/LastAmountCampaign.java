package org.florin.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * 64 authorizations at once on the last 100.00 of an account, round after round, at every door that
 * decides: together they may be approved at most 100.00. Each round has an account of its own; what
 * clients were told is compared with the books. The file door doesn't decide: a clearing always
 * posts, so it has no round here.
 */
final class LastAmountCampaign {
  private static final int AT_ONCE = 64;
  private static final int LINES = 8;
  private static final long LIMIT_MINOR = 100_000;
  private static final long SPENT_MINOR = 90_000;
  private static final long LAST_MINOR = LIMIT_MINOR - SPENT_MINOR;
  private static final List<Long> AMOUNTS = List.of(3_000L, 10_000L, 1_100L, 10_001L, 2_500L);
  private static final int PROGRESS_EVERY = 100;
  private static final int FAULTS_MAX = 20;
  private static final int REPEATS_MAX = 5;
  private static final int FIRST_ACQUIRER = 300_000;
  private static final long HISTOGRAM_MAX_MICROS = 60_000_000;

  private final FlorinStack stack;
  private final Progress progress;
  private final int rounds;
  private final List<String> faults = new ArrayList<>();

  /** Sends requests for an amount at once; answers how many were approved. */
  private interface Door {
    int ask(int account, long amountMinor, int count) throws IOException;
  }

  /** What a client and the books say of one round. */
  private record Round(int toldApproved, long approvedCount, long approvedMinor, long heldMinor) {

    /** At most what is there, and the client was told what the books say. */
    boolean isRight() {
      return approvedMinor <= LIMIT_MINOR
          && heldMinor == approvedMinor
          && approvedCount == toldApproved + 1;
    }
  }

  LastAmountCampaign(FlorinStack stack, Progress progress, int rounds) {
    this.stack = stack;
    this.progress = progress;
    this.rounds = rounds;
  }

  Map<String, Object> run(Connection owner) throws IOException, SQLException {
    int first = BenchAccounts.presentCount(owner);
    int doors = 3;
    progress.say("Laying out " + rounds * doors + " accounts");
    BenchAccounts accounts = new BenchAccounts(first + rounds * doors);
    accounts.layOut(owner);
    accounts.layOutNumbers(owner, stack.vaultIndexKey());
    BenchRules.retire(owner);
    limit(owner, first);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rounds_per_door", rounds);
    result.put("at_once", AT_ONCE);
    result.put("last_amount_minor", LAST_MINOR);
    result.put("amounts_minor", AMOUNTS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      result.put("json", campaign("json", first, jsonDoor(threads), owner));
      List<NetworkLine> lines = lines();
      result.put("iso8583", campaign("iso8583", first + rounds, networkDoor(lines), owner));
      for (NetworkLine line : lines) {
        line.close();
      }
      result.put("mq", campaign("mq", first + 2 * rounds, queueDoor(new CardQueue(stack)), owner));
    }
    result.put("file", "clearings always post; the door decides nothing");
    faults.addAll(Books.faults(owner));
    result.put("faults", faults);
    return result;
  }

  private static void limit(Connection owner, int first) throws SQLException {
    try (PreparedStatement statement =
        owner.prepareStatement(
            """
            UPDATE credit_account SET credit_limit_minor = ?
            WHERE external_source = 'bench' AND external_id::int >= ?
            """)) {
      statement.setLong(1, LIMIT_MINOR);
      statement.setInt(2, first);
      statement.executeUpdate();
    }
  }

  private Map<String, Object> campaign(String name, int firstAccount, Door door, Connection owner)
      throws IOException, SQLException {
    long began = System.nanoTime();
    long most = 0;
    long approved = 0;
    int withRoomLeft = 0;
    int done = 0;
    while (done < rounds && faults.size() < FAULTS_MAX) {
      long amount = AMOUNTS.get(done % AMOUNTS.size());
      int account = firstAccount + done;
      if (door.ask(account, SPENT_MINOR, 1) != 1) {
        faults.add(name + " round " + done + ": the first payment was not approved");
      }
      int told = door.ask(account, amount, AT_ONCE);
      Round round = round(owner, account, told);
      if (!round.isRight()) {
        faults.add(name + " round " + done + " of " + amount + ": " + round);
      }
      most = Math.max(most, round.approvedMinor() - SPENT_MINOR);
      approved += told;
      withRoomLeft += told < LAST_MINOR / amount ? 1 : 0;
      done++;
      if (done % PROGRESS_EVERY == 0) {
        progress.say(
            String.format(Locale.ROOT, "%s: %d rounds, %d faults", name, done, faults.size()));
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rounds", done);
    result.put("authorizations", (long) done * (AT_ONCE + 1));
    result.put("approved_of_the_last", approved);
    result.put("most_approved_in_a_round_minor", most);
    result.put("rounds_that_left_room_for_one_more", withRoomLeft);
    result.put("seconds", Math.round((System.nanoTime() - began) / 1e9));
    return result;
  }

  private static Round round(Connection owner, int account, int told) throws SQLException {
    try (PreparedStatement statement =
        owner.prepareStatement(
            """
            SELECT count(*) FILTER (WHERE authorized_minor > 0), coalesce(sum(authorized_minor), 0),
              (SELECT held_minor FROM credit_account WHERE id = ?)
            FROM card_authorization WHERE account_id = ?
            """)) {
      statement.setObject(1, BenchAccounts.account(account));
      statement.setObject(2, BenchAccounts.account(account));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Round(told, row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  private Door jsonDoor(ExecutorService threads) throws IOException {
    String apiKey = stack.apiKey();
    List<HttpConnection> connections = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      connections.add(new HttpConnection(stack.ports().http(), apiKey));
    }
    return (account, amount, count) -> {
      List<Callable<Boolean>> requests =
          connections.subList(0, count).stream()
              .<Callable<Boolean>>map(connection -> () -> purchase(connection, account, amount))
              .toList();
      return approved(threads, requests);
    };
  }

  private static int approved(ExecutorService threads, List<Callable<Boolean>> requests)
      throws IOException {
    try {
      int approved = 0;
      for (Future<Boolean> answer : threads.invokeAll(requests)) {
        approved += answer.get() ? 1 : 0;
      }
      return approved;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private static boolean purchase(HttpConnection connection, int account, long amount)
      throws IOException {
    String key = UUID.randomUUID().toString();
    String body = BenchAccounts.purchase(account, amount);
    HttpConnection.Answer answer = connection.post("/api/v1/authorizations", key, body);
    for (int again = 0; answer.status() == 503 && again < REPEATS_MAX; again++) {
      answer = connection.post("/api/v1/authorizations", key, body);
    }
    if (answer.status() != 201) {
      throw new IOException("answered " + answer.status() + ": " + answer.body());
    }
    return answer.body().contains("\"approved\":true");
  }

  private List<NetworkLine> lines() throws IOException {
    List<NetworkLine> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      NetworkLine line =
          new NetworkLine(
              stack.ports().acquirer(), Integer.toString(FIRST_ACQUIRER + i), AT_ONCE / LINES);
      Histogram unused = new ConcurrentHistogram(HISTOGRAM_MAX_MICROS, 1);
      line.listen(unused);
      lines.add(line);
    }
    return lines;
  }

  private static Door networkDoor(List<NetworkLine> lines) {
    return (account, amount, count) -> {
      long before = lines.stream().mapToLong(NetworkLine::approvedCount).sum();
      try {
        for (int i = 0; i < count; i++) {
          lines.get(i % lines.size()).purchase(BenchAccounts.pan(account), amount);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      lines.forEach(NetworkLine::drain);
      return (int) (lines.stream().mapToLong(NetworkLine::approvedCount).sum() - before);
    };
  }

  private static Door queueDoor(CardQueue queue) {
    return (account, amount, count) ->
        queue.ask(
            IntStream.range(0, count)
                .mapToObj(i -> CardQueue.purchase(account, amount, (count == 1 ? "F" : "L") + i))
                .toList());
  }
}
