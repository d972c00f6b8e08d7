package org.florin.simulators.bureau;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.florin.simulators.LoopbackHttp;
import org.jspecify.annotations.Nullable;

/**
 * Credit reports over HTTP, decided by the last four digits of the tax id: {@code 0300}-{@code
 * 0850} are the score of a clean file; {@code 0000} no hit, {@code 0001} frozen file, {@code 0002}
 * never answers, {@code 0003} answers after five seconds, {@code 0004} HTTP 500; any other number
 * gives a score derived from it. The same id always gets the same file.
 */
public final class CreditBureau implements AutoCloseable {
  private static final Pattern PATH = Pattern.compile("/v1/reports/([0-9]{9})");
  private static final int SCORE_MIN = 300;
  private static final int SCORE_MAX = 850;
  private static final long SLOW_MILLIS = 5_000;
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private final LoopbackHttp http;

  private CreditBureau(int port) throws IOException {
    this.http = new LoopbackHttp(port, CreditBureau::handle);
  }

  public static CreditBureau start(int port) throws IOException {
    return new CreditBureau(port);
  }

  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    http.close();
  }

  private static void handle(HttpExchange exchange) throws IOException {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!exchange.getRequestMethod().equals("GET")) {
      LoopbackHttp.answerJson(exchange, 405, "{\"error\":\"method_not_allowed\"}");
    } else if (!path.matches()) {
      LoopbackHttp.answerJson(exchange, 400, "{\"error\":\"malformed_tax_id\"}");
    } else {
      String taxId = path.group(1);
      switch (Integer.parseInt(taxId.substring(5))) {
        case 2 -> neverAnswer();
        case 3 -> {
          pause(SLOW_MILLIS);
          LoopbackHttp.answerJson(exchange, 200, GSON.toJson(report(taxId)));
        }
        case 4 -> LoopbackHttp.answerJson(exchange, 500, "{\"error\":\"internal\"}");
        default -> LoopbackHttp.answerJson(exchange, 200, GSON.toJson(report(taxId)));
      }
    }
  }

  /** The file of a tax id; a clean one where the last digits are a score. */
  static Map<String, @Nullable Object> report(String taxId) {
    int last = Integer.parseInt(taxId.substring(5));
    String file = last == 0 ? "no_hit" : last == 1 ? "frozen" : "hit";
    boolean hit = file.equals("hit");
    boolean clean = last >= SCORE_MIN && last <= SCORE_MAX;
    int number = Integer.parseInt(taxId);
    int score = clean ? last : SCORE_MIN + Math.floorMod(number * 31, SCORE_MAX - SCORE_MIN + 1);
    int weakness = hit && !clean ? Math.max(0, 660 - score) : 0;
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("report_id", "rep_" + taxId.hashCode() + "_" + last);
    report.put("file", file);
    report.put("score", hit ? Integer.valueOf(score) : null);
    report.put("trade_lines", hit ? 2 + number % 9 : 0);
    report.put("open_balance", hit ? (long) (number % 97) * 10_000 : 0L);
    report.put("utilization_percent", hit ? Math.min(98, 12 + number % 17 + weakness / 4) : 0);
    report.put("oldest_trade_months", hit ? 24 + number % 181 : 0);
    report.put("inquiries_six_months", hit ? number % 3 + weakness / 90 : 0);
    report.put("delinquencies_two_years", weakness / 80);
    report.put("public_records", weakness / 200);
    report.put("pulled_at", Instant.now().toString());
    return report;
  }

  private static void neverAnswer() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
