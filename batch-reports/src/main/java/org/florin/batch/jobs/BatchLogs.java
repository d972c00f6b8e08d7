package org.florin.batch.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;

/** Hands out the message logger. */
@ApplicationScoped
class BatchLogs {

  @Produces
  BatchLog log() {
    return Logger.getMessageLogger(MethodHandles.lookup(), BatchLog.class, "org.florin.batch");
  }
}
