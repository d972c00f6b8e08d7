package org.florin.routes.notifications;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Map;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.routes.CamelRuntime;

/**
 * Events that concern a person; purchases below 100.00 stay outside, for there are many and nobody
 * is told of them. The message, the inbox row and the notification are one JTA transaction; sending
 * comes later.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/FlorinEvents"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(propertyName = "subscriptionName", propertyValue = "notifications"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue =
              "event_type IN ('application.referred', 'application.decided', 'application.accepted',"
                  + " 'application.completed', 'application.documents_asked',"
                  + " 'application.expired', 'card.replaced', 'account.limit_changed',"
                  + " 'account.limit_refused', 'payment.succeeded', 'payment.failed',"
                  + " 'payment.returned', 'autopay.retry_announced', 'statement.ready',"
                  + " 'payment.due_soon',"
                  + " 'account.past_due', 'clearing.force_posted', 'dispute.acknowledged',"
                  + " 'dispute.credited', 'dispute.resolved', 'credit_refund.sent') OR (event_type ="
                  + " 'authorization.cleared' AND over_capture = 'true') OR (event_type ="
                  + " 'authorization.approved' AND amount_digits IN ('5', '6', '7', '8', '9'))"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
public class NotificationsInbox implements MessageListener {

  /** Minor units of the smallest purchase that a cardholder is told of, by its digits. */
  private static final int DIGITS_MIN = 5;

  @Inject CamelRuntime camel;

  /** What the selector above says of purchases. */
  public static boolean hearsPurchase(OutboxEvent event) {
    return event.type().equals("authorization.approved")
        && Integer.parseInt(event.headers().getOrDefault("amount_digits", "0")) >= DIGITS_MIN;
  }

  @Override
  public void onMessage(Message message) {
    try {
      camel.hand(
          NotificationRoutes.EVENTS,
          message.getBody(String.class),
          Map.of(
              NotificationRoutes.EVENT_ID, message.getStringProperty("event_id"),
              NotificationRoutes.EVENT_TYPE, message.getStringProperty("event_type")));
    } catch (JMSException e) {
      throw new IllegalStateException("no text in the message", e);
    }
  }
}
