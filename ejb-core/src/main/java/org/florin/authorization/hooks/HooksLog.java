package org.florin.authorization.hooks;

import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages about partners that are asked. */
@MessageLogger(projectCode = "FLHOOK", length = 4)
interface HooksLog {

  HooksLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), HooksLog.class, "org.florin.authorization.hooks");

  @LogMessage(level = WARN)
  @Message(
      id = 1,
      value = "The partner of program %s failed %d times in a row and is left alone: %s")
  void leftAlone(String program, int failures, String why);

  @LogMessage(level = WARN)
  @Message(id = 2, value = "A late answer to %s could not be noted")
  void lateNotNoted(String call, @Cause Throwable cause);
}
