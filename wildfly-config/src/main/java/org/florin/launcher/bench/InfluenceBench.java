package org.florin.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * What else goes on in a bank, and what it does to authorizations: risk rules, a day close beside
 * them, ten times the accounts with ten times the past.
 */
final class InfluenceBench {
  private static final int RULES = 500;
  private static final int GROWTH = 10;

  /** Nodes see another version of the rules within two seconds. */
  private static final long RULES_SEEN_MILLIS = 3_000;

  private final FlorinStack stack;
  private final Progress progress;
  private final AuthorizationBench.Options options;
  private final HttpLoad load;

  InfluenceBench(FlorinStack stack, Progress progress, AuthorizationBench.Options options)
      throws IOException {
    this.stack = stack;
    this.progress = progress;
    this.options = options;
    this.load = new HttpLoad(stack, progress);
  }

  Map<String, Object> run(Connection owner) throws IOException, SQLException {
    progress.say("Laying out " + options.accounts() + " accounts");
    new BenchAccounts(options.accounts()).layOut(owner);
    BenchRules.retire(owner);
    progress.say("Warming up for " + options.warmupSeconds() + " s");
    rate(options.warmupSeconds(), options.accounts());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", options.accounts());
    result.put("connections", options.connections());
    result.put("seconds_per_slice", options.seconds());
    List<String> faults = new ArrayList<>();
    found(result, "A5_rules", rules(owner));
    found(result, "A9_day_close", dayClose(owner, faults));
    found(result, "C1_growth", growth(owner));
    faults.addAll(Books.faults(owner));
    result.put("faults", faults);
    return result;
  }

  private void found(Map<String, Object> result, String name, Map<String, Object> figures) {
    result.put(name, figures);
    progress.print(String.format("  %-14s %s", name, figures));
  }

  private Map<String, Object> rules(Connection owner) throws IOException, SQLException {
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      BenchRules.retire(owner);
      CloseBench.pause(RULES_SEEN_MILLIS);
      without.add(rate(options.seconds(), options.accounts()));
      BenchRules.enforce(owner, RULES);
      CloseBench.pause(RULES_SEEN_MILLIS);
      with.add(rate(options.seconds(), options.accounts()));
      progress.say(
          String.format(
              Locale.ROOT,
              "Round %d: %.0f/s without rules, %.0f/s with %d",
              round,
              without.getLast(),
              with.getLast(),
              RULES));
    }
    BenchRules.retire(owner);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rules", RULES);
    result.put("attributes", BenchRules.attributeCount());
    result.put("without", Rates.described(without));
    result.put("with", Rates.described(with));
    result.put("ratio", Rates.ratio(Rates.median(with), Rates.median(without)));
    return result;
  }

  /** Latency at half of the rate, alone and while a date is closed. */
  private Map<String, Object> dayClose(Connection owner, List<String> faults)
      throws IOException, SQLException {
    double half = rate(options.seconds(), options.accounts()) / 2;
    HttpLoad.OpenLoop alone = openLoop(half);
    LocalDate date = CloseBench.businessDate(owner);
    CloseBench.order(stack, date.plusDays(1));
    HttpLoad.OpenLoop beside = openLoop(half);
    boolean throughout = CloseBench.businessDate(owner).equals(date);
    CloseBench.awaitClosed(owner, date);
    for (HttpLoad.OpenLoop loop : List.of(alone, beside)) {
      if (!loop.problems().isEmpty()) {
        faults.add(loop.problems().size() + " requests failed: " + loop.problems().peek());
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("alone", alone.described());
    result.put("beside", beside.described());
    result.put("close_ran_throughout", throughout);
    result.put("p99_ratio", Rates.ratio(beside.p99Millis(), alone.p99Millis()));
    return result;
  }

  private HttpLoad.OpenLoop openLoop(double rate) throws IOException {
    return load.openLoop(
        rate, AuthorizationBench.HALF_RATE_CONNECTIONS, options.seconds() * 2, options.accounts());
  }

  private Map<String, Object> growth(Connection owner) throws IOException, SQLException {
    List<Double> before = rates(options.accounts());
    int many = options.accounts() * GROWTH;
    progress.say("Laying out " + many + " accounts");
    new BenchAccounts(many).layOut(owner);
    long past = new CopiedPast(owner, options.accounts(), GROWTH).layOut();
    rate(options.warmupSeconds(), many);
    List<Double> after = rates(many);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", many);
    result.put("authorizations", past);
    result.put("before", Rates.described(before));
    result.put("after", Rates.described(after));
    result.put("ratio", Rates.ratio(Rates.median(after), Rates.median(before)));
    return result;
  }

  private List<Double> rates(int accounts) throws IOException {
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      rates.add(rate(options.seconds(), accounts));
    }
    return rates;
  }

  private double rate(int seconds, int accounts) throws IOException {
    return load.closedLoop(options.connections(), seconds, accounts);
  }
}
