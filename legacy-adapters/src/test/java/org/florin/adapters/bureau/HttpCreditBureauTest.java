package org.florin.adapters.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.florin.applications.BureauAnswer;
import org.florin.applications.BureauAnswer.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCreditBureauTest {

  private final HttpCreditBureau bureau = new HttpCreditBureau();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  private volatile int status = 200;
  private volatile int failures;
  private volatile long delayMillis;
  private volatile String body = "{\"status\":\"no_hit\"}";

  @BeforeEach
  void listen() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/reports/900550800",
        exchange -> {
          var count = asked.incrementAndGet();
          try {
            Thread.sleep(delayMillis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(count <= failures ? 500 : status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    bureau.settings = new BureauSettings();
    bureau.settings.url = "http://127.0.0.1:" + server.getAddress().getPort();
    bureau.settings.connectTimeout = Duration.ofMillis(300);
    bureau.settings.answerTimeout = Duration.ofMillis(300);
    bureau.connect();
  }

  @AfterEach
  void close() {
    server.stop(0);
    bureau.disconnect();
  }

  @Test
  void reads_a_file() {
    body =
        """
        {"status":"hit","score":712,"derogatories":1,"trade_lines":[
          {"kind":"revolving","opened_on":"2015-04-01","credit_limit":500000,"balance":40000,
           "monthly_payment":2500,"days_past_due":30}]}
        """;
    var report = assertInstanceOf(Report.class, bureau.report("900550800"));
    assertEquals(712, report.score());
    assertEquals(30, report.tradeLines().getFirst().daysPastDue());
    assertEquals(1, report.derogatories());
  }

  @Test
  void tells_no_hit_from_frozen() {
    assertInstanceOf(BureauAnswer.NoHit.class, bureau.report("900550800"));
    body = "{\"status\":\"frozen\"}";
    assertInstanceOf(BureauAnswer.Frozen.class, bureau.report("900550800"));
  }

  @Test
  void tries_once_more_after_a_failure() {
    failures = 1;
    assertInstanceOf(BureauAnswer.NoHit.class, bureau.report("900550800"));
    assertEquals(2, asked.get());
  }

  @Test
  void gives_up_after_two_failures() {
    failures = 9;
    assertInstanceOf(BureauAnswer.Unavailable.class, bureau.report("900550800"));
    assertEquals(2, asked.get());
  }

  @Test
  void does_not_wait_for_ever() {
    delayMillis = 5_000;
    var start = System.nanoTime();
    assertInstanceOf(BureauAnswer.Unavailable.class, bureau.report("900550800"));
    assertEquals(0, Duration.ofNanos(System.nanoTime() - start).toSeconds() / 3);
  }

  @Test
  void takes_nothing_it_can_t_read() {
    for (var answer :
        new String[] {"", "no json", "[]", "{}", "{\"status\":\"hit\"}", "{\"status\":7}"}) {
      body = answer;
      assertInstanceOf(BureauAnswer.Unavailable.class, bureau.report("900550800"), answer);
    }
  }

  @Test
  void asks_for_nothing_but_tax_ids() {
    assertThrows(IllegalArgumentException.class, () -> bureau.report("../admin"));
  }
}
