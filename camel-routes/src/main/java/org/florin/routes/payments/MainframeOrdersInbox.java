package org.florin.routes.payments;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Map;
import org.florin.routes.CamelRuntime;

/**
 * Payments for the mainframe rail. No transaction is open here: the rail is spoken to, and the
 * payment's id makes a repeated delivery harmless.
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
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "payment-orders-mainframe"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event_type = 'payment.initiated' AND rail = 'mainframe'"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MainframeOrdersInbox implements MessageListener {

  @Inject CamelRuntime camel;

  @Override
  public void onMessage(Message message) {
    try {
      camel.hand(PaymentRoutes.ORDERS, message.getBody(String.class), Map.of());
    } catch (JMSException e) {
      throw new IllegalStateException("no text in the message", e);
    }
  }
}
