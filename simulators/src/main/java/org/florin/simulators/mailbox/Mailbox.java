package org.florin.simulators.mailbox;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.florin.simulators.LoopbackHttp;
import org.jspecify.annotations.Nullable;

/** Takes every mail by SMTP and shows it: as a page for people, as JSON for tests. */
public final class Mailbox implements AutoCloseable {
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
      h1{font-size:1.4rem} table{width:100%;border-collapse:collapse}
      th,td{text-align:left;padding:.5rem;border-bottom:1px solid #8884;vertical-align:top}
      iframe{width:100%;height:36rem;border:1px solid #8884;background:#fff}
      pre{white-space:pre-wrap;border:1px solid #8884;padding:1rem}
      """;
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private record Mail(
      int id,
      String from,
      List<String> to,
      String subject,
      String received_at,
      @Nullable String text,
      @Nullable String html) {}

  private final GreenMail greenMail;
  private final LoopbackHttp http;

  private Mailbox(int webPort, int smtpPort) throws IOException {
    ServerSetup smtp = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    smtp.setServerStartupTimeout(20_000);
    this.greenMail = new GreenMail(smtp);
    this.greenMail.start();
    this.http = new LoopbackHttp(webPort, this::handle);
  }

  public static Mailbox start(int webPort, int smtpPort) throws IOException {
    return new Mailbox(webPort, smtpPort);
  }

  public int webPort() {
    return http.port();
  }

  public int smtpPort() {
    return greenMail.getSmtp().getPort();
  }

  @Override
  public void close() {
    http.close();
    greenMail.stop();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      if (path.equals("/health")) {
        LoopbackHttp.answer(exchange, 200, "text/plain", "ok");
      } else if (path.equals("/api/messages")) {
        messages(exchange);
      } else if (path.equals("/")) {
        page(exchange, 200, list());
      } else if (path.matches("/messages/[0-9]{1,9}")) {
        showOne(exchange, Integer.parseInt(path.substring("/messages/".length())));
      } else if (path.matches("/messages/[0-9]{1,9}/html")) {
        showHtml(exchange, Integer.parseInt(path.split("/")[2]));
      } else {
        page(exchange, 404, "<h1>Not found</h1>");
      }
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private void messages(HttpExchange exchange) throws IOException, MessagingException {
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        Optional<String> recipient = parameter(exchange, "to");
        List<Mail> found =
            mails().stream()
                .filter(
                    mail ->
                        recipient.isEmpty()
                            || mail.to().stream().anyMatch(recipient.get()::equalsIgnoreCase))
                .toList();
        LoopbackHttp.answerJson(exchange, 200, GSON.toJson(found));
      }
      case "DELETE" -> {
        try {
          greenMail.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
          throw new IOException(e);
        }
        LoopbackHttp.answer(exchange, 204, "text/plain", "");
      }
      default -> LoopbackHttp.answerJson(exchange, 405, "{\"error\":\"method_not_allowed\"}");
    }
  }

  private static Optional<String> parameter(HttpExchange exchange, String name) {
    String query = exchange.getRequestURI().getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].equals(name))
        .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
        .findFirst();
  }

  private String list() throws MessagingException, IOException {
    StringBuilder html = new StringBuilder("<h1>Mail inbox</h1>");
    List<Mail> mails = mails();
    if (mails.isEmpty()) {
      return html.append("<p>No mail yet.</p>").toString();
    }
    html.append("<table><thead><tr><th scope=\"col\">Received</th><th scope=\"col\">To</th>")
        .append("<th scope=\"col\">Subject</th></tr></thead><tbody>");
    for (Mail mail : mails) {
      html.append("<tr><td>")
          .append(escape(mail.received_at()))
          .append("</td><td>")
          .append(escape(String.join(", ", mail.to())))
          .append("</td><td><a href=\"/messages/")
          .append(mail.id())
          .append("\">")
          .append(escape(mail.subject()))
          .append("</a></td></tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private void showOne(HttpExchange exchange, int id) throws IOException, MessagingException {
    Optional<Mail> found = mail(id);
    if (found.isEmpty()) {
      page(exchange, 404, "<h1>No such mail</h1>");
      return;
    }
    Mail mail = found.get();
    StringBuilder html = new StringBuilder();
    html.append("<p><a href=\"/\">Inbox</a></p><h1>")
        .append(escape(mail.subject()))
        .append("</h1><p>From ")
        .append(escape(mail.from()))
        .append(" to ")
        .append(escape(String.join(", ", mail.to())))
        .append(", ")
        .append(escape(mail.received_at()))
        .append("</p>");
    if (mail.html() != null) {
      html.append("<iframe sandbox title=\"Message\" src=\"/messages/")
          .append(id)
          .append("/html\"></iframe>");
    }
    if (mail.text() != null) {
      html.append("<pre>").append(escape(mail.text())).append("</pre>");
    }
    page(exchange, 200, html.toString());
  }

  /** The mail's own HTML, with scripts, forms and remote content forbidden. */
  private void showHtml(HttpExchange exchange, int id) throws IOException, MessagingException {
    String html = mail(id).map(Mail::html).orElse("");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                + " frame-ancestors 'self'");
    LoopbackHttp.answer(exchange, 200, "text/html", html);
  }

  private static void page(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", PAGE_POLICY);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    LoopbackHttp.answer(
        exchange,
        status,
        "text/html",
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
            + "<link rel=\"icon\" href=\"data:,\"><title>Mail inbox</title><style>"
            + STYLE
            + "</style></head><body><main>"
            + body
            + "</main></body></html>");
  }

  private Optional<Mail> mail(int id) throws MessagingException, IOException {
    return mails().stream().filter(mail -> mail.id() == id).findFirst();
  }

  private List<Mail> mails() throws MessagingException, IOException {
    MimeMessage[] received = greenMail.getReceivedMessages();
    List<Mail> mails = new ArrayList<>();
    for (int i = received.length - 1; i >= 0; i--) {
      mails.add(read(i + 1, received[i]));
    }
    return mails;
  }

  private static Mail read(int id, MimeMessage message) throws MessagingException, IOException {
    String subject = message.getSubject();
    Instant at =
        message.getReceivedDate() == null ? Instant.EPOCH : message.getReceivedDate().toInstant();
    return new Mail(
        id,
        String.join(", ", addresses(message.getFrom())),
        addresses(message.getAllRecipients()),
        subject == null ? "(no subject)" : subject,
        at.toString(),
        content(message, "text/plain"),
        content(message, "text/html"));
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    if (addresses == null) {
      return List.of();
    }
    return Arrays.stream(addresses)
        .map(
            address ->
                address instanceof jakarta.mail.internet.InternetAddress internet
                    ? internet.getAddress()
                    : address.toString())
        .toList();
  }

  private static @Nullable String content(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart candidate = parts.getBodyPart(i);
        String found = content(candidate, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString().strip().isEmpty() ? "-" : safe.toString();
  }
}
