package org.florin.disputes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A letter about a dispute: well-formed XHTML that names no person, made of the dispute alone.
 * Pure.
 */
final class LetterPage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private static final String STYLE =
      """
      @page { size: letter; margin: 25mm 22mm }
      body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 11pt; color: #17202a; line-height: 1.45;
        max-width: 40em; margin: 0 auto }
      h1 { font-size: 16pt; margin: 0 0 10pt 0 } p { margin: 0 0 8pt 0 }
      table { width: 100%; border-collapse: collapse; margin: 8pt 0 12pt 0 }
      th, td { text-align: left; padding: 3pt 4pt; border-bottom: 0.5pt solid #c8d0d8; vertical-align: top }
      """;

  private record Fact(String name, String value) {}

  private LetterPage() {}

  /**
   * @param writtenOn business date
   * @param transaction as the statement describes it
   */
  static String of(DisputeView dispute, LetterKind kind, LocalDate writtenOn, String transaction) {
    return switch (kind) {
      case ACKNOWLEDGEMENT ->
          page(
              "We have received your dispute",
              facts(dispute, writtenOn, transaction),
              List.of(
                  "Thank you for telling us. We investigate, and tell you the result in writing by "
                      + DATE.format(dispute.deadlines().resolveBy())
                      + " at the latest.",
                  "While we investigate you need not pay the disputed amount, and we charge no"
                      + " interest and no late fee on it. We do not report it as delinquent. You"
                      + " still have to pay the part of your bill that is not in dispute.",
                  "You can add documents, or take the dispute back, in the portal at any time."));
      case OUTCOME ->
          page(
              "The result of your dispute",
              facts(dispute, writtenOn, transaction),
              outcome(dispute));
    };
  }

  private static List<String> outcome(DisputeView dispute) {
    var credited = dispute.money(dispute.creditedMinor()).toString();
    var owed = dispute.money(dispute.liability().remainingMinor()).toString();
    return switch (dispute.state()) {
      case RESOLVED_FOR_CARDHOLDER ->
          List.of(
              "We found for you: " + credited + " is credited to your account for good.",
              "You owe nothing for it, and no interest was charged on it while we investigated.");
      case CORRECTED_IN_PART ->
          List.of(
              "We found an error, though not for the whole amount: "
                  + credited
                  + " is credited to your account for good, and "
                  + owed
                  + " is owed.",
              owedFrom(),
              documents());
      case RESOLVED_FOR_MERCHANT ->
          List.of(
              "We investigated and found no error: " + owed + " is owed.", owedFrom(), documents());
      case WITHDRAWN -> List.of("You took the dispute back: " + owed + " is owed.", owedFrom());
      case RECEIVED, ACKNOWLEDGED, INVESTIGATING, CREDITED ->
          throw new IllegalStateException("no outcome yet: " + dispute.id());
    };
  }

  /** Reg Z 1026.13(g)(1) and (3). */
  private static String owedFrom() {
    return "It is part of your next statement, together with the interest that it would have cost"
        + " meanwhile, and is due by the payment due date printed there. Until then it is not past"
        + " due.";
  }

  /** Reg Z 1026.13(g)(2). */
  private static String documents() {
    return "If you ask us, we send you copies of the documents that we relied on. If you still"
        + " believe that the bill is wrong, tell us in writing by that due date.";
  }

  private static List<Fact> facts(DisputeView dispute, LocalDate writtenOn, String transaction) {
    return List.of(
        new Fact("Date", DATE.format(writtenOn)),
        new Fact("Dispute", dispute.id().toString()),
        new Fact("Account", dispute.account().toString()),
        new Fact("Transaction", transaction),
        new Fact("Amount in dispute", dispute.amount().toString()),
        new Fact("Received", DATE.format(dispute.receivedOn())));
  }

  private static String page(String title, List<Fact> facts, List<String> paragraphs) {
    var page = new StringBuilder(4096);
    page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-US\">")
        .append("<head><meta charset=\"UTF-8\"/><title>")
        .append(title)
        .append("</title><meta name=\"subject\" content=\"")
        .append(title)
        .append("\"/><meta name=\"description\" content=\"")
        .append(title)
        .append("\"/><meta name=\"author\" content=\"Florin Bank\"/><style>")
        .append(STYLE)
        .append("</style></head><body><p>Florin Bank</p><h1>")
        .append(title)
        .append("</h1><table><tbody>");
    facts.forEach(
        fact ->
            page.append("<tr><th scope=\"row\">")
                .append(fact.name())
                .append("</th><td>")
                .append(escaped(fact.value()))
                .append("</td></tr>"));
    page.append("</tbody></table>");
    paragraphs.forEach(paragraph -> page.append("<p>").append(escaped(paragraph)).append("</p>"));
    return page.append("</body></html>\n").toString();
  }

  private static String escaped(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
