package org.florin.notifications;

import java.util.Optional;

/** Which events are told to the cardholder, and by which template; pure. */
final class NotificationPolicy {

  /**
   * What matters of an event.
   *
   * @param outcome as it says itself, else what was remarkable about it
   */
  record Heard(String type, String outcome, long amountMinor) {}

  private NotificationPolicy() {}

  static Optional<Template> template(Heard event, long largeFromMinor) {
    return Optional.ofNullable(
        switch (event.type()) {
          case "application.referred", "application.completed" -> Template.APPLICATION_IN_REVIEW;
          case "application.documents_asked" -> Template.APPLICATION_DOCUMENTS_ASKED;
          case "application.expired" -> Template.APPLICATION_EXPIRED;
          case "account.limit_changed" -> Template.LIMIT_CHANGED;
          case "account.limit_refused" -> Template.LIMIT_REFUSED;
          case "card.replaced" -> Template.CARD_REPLACED;
          case "application.decided" ->
              switch (event.outcome()) {
                case "approved" -> Template.APPLICATION_APPROVED;
                case "counteroffered" -> Template.APPLICATION_COUNTEROFFERED;
                default -> Template.APPLICATION_DECLINED;
              };
          case "application.accepted" -> Template.INVITATION;
          case "authorization.approved" ->
              event.amountMinor() >= largeFromMinor ? Template.LARGE_TRANSACTION : null;
          case "authorization.cleared" ->
              event.outcome().contains("over_capture") ? Template.OVER_CAPTURE : null;
          case "clearing.force_posted" -> Template.UNEXPECTED_TRANSACTION;
          case "payment.succeeded" -> Template.PAYMENT_SUCCEEDED;
          case "payment.failed" -> Template.PAYMENT_FAILED;
          case "autopay.retry_announced" -> Template.AUTOPAY_RETRY;
          case "payment.returned" -> Template.PAYMENT_RETURNED;
          case "statement.ready" -> Template.STATEMENT_READY;
          case "payment.due_soon" -> Template.PAYMENT_DUE_SOON;
          case "account.past_due" -> Template.ACCOUNT_PAST_DUE;
          case "credit_refund.sent" -> Template.CREDIT_REFUND_SENT;
          case "dispute.acknowledged" -> Template.DISPUTE_ACKNOWLEDGED;
          case "dispute.credited" -> Template.DISPUTE_CREDITED;
          case "dispute.resolved" -> Template.DISPUTE_RESOLVED;
          default -> null;
        });
  }
}
