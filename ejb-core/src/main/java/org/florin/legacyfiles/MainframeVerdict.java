package org.florin.legacyfiles;

/** What the mainframe's posting program does with a daily transaction. */
public sealed interface MainframeVerdict {

  /** The transaction is posted. */
  record Accepted() implements MainframeVerdict {}

  /** The transaction goes to the reject file with this reason and no other. */
  record Rejected(RejectReason reason) implements MainframeVerdict {}
}
