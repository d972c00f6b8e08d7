package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API's description of itself: committed, complete, and true of what the server answers. */
class ApiDescriptionIT {

  private final Bank bank = Bank.running();

  /**
   * On a difference the new document lies in {@code ear/target/openapi.yaml}: read it, then copy
   * it.
   */
  @Test
  void committed_document_is_the_generated_one() throws IOException {
    var root = Path.of(System.getProperty("florin.root"));
    var generated = document("");
    Files.writeString(root.resolve("ear/target/openapi.yaml"), generated);

    assertEquals(Files.readString(root.resolve("docs/openapi.yaml")), generated);
  }

  @Test
  void every_operation_is_named_and_says_how_it_fails() {
    var paths = described();
    for (var path : paths.keySet()) {
      for (var method : paths.getAsJsonObject(path).entrySet()) {
        var operation = method.getValue().getAsJsonObject();
        assertTrue(operation.has("operationId"), path);
        assertTrue(operation.has("summary"), path);
        assertTrue(operation.getAsJsonObject("responses").has("400"), path);
      }
    }
  }

  @Test
  void bad_examples_are_refused_and_point_at_the_fault() {
    var sent = 0;
    var paths = described();
    for (var path : paths.keySet()) {
      var post = paths.getAsJsonObject(path).getAsJsonObject("post");
      if (path.contains("{") || post == null || !post.has("requestBody")) {
        continue;
      }
      var media =
          post.getAsJsonObject("requestBody")
              .getAsJsonObject("content")
              .getAsJsonObject("application/json");
      if (media == null
          || !media.has("examples")
          || !media.getAsJsonObject("examples").has("bad")) {
        continue;
      }
      var bad = media.getAsJsonObject("examples").getAsJsonObject("bad").get("value").toString();
      var answer = bank.post(path.replace("/api/v1", ""), bad);
      assertEquals(400, answer.status(), path);
      assertTrue(answer.json().getAsJsonArray("errors").size() > 0, path);
      sent++;
    }
    assertTrue(sent >= 3, "examples sent: " + sent);
  }

  @Test
  void document_can_be_read_in_a_browser() {
    var page = send("api/docs/");
    assertEquals(200, page.status());
    assertTrue(page.body().contains("swagger-ui"));
    assertEquals(200, send("api/docs/swagger-ui-bundle.js").status());
  }

  private JsonObject described() {
    return JsonParser.parseString(document("?format=JSON"))
        .getAsJsonObject()
        .getAsJsonObject("paths");
  }

  private String document(String query) {
    var answer = send("api/openapi" + query);
    assertEquals(200, answer.status());
    return answer.body();
  }

  private Bank.Answer send(String path) {
    return bank.send(HttpRequest.newBuilder(URI.create(bank.stack().portalUrl() + path)).GET());
  }
}
