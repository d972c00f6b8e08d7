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
 * What the mainframe answers, from its own broker (resource adapter {@code mainframe}). At least
 * once: acknowledged after the use case has committed, and a repeat changes nothing.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/MainframeReplies"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "setupAttempts", propertyValue = "-1"),
      @ActivationConfigProperty(propertyName = "setupInterval", propertyValue = "2000"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MainframeRepliesInbox implements MessageListener {

  @Inject CamelRuntime camel;

  @Override
  public void onMessage(Message message) {
    try {
      camel.hand(PaymentRoutes.REPLIES, message.getBody(byte[].class), Map.of());
    } catch (JMSException e) {
      throw new IllegalStateException("no bytes in the message", e);
    }
  }
}
