package org.florin.applications;

/**
 * Asks what others know about a person's credit; bounded in time, never throws for its supplier.
 */
public interface CreditBureau {

  /** The answer about the person with this tax id. */
  BureauAnswer report(String taxId);
}
