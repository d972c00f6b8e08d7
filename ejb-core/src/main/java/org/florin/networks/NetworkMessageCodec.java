package org.florin.networks;

import java.util.Optional;

/** Port to the wire formats of the networks. */
public interface NetworkMessageCodec {

  /** What the bytes of one frame turned out to be. */
  sealed interface Reading {

    /** A message of the profile, whole. */
    record Message(NetworkMessage message) implements Reading {}

    /**
     * No message of the profile.
     *
     * @param element data element that can't be read; 0 for the type and for what follows the last
     *     element, 1 for the bitmaps
     * @param offset where it begins, in bytes from the beginning of the frame
     * @param why the fault, without any content of the message
     * @param readSoFar type and elements before the fault; empty if the type can't be read
     */
    record Malformed(int element, int offset, String why, Optional<NetworkMessage> readSoFar)
        implements Reading {}
  }

  /**
   * Reads a frame without its length header. Total: never throws for what the frame contains.
   *
   * @throws IllegalArgumentException if there is no such profile
   */
  Reading read(String profile, byte[] frame);

  /**
   * Writes a message.
   *
   * @throws IllegalArgumentException if there is no such profile, or the message has an element
   *     that the profile doesn't know or that doesn't fit its format
   */
  byte[] write(String profile, NetworkMessage message);
}
