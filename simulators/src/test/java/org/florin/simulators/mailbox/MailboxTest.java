package org.florin.simulators.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail in by SMTP, out by page and JSON. */
class MailboxTest {
  private Mailbox mailbox;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    int smtp;
    try (ServerSocket free = new ServerSocket(0)) {
      smtp = free.getLocalPort();
    }
    mailbox = Mailbox.start(0, smtp);
  }

  @AfterEach
  void stop() {
    mailbox.close();
    http.close();
  }

  private void send(String to, String subject, String content, String type) throws Exception {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("bank@florin.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject);
    message.setContent(content, type + "; charset=utf-8");
    Transport.send(message);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mailbox.webPort() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonArray messages(String query) throws Exception {
    return JsonParser.parseString(get("/api/messages" + query).body()).getAsJsonArray();
  }

  @Test
  void lists_mail_newest_first_and_by_recipient() throws Exception {
    send("ada@example.com", "first", "hello", "text/plain");
    send("bob@example.com", "second", "hello", "text/plain");

    assertEquals(2, messages("").size());
    assertEquals("second", messages("").get(0).getAsJsonObject().get("subject").getAsString());
    var adas = messages("?to=ada%40example.com");
    assertEquals(1, adas.size());
    assertTrue(adas.get(0).getAsJsonObject().get("text").getAsString().contains("hello"));
  }

  @Test
  void shows_hostile_content_without_running_it() throws Exception {
    send("ada@example.com", "<script>alert(1)</script>", "<script>alert(2)</script>", "text/html");

    var list = get("/").body();
    assertFalse(list.contains("<script>"), list);
    var html = get("/messages/1/html");
    var policy = html.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("sandbox;"), policy);
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(get("/messages/1").body().contains("<iframe sandbox"));
  }

  @Test
  void unknown_mail_is_not_found() throws Exception {
    assertEquals(404, get("/messages/7").statusCode());
  }
}
