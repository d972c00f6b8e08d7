package org.florin.routes;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operations hear of messages on their way. */
@MessageLogger(projectCode = "FLROUTE", length = 4)
public interface RoutesLog extends BasicLogger {

  RoutesLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), RoutesLog.class, "org.florin.routes");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1, value = "Publishing events failed; they stay in the outbox and are tried again")
  void relayFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2, value = "Asking about payment %s failed")
  void reconcileFailed(String payment, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 3, value = "Refused a reply of a payment rail: %s")
  void replyRefused(String why);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 4, value = "Listening for link %s (%s) on %s")
  void listening(String link, String profile, String address);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 5, value = "Can't listen for link %s on %s; tried again soon")
  void notListening(String link, String address, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 6, value = "The answer to %s could not be delivered, and taking it back failed")
  void takeBackFailed(String authorization, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 7, value = "The reply to request %s could not be sent")
  void replyNotSent(String correlationId, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 8, value = "Set aside message %s of the authorization queue: %s")
  void requestSetAside(String correlationId, String why);
}
