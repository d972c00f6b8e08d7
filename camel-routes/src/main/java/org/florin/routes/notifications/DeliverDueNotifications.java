package org.florin.routes.notifications;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.florin.notifications.DeliverNotifications;

/** Every other second, sends the notifications that are due; several nodes share them by row. */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliverDueNotifications {

  @Inject DeliverNotifications deliver;

  private final AtomicBoolean running = new AtomicBoolean();

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void poll() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      while (deliver.handle() > 0) {
        continue;
      }
    } finally {
      running.set(false);
    }
  }
}
