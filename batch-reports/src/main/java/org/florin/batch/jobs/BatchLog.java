package org.florin.batch.jobs;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators must know about background work. */
@MessageLogger(projectCode = "FLBATCH", length = 4)
public interface BatchLog extends BasicLogger {

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1, value = "Job %s, run %s could not be started")
  void notStarted(String job, String run, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2, value = "Job %s, run %s failed")
  void failed(String job, String run, @Cause Throwable cause);
}
