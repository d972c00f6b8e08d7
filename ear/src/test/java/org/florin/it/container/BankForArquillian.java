package org.florin.it.container;

import org.florin.it.Bank;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the bank and tells Arquillian where it is; goes before Arquillian's own extension. */
public class BankForArquillian implements BeforeAllCallback {

  private static final String ROOT = "florin.root";

  /** Outside only: inside the container the bank runs already. */
  @Override
  public void beforeAll(ExtensionContext context) {
    if (System.getProperty(ROOT) != null) {
      var bank = Bank.running();
      System.setProperty(
          "florin.management.port", String.valueOf(bank.stack().ports().management()));
      System.setProperty("florin.wildfly.home", bank.wildflyHome().toString());
    }
  }
}
