package org.florin.networks;

import java.util.Optional;

/** Port to the text of the mainframe's authorization messages. */
public interface QueueMessageFormat {

  /** What a text turned out to be. */
  sealed interface Reading {

    /** A request. */
    record Request(QueueRequest request) implements Reading {}

    /**
     * None.
     *
     * @param why the fault, without any content of the message
     * @param asker what a reply has to name, if that could be read
     */
    record Malformed(String why, Optional<Asker> asker) implements Reading {}
  }

  /**
   * Who waits for a reply.
   *
   * @param time {@code HHMMSS}, of the request
   */
  record Asker(String cardNumber, String transactionId, String time) {

    @Override
    public String toString() {
      return "Asker[" + transactionId + "]";
    }
  }

  /**
   * Reads a request. Never throws for what the text contains.
   *
   * @param compatible reads amounts as the old program did: thirteen characters, further decimals
   *     cut off, blank as zero
   */
  Reading read(String text, boolean compatible);

  /**
   * Writes a reply of 63 characters.
   *
   * @param compatible with the 64th character that the old program sent along
   */
  String write(QueueReply reply, boolean compatible);
}
