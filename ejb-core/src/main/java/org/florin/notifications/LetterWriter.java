package org.florin.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.access.FindUsers;
import org.florin.applications.ApplicationView;
import org.florin.applications.DocumentRequest;
import org.florin.applications.FindApplications;
import org.florin.applications.WriteAdverseActionNotice;
import org.florin.customers.FindCustomers;
import org.florin.kernel.Money;
import org.florin.notifications.Letter.Button;
import org.florin.notifications.MailSender.Mail;
import org.florin.notifications.Notifications.Notification;
import org.florin.platform.json.JsonParts;
import org.florin.underwriting.DecisionReason;

/** Writes the mail of a notification, with the facts as they are when it is sent. */
@ApplicationScoped
class LetterWriter {

  @Inject FindApplications applications;
  @Inject WriteAdverseActionNotice notices;
  @Inject FindCustomers customers;
  @Inject FindUsers users;
  @Inject NotificationSettings settings;

  private record Reader(String firstName, String email) {}

  /** The mail; empty if the person has no address. */
  @Transactional
  Optional<Mail> write(Notification notification) {
    return reader(notification)
        .map(
            reader -> {
              var letter = letter(notification, "Dear " + reader.firstName() + ",");
              return new Mail(
                  notification.id().toString(),
                  reader.email(),
                  letter.subject(),
                  letter.text(),
                  letter.html());
            });
  }

  private Optional<Reader> reader(Notification notification) {
    var applicant =
        notification
            .application()
            .flatMap(applications::contact)
            .map(contact -> new Reader(contact.firstName(), contact.email()));
    return applicant.or(
        () ->
            notification
                .customer()
                .flatMap(customers::byId)
                .flatMap(
                    customer ->
                        Optional.ofNullable(customer.details().email())
                            .map(email -> new Reader(customer.details().firstName(), email))));
  }

