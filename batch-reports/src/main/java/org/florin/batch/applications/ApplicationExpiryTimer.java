package org.florin.batch.applications;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.florin.applications.ExpireApplications;

/** Every minute: ends what is over, in chunks of a transaction each; nodes share them by row. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApplicationExpiryTimer {

  private static final int CHUNK_SIZE = 100;

  @Inject ExpireApplications expire;

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  void end() {
    while (expire.handle(CHUNK_SIZE) == CHUNK_SIZE) {
      continue;
    }
  }
}
