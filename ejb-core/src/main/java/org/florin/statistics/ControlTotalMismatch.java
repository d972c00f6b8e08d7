package org.florin.statistics;

/** Figures and ledger differ: something is broken, and nothing may be closed on it. */
public class ControlTotalMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ControlTotalMismatch(String message) {
    super(message);
  }
}
