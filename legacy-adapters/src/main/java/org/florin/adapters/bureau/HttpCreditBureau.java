package org.florin.adapters.bureau;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.florin.applications.BureauAnswer;
import org.florin.applications.BureauAnswer.TradeLine;
import org.florin.applications.CreditBureau;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;
import org.jspecify.annotations.Nullable;

/** Asks the bureau with a time-out and one retry; what can't be had or read is "unavailable". */
@ApplicationScoped
class HttpCreditBureau implements CreditBureau {

  private static final int TRIES_MAX = 2;
  private static final int HTTP_OK = 200;
  private static final int SCORE_MAX = 1000;
  private static final String CURRENCY = "USD";

  @Inject BureauSettings settings;

  private @Nullable HttpClient client;

  @PostConstruct
  void connect() {
    client = HttpClient.newBuilder().connectTimeout(settings.connectTimeout).build();
  }

  @PreDestroy
  void disconnect() {
    if (client != null) {
      client.close();
    }
  }

  @Override
  public BureauAnswer report(String taxId) {
    if (!taxId.matches("[0-9]{9}")) {
      throw new IllegalArgumentException("not a tax id");
    }
    var cause = "";
    for (var tried = 0; tried < TRIES_MAX; tried++) {
      try {
        var response = ask(taxId);
        if (response.statusCode() == HTTP_OK) {
          return read(response.body());
        }
        cause = "HTTP " + response.statusCode();
      } catch (IOException | JsonException | ClassCastException | DateTimeException e) {
        cause = e.getClass().getSimpleName();
      } catch (NullPointerException | IllegalArgumentException | ArithmeticException e) {
        cause = "not the agreed form";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BureauAnswer.Unavailable();
      }
    }
    BureauLog.LOG.unavailable(TRIES_MAX, cause);
    return new BureauAnswer.Unavailable();
  }

  private HttpResponse<String> ask(String taxId) throws IOException, InterruptedException {
    if (client == null) {
      throw new IOException("not connected");
    }
    return client.send(
        HttpRequest.newBuilder(settings.report(taxId))
            .timeout(settings.answerTimeout)
            .header("Accept", "application/json")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static BureauAnswer read(String body) {
    var json = JsonParts.read(body);
    return switch (json.getString("status")) {
      case "hit" -> hit(json);
      case "no_hit" -> new BureauAnswer.NoHit();
      case "frozen" -> new BureauAnswer.Frozen();
      default -> throw new JsonException("unknown status");
    };
  }

  private static BureauAnswer hit(JsonObject json) {
    var score = json.getInt("score");
    if (score < 0 || score > SCORE_MAX) {
      throw new JsonException("score out of range");
    }
    List<TradeLine> lines =
        json.containsKey("trade_lines")
            ? json.getJsonArray("trade_lines").getValuesAs(JsonObject.class).stream()
                .map(HttpCreditBureau::line)
                .toList()
            : List.of();
    return new BureauAnswer.Report(score, lines, json.getInt("derogatories", 0));
  }

  private static TradeLine line(JsonObject json) {
    return new TradeLine(
        json.getString("kind"),
        LocalDate.parse(json.getString("opened_on")),
        money(json, "credit_limit"),
        money(json, "balance"),
        money(json, "monthly_payment"),
        json.getInt("days_past_due", 0));
  }

  private static Money money(JsonObject json, String name) {
    return Money.of(json.getJsonNumber(name).longValueExact(), CURRENCY);
  }
}
