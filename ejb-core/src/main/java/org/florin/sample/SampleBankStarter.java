package org.florin.sample;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the sample bank when the server starts, where one is wanted. */
@Singleton
@Startup
public class SampleBankStarter {

  @Inject CreateSampleBank create;

  @PostConstruct
  void start() {
    create.handle();
  }
}
