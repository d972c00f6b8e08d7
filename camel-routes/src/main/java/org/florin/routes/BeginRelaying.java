package org.florin.routes;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Starts the relay with the application and ends it before the database goes. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BeginRelaying {

  @Inject OutboxRelay relay;

  @PostConstruct
  void begin() {
    relay.start();
  }

  @PreDestroy
  void end() {
    relay.close();
  }
}
