package org.florin.networks;

/** What a connection of a link has said about itself; each connection signs on by itself. */
public final class LinkSession {

  private volatile boolean signedOn;

  /** Whether business messages are answered. */
  public boolean isSignedOn() {
    return signedOn;
  }

  void signOn() {
    signedOn = true;
  }

  void signOff() {
    signedOn = false;
  }
}
