package org.florin.simulators.bureau;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    report.put("report_id", "rep_" + last + "_" + number % 1000);
    report.put("status", file);
    report.put("score", hit ? Integer.valueOf(score) : null);
    report.put("trade_lines", hit ? tradeLines(number, weakness) : List.of());
    report.put("derogatories", weakness / 200);
    report.put("pulled_at", Instant.now().toString());
    return report;
  }

  /** Two to four lines with modest payments; a weak file has used most of them and is behind. */
  private static List<Map<String, Object>> tradeLines(int number, int weakness) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < 2 + number % 3; i++) {
      long limit = 200_000L + (number / (i + 1)) % 9 * 100_000L;
      long used = Math.min(95, 10 + number % 17 + weakness / 4);
      lines.add(
          Map.of(
              "kind",
              i == 0 ? "credit_card" : "installment_loan",
              "opened_on",
              LocalDate.of(2012 + number % 8, 1 + (number + i) % 12, 1).toString(),
              "credit_limit",
              limit,
              "balance",
              limit * used / 100,
              "monthly_payment",
              limit / 50,
              "days_past_due",
              weakness > 160 ? 30 : 0));
    }
    return lines;
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
