package org.florin.networks;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of this context; ids are never used again. */
@MessageLogger(projectCode = "FLNET", length = 4)
interface NetworksLog {

  NetworksLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), NetworksLog.class, "org.florin.networks");

  @LogMessage(level = WARN)
  @Message(id = 1, value = "%d lines of the message journal could not be written")
  void journalFailed(int count, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(id = 2, value = "The message journal did not keep up: %d lines are lost")
  void journalFull(long count);

  @LogMessage(level = WARN)
  @Message(id = 3, value = "Link %s sent two different messages under one key, trace number %s")
  void conflict(String link, String stan);

  @LogMessage(level = ERROR)
  @Message(id = 4, value = "A message of link %s, trace number %s, could not be answered")
  void notAnswered(String link, String stan, @Cause Throwable cause);

  @LogMessage(level = ERROR)
  @Message(
      id = 5,
      value = "Nobody acknowledges the reversal advice for %s after %d tries; a person has to look")
  void withdrawalUnacknowledged(String authorization, int count);

  @LogMessage(level = WARN)
  @Message(id = 6, value = "The answer to %s came too late for link %s; it is taken back")
  void withdrawn(String authorization, String link);

  @LogMessage(level = WARN)
  @Message(id = 7, value = "The queue brought two different requests as transaction %s")
  void queueConflict(String transaction);

  @LogMessage(level = ERROR)
  @Message(id = 8, value = "Request %s of the queue could not be decided")
  void queueNotDecided(String transaction, @Cause Throwable cause);
}
