package org.florin.adapters.paymentmq;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operations hear of the mainframe's queue. */
@MessageLogger(projectCode = "FLMQ", length = 4)
interface MainframeLog extends BasicLogger {

  MainframeLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), MainframeLog.class, "org.florin.mainframe");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1, value = "The mainframe's queue took no message for payment %s: %s")
  void notSent(String payment, String cause);
}
