package org.florin.api.problem;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the API; ids are never used again. */
@MessageLogger(projectCode = "FLAPI", length = 4)
interface ApiLog {

  ApiLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ApiLog.class, "org.florin.api");

  @LogMessage(level = ERROR)
  @Message(id = 1, value = "Request %s failed")
  void failed(String requestId, @Cause Throwable cause);
}
