package org.florin.notifications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CustomerId;
import org.florin.kernel.EventId;
import org.florin.notifications.Notifications.Notification;
import org.florin.platform.inbox.Inbox;
import org.florin.platform.json.JsonParts;

/** Hears an event and, if it concerns a person, makes the notification; once for each event. */
@Stateless
public class NotifyCardholder {

  private static final String SOURCE = "notifications";

  @Inject Notifications notifications;
  @Inject NotificationSettings settings;
  @Inject FindAccounts accounts;
  @Inject Inbox inbox;
  @Inject BusinessClock clock;

  /** An event as it was published. */
  public record Command(EventId event, String type, String payload) {}

  /** Takes note. */
  public void handle(Command command) {
    if (!inbox.firstTime(SOURCE, command.event().value())) {
      return;
    }
    var payload = JsonParts.read(command.payload());
    NotificationPolicy.template(
            new NotificationPolicy.Heard(command.type(), outcome(payload), amount(payload)),
            settings.largeTransactionMinor)
        .ifPresent(template -> add(command.event(), template, payload, command.payload()));
  }

  private void add(EventId event, Template template, JsonObject payload, String facts) {
    var account = Optional.ofNullable(payload.getString("account", null)).map(AccountId::parse);
    var application =
        Optional.ofNullable(payload.getString("application", null)).map(ApplicationId::parse);
    var customer =
        application.isPresent()
            ? Optional.<CustomerId>empty()
            : account.flatMap(accounts::byId).map(AccountView::customer);
    if (application.isPresent() || customer.isPresent()) {
      notifications.add(
          event.value(),
          new Notification(
              EventId.create().value(), template, application, customer, account, facts, 0),
          clock.now());
    }
  }

  private static String outcome(JsonObject payload) {
    return payload.getString(
        "outcome", payload.containsKey("flags") ? payload.get("flags").toString() : "");
  }

  static long amount(JsonObject payload) {
    var name = payload.containsKey("amount") ? "amount" : "approved_amount";
    return payload.containsKey(name) ? payload.getJsonNumber(name).longValue() : 0;
  }
}
