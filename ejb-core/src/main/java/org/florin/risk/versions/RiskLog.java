package org.florin.risk.versions;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of this context; ids are never used again. */
@MessageLogger(projectCode = "FLRISK", length = 4)
interface RiskLog {

  RiskLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RiskLog.class, "org.florin.risk");

  @LogMessage(level = ERROR)
  @Message(id = 1, value = "Rule version %d is in force and can't be read, so it is left out: %s")
  void unreadable(int number, String fault);
}