  private Letter letter(Notification notification, String greeting) {
    var facts = JsonParts.read(notification.facts());
    var application = notification.application().flatMap(applications::byId);
    return switch (notification.template()) {
      case APPLICATION_APPROVED -> approved(greeting, application.orElseThrow());
      case APPLICATION_COUNTEROFFERED -> counteroffered(greeting, application.orElseThrow());
      case APPLICATION_DECLINED -> declined(greeting, application.orElseThrow());
      case APPLICATION_IN_REVIEW ->
          aboutApplication(
              "We are looking at your application",
              greeting,
              List.of(
                  "Thank you for applying. One of our underwriters looks at your application and"
                      + " you hear from us soon. There is nothing you need to do."),
              application.orElseThrow());
      case APPLICATION_DOCUMENTS_ASKED -> documentsAsked(greeting, application.orElseThrow());
      case APPLICATION_EXPIRED ->
          new Letter(
              "Your application has ended",
              greeting,
              List.of(
                  "It was open for 30 days and we haven't heard from you. You can apply again."),
              Optional.of(new Button("Apply", settings.page("apply"))));
      case INVITATION -> invitation(greeting, application.orElseThrow());
      case LARGE_TRANSACTION ->
          new Letter(
              "A purchase of " + amount(facts),
              greeting,
              List.of(
                  "Your card was used for " + amount(facts) + merchant(facts) + ".",
                  "If this wasn't you, pause your card at once in the portal and tell us."),
              Optional.of(new Button("Look at my cards", settings.page("cards"))));
      case UNEXPECTED_TRANSACTION ->
          new Letter(
              "A transaction of " + amount(facts) + " without your approval",
              greeting,
              List.of(
                  amount(facts)
                      + merchant(facts)
                      + " was booked, though nobody asked us for an approval before. This happens"
                      + " when a merchant is offline; somebody at the bank looks at it.",
                  "If you don't know the merchant, tell us: you can dispute the transaction."),
              Optional.of(new Button("See my transactions", settings.page("activity"))));
      case OVER_CAPTURE ->
          new Letter(
              amount(facts) + " was booked, more than you approved",
              greeting,
              List.of(
                  amount(facts) + merchant(facts) + " was booked. You had approved less than that.",
                  "A tip or a final bill may explain it. If it doesn't, tell us: you can dispute"
                      + " the transaction."),
              Optional.of(new Button("See my transactions", settings.page("activity"))));
      case CARD_REPLACED -> cardReplaced(greeting, facts);
      case LIMIT_CHANGED -> limitChanged(greeting, facts);
      case LIMIT_REFUSED ->
          new Letter(
              "About your credit limit",
              greeting,
              withReasons(
                  "We can't raise your credit limit now. The principal reasons are:", facts),
              Optional.of(new Button("See my account", settings.page("home"))));
      case PAYMENT_SUCCEEDED ->
          new Letter(
              "We received your payment of " + amount(facts),
              greeting,
              List.of("Thank you. " + amount(facts) + " is booked and your credit is free again."),
              Optional.of(new Button("See my account", settings.page("home"))));
      case PAYMENT_FAILED ->
          new Letter(
              "Your payment of " + amount(facts) + " didn't go through",
              greeting,
              List.of(
                  "The payment was refused"
                      + (facts.containsKey("failure_text")
                          ? ": " + facts.getString("failure_text")
                          : "."),
                  "Nothing was taken. You can try again or pay from elsewhere."),
              Optional.of(new Button("Pay again", settings.page("pay"))));
      case PAYMENT_RETURNED ->
          new Letter(
              "Your payment of " + amount(facts) + " came back",
              greeting,
              List.of(
                  "Your bank took it back: " + facts.getString("failure_text"),
                  "The amount is owed again, by the date it was due. Please pay it another way."),
              Optional.of(new Button("Pay again", settings.page("pay"))));
      case AUTOPAY_RETRY ->
          new Letter(
              "We try your automatic payment again on " + facts.getString("retry_on"),
              greeting,
              List.of(
                  "It was refused for lack of funds. Please have the money ready by then, or pay"
                      + " another way; we try once more and not again."),
              Optional.of(new Button("Pay another way", settings.page("pay"))));
      case STATEMENT_READY ->
          new Letter(
              "Your statement is ready",
              greeting,
              List.of(
                  "New balance: " + money(facts, "new_balance") + ".",
                  "Please pay at least "
                      + money(facts, "minimum_payment")
                      + " by "
                      + facts.getString("payment_due_on")
                      + "."),
              Optional.of(new Button("See my statements", settings.page("statements"))));
      case PAYMENT_DUE_SOON ->
          new Letter(
              "Your payment is due on " + facts.getString("payment_due_on"),
              greeting,
              List.of(
                  "At least "
                      + amount(facts)
                      + " is still to be paid by then. If you have paid already, thank you."),
              Optional.of(new Button("Pay", settings.page("pay"))));
      case ACCOUNT_PAST_DUE ->
          new Letter(
              "Your account is past due",
              greeting,
              List.of(
                  money(facts, "past_due")
                      + " should have been paid "
                      + facts.getInt("days_past_due")
                      + " day(s) ago. Please pay as soon as you can.",
                  "If you can't, call us: we look for a way together."),
              Optional.of(new Button("Pay", settings.page("pay"))));
      case CREDIT_REFUND_SENT ->
          new Letter(
              amount(facts) + " is on its way to you",
              greeting,
              List.of(
                  "We have sent you the credit balance of your account: " + amount(facts) + "."),
              Optional.of(new Button("See my account", settings.page("home"))));
      case DISPUTE_ACKNOWLEDGED ->
          dispute(
              facts,
              greeting,
              "We have your dispute about " + amount(facts),
              "We look into it. Until we know, you need not pay the disputed amount, nor interest"
                  + " on it. Please pay the rest of your statement.");
      case DISPUTE_CREDITED ->
          dispute(
              facts,
              greeting,
              "We credited " + money(facts, "credited") + " for the time being",
              "If we find that the transaction was right, we take the credit back and tell you"
                  + " before it has to be paid.");
      case DISPUTE_RESOLVED ->
          dispute(
              facts,
              greeting,
              "Your dispute about " + amount(facts) + " is closed",
              switch (facts.getString("outcome")) {
                case "resolved_for_cardholder" ->
                    money(facts, "credited") + " is credited to your account for good.";
                case "corrected_in_part" ->
                    money(facts, "credited")
                        + " is credited for good. "
                        + money(facts, "remaining")
                        + " is owed; it is part of your next statement and due with it.";
                case "withdrawn" ->
                    "You took it back. The amount is part of your next statement and due with it.";
                default ->
                    "We found no error. The amount is part of your next statement and due with it.";
              });
    };
  }

  private Letter dispute(JsonObject facts, String greeting, String subject, String what) {
    return new Letter(
        subject,
        greeting,
        List.of(what, "The letter with all that you should know is in the portal."),
        Optional.of(
            new Button(
                "See the dispute", settings.page("dispute?id=" + facts.getString("dispute")))));
  }

  private Letter approved(String greeting, ApplicationView application) {
    var decision = application.decision().orElseThrow();
    return aboutApplication(
        "Your card is approved",
        greeting,
        List.of(
            "Good news: we approved your application with a credit limit of "
                + decision.creditLimit().map(Money::toString).orElse("")
                + " at "
                + decision.apr().map(Object::toString).orElse("")
                + " % APR.",
            "The offer is open for 30 days from the day of the decision."),
        application);
  }

