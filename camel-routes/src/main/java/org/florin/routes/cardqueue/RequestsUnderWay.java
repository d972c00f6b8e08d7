package org.florin.routes.cardqueue;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/** Bounds how many requests of the queue wait for their decision; the rest stays in the queue. */
@ApplicationScoped
class RequestsUnderWay {

  @Inject CardQueueSettings settings;

  private Semaphore room = new Semaphore(1);

  @PostConstruct
  void open() {
    room = new Semaphore(settings.inFlightCountMax);
  }

  /** Waits for room. */
  void begin() {
    room.acquireUninterruptibly();
  }

  void end() {
    room.release();
  }
}
