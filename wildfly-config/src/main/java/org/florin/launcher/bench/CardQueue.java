package org.florin.launcher.bench;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.florin.launcher.FlorinStack;

/** Has the simulated mainframe put requests into its queue and collect the replies. */
final class CardQueue {
  private static final int RESPONSE_CODE_AT = 40;
  private static final String APPROVED = "00";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI door;

  CardQueue(FlorinStack stack) {
    door = URI.create("http://127.0.0.1:" + stack.ports().simulators() + "/mainframe");
  }

  /** Puts them all at once; answers how many were approved. */
  int ask(List<String> requests) throws IOException {
    HttpRequest order =
        HttpRequest.newBuilder(door)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    new Gson().toJson(Map.of("requests", requests))))
            .build();
    try {
      String answer = http.send(order, HttpResponse.BodyHandlers.ofString()).body();
      int approved = 0;
      for (JsonElement reply :
          JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("replies")) {
        if (reply.getAsString().isEmpty()) {
          throw new IOException("a request of the queue had no reply");
        }
        approved += reply.getAsString().startsWith(APPROVED, RESPONSE_CODE_AT) ? 1 : 0;
      }
      return approved;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A purchase in the form of the queue. */
  static String purchase(int account, long amountMinor, String transaction) {
    return String.join(
        ",",
        "260105",
        "103015",
        BenchAccounts.pan(account),
        "0100",
        "1240",
        "0100",
        "POS",
        "000000",
        String.format(Locale.ROOT, "%d.%02d", amountMinor / 100, amountMinor % 100),
        "5411",
        "USA",
        "05",
        "MERCHANT0000001",
        "CORNER GROCERY",
        "SPRINGFIELD",
        "IL",
        "62701",
        transaction);
  }
}
