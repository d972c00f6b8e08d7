package org.florin.authorization;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of this context; ids are never used again. */
@MessageLogger(projectCode = "FLAUTH", length = 4)
interface AuthorizationLog {

  AuthorizationLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), AuthorizationLog.class, "org.florin.authorization");

  @LogMessage(level = WARN)
  @Message(id = 1, value = "A batch of %d authorizations failed; each is decided on its own")
  void batchFailed(int size, @Cause Throwable cause);

  @LogMessage(level = ERROR)
  @Message(id = 2, value = "An authorization could not be decided")
  void notDecided(@Cause Throwable cause);
}
