package org.florin.notifications;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operations hear of notifications. */
@MessageLogger(projectCode = "FLNOTE", length = 4)
interface NotificationLog extends BasicLogger {

  NotificationLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(),
          NotificationLog.class,
          "org.florin.notifications");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1, value = "Notification %s was not taken by the post; it is tried again")
  void notTaken(String notification, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2, value = "Notification %s can't be delivered: %s")
  void undeliverable(String notification, String why);
}