  private Letter counteroffered(String greeting, ApplicationView application) {
    var decision = application.decision().orElseThrow();
    return withReasons(
        "Our offer for your card",
        greeting,
        "We can offer you a credit limit of "
            + decision.creditLimit().map(Money::toString).orElse("")
            + " at "
            + decision.apr().map(Object::toString).orElse("")
            + " % APR, for 30 days from the day of the decision. It is less than you asked for,"
            + " for these principal reasons:",
        application);
  }

  private Letter declined(String greeting, ApplicationView application) {
    return withReasons(
        "About your application",
        greeting,
        "We are sorry: we can't offer you this card now. The principal reasons are:",
        application);
  }

  private Letter withReasons(
      String subject, String greeting, String decision, ApplicationView application) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(decision);
    application
        .decision()
        .orElseThrow()
        .reasons()
        .forEach((DecisionReason reason) -> paragraphs.add(reason.rank() + ". " + reason.text()));
    paragraphs.add(
        "You may ask the credit bureau for a free copy of your file within 60 days, and dispute"
            + " what is wrong in it.");
    paragraphs.add("The notice that the law asks for is kept for you as a letter to print.");
    notices.handle(application.id());
    return aboutApplication(subject, greeting, List.copyOf(paragraphs), application);
  }

  private Letter documentsAsked(String greeting, ApplicationView application) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add("To go on with your application we need:");
    applications.requests(application.id()).stream()
        .filter(DocumentRequest::isOpen)
        .forEach(request -> paragraphs.add("– " + request.kind().description()));
    paragraphs.add(
        "Please send them within 30 days by the link below, as PDF or as a photo. Without them your"
            + " application ends.");
    return aboutApplication(
        "We need something from you", greeting, List.copyOf(paragraphs), application);
  }

  /** With the link by which the applicant sees it and acts on it. */
  private Letter aboutApplication(
      String subject, String greeting, List<String> paragraphs, ApplicationView application) {
    return new Letter(
        subject,
        greeting,
        paragraphs,
        Optional.of(
            new Button(
                "See my application", page("application", applications.token(application.id())))));
  }

  private String page(String name, String token) {
    return settings.page(name + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
  }

  private Letter limitChanged(String greeting, JsonObject facts) {
    var limit = money(facts, "credit_limit");
    var paragraphs = new ArrayList<String>();
    paragraphs.add("It was " + money(facts, "previous_limit") + " before.");
    if (!facts.getJsonArray("reasons").isEmpty()) {
      paragraphs.addAll(withReasons("It is lower for these principal reasons:", facts));
    }
    if (facts.getInt("credit_limit") < facts.getInt("previous_limit")) {
      paragraphs.add(
          "For 45 days from today no fee follows from owing more than the new limit, as long as it"
              + " isn't more than the one before.");
    }
    return new Letter(
        "Your credit limit is " + limit + " now",
        greeting,
        List.copyOf(paragraphs),
        Optional.of(new Button("See my account", settings.page("home"))));
  }

  private static List<String> withReasons(String first, JsonObject facts) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(first);
    for (var reason : facts.getJsonArray("reasons").getValuesAs(JsonString.class)) {
      paragraphs.add("– " + reason.getString());
    }
    return paragraphs;
  }

  private Letter cardReplaced(String greeting, JsonObject facts) {
    var sameNumber = facts.getString("card").equals(facts.getString("replacement"));
    return new Letter(
        "Your card ending in " + facts.getString("last4") + " was replaced",
        greeting,
        List.of(
            sameNumber
                ? "A new card under the same number is on its way."
                : "The old card is closed for good and a new one with another number takes its"
                    + " place. Merchants who have the old number on file need the new one.",
            "If you didn't ask for this, call us at once."),
        Optional.of(new Button("Look at my cards", settings.page("cards"))));
  }

  private Letter invitation(String greeting, ApplicationView application) {
    return application
        .customer()
        .flatMap(users::invitationToken)
        .map(
            token ->
                new Letter(
                    "Welcome: set up your access",
                    greeting,
                    List.of(
                        "Your account is open and your virtual card works now.",
                        "Choose a user name and a password to see it. The link works once, for 14"
                            + " days."),
                    Optional.of(new Button("Set up my access", page("invitation", token)))))
        .orElseGet(
            () ->
                new Letter(
                    "Your new card",
                    greeting,
                    List.of(
                        "Your account is open and your virtual card works now. It is in the portal"
                            + " with your others."),
                    Optional.of(new Button("Sign in", settings.page("sign-in")))));
  }

  private static String amount(JsonObject facts) {
    return Money.of(NotifyCardholder.amount(facts), facts.getString("currency")).toString();
  }

  private static String money(JsonObject facts, String name) {
    return Money.of(facts.getJsonNumber(name).longValue(), facts.getString("currency")).toString();
  }

  private static String merchant(JsonObject facts) {
    return facts.containsKey("merchant_name") ? " at " + facts.getString("merchant_name") : "";
  }
}
