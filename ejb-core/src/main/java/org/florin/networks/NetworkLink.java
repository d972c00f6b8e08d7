package org.florin.networks;

import java.time.Duration;
import org.florin.kernel.ClientId;

/**
 * A network or acquirer that connects to us.
 *
 * @param id the client under which its authorizations and answers are kept
 * @param name unique; lower case letters, digits and hyphens
 * @param network the network its messages belong to, such as {@code visa}
 * @param profile how its messages are written
 * @param port where we listen for it
 * @param partialApproval whether part of an amount may be approved
 * @param unknownOriginalCode data element 39 to a reversal of what we don't know, 00 or 25
 * @param connectionCountMax connections at a time
 * @param inFlightCountMax requests of all its connections that wait for their answer
 * @param echoIdle silence after which we ask whether somebody is there
 */
public record NetworkLink(
    ClientId id,
    String name,
    String network,
    String profile,
    int port,
    PartialApproval partialApproval,
    String unknownOriginalCode,
    int connectionCountMax,
    int inFlightCountMax,
    Duration echoIdle) {

  /** When part of an amount may be approved. */
  public enum PartialApproval {
    /** If the terminal says that it can take it. */
    AS_ASKED,
    /** For every request. */
    ALWAYS,
    /** For none. */
    NEVER
  }
}
