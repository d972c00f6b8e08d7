package org.florin.adapters.bureau;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operations hear of the bureau. */
@MessageLogger(projectCode = "FLBUREAU", length = 4)
interface BureauLog extends BasicLogger {

  BureauLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), BureauLog.class, "org.florin.bureau");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1, value = "The credit bureau gave no usable answer after %d tries: %s")
  void unavailable(int tries, String cause);
}
