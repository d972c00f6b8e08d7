package org.florin.notifications;

import java.util.List;
import java.util.Optional;

/**
 * What is written to a person, before it becomes a mail.
 *
 * @param button words and address of the one thing to do, if there is one
 */
record Letter(String subject, String greeting, List<String> paragraphs, Optional<Button> button) {

  /** Where a press leads. */
  record Button(String words, String address) {}

  /** The plain form. */
  String text() {
    var text = new StringBuilder(greeting).append("\n\n");
    paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
    button.ifPresent(
        each -> text.append(each.words()).append(":\n").append(each.address()).append("\n\n"));
    return text.append("Florin\n").toString();
  }

  /** The form with looks; every word is escaped. */
  String html() {
    var html =
        new StringBuilder(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><meta name=\"color-scheme\""
                + " content=\"light dark\"><title>");
    html.append(escaped(subject))
        .append(
            "</title></head><body style=\"margin:0;background:#f6f4ee;color:#16211f;font:16px/1.55"
                + " system-ui,sans-serif\"><div style=\"max-width:34rem;margin:0 auto;padding:32px"
                + " 20px\"><p style=\"font:600 22px Georgia,serif;color:#0b4f4a;margin:0 0"
                + " 20px\">Florin</p><div style=\"background:#fff;border:1px solid #d8d4c7;border-radius:14px;padding:24px\">")
        .append("<p>")
        .append(escaped(greeting))
        .append("</p>");
    paragraphs.forEach(paragraph -> html.append("<p>").append(escaped(paragraph)).append("</p>"));
    button.ifPresent(
        each ->
            html.append(
                    "<p><a style=\"display:inline-block;background:#0b4f4a;color:#fff;text-decoration:none;padding:12px"
                        + " 20px;border-radius:9px;font-weight:600\" href=\"")
                .append(escaped(each.address()))
                .append("\">")
                .append(escaped(each.words()))
                .append("</a></p>"));
    return html.append(
            "</div><p style=\"color:#51605c;font-size:13px\">Florin never asks for your password or"
                + " your card number by e-mail.</p></div></body></html>")
        .toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
