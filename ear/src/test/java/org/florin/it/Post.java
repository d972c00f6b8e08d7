package org.florin.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The mail that the bank sent, as the development inbox shows it. */
final class Post {

  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  private final URI inbox;
  private final HttpClient http = HttpClient.newHttpClient();

  Post(Bank bank) {
    var url = bank.stack().mailboxUrl();
    inbox = URI.create(url.endsWith("/") ? url : url + "/");
  }

  /** The text of the mail with this subject to this person; waits for it. */
  String await(String to, String subject) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> find(to, subject), Optional::isPresent)
        .orElseThrow();
  }

  /** The first address in a text. */
  static String linkIn(String text) {
    var found = ADDRESS.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no address in: " + text);
    }
    return found.group();
  }

  private Optional<String> find(String to, String subject) {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(inbox.resolve("api/messages")).build(),
              HttpResponse.BodyHandlers.ofString());
      for (var each : JsonParser.parseString(answer.body()).getAsJsonArray()) {
        JsonObject mail = each.getAsJsonObject();
        if (mail.get("to").toString().contains("\"" + to + "\"")
            && mail.get("subject").getAsString().startsWith(subject)) {
          return Optional.of(mail.get("text").getAsString());
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
