package org.florin.networks;

import java.util.List;
import java.util.Optional;

/** Port to simulated senders of messages, where there are any. */
public interface SimulatedWorld {

  /**
   * A message that a simulated acquirer sends.
   *
   * @param await whether the answer is waited for before the next one is sent
   * @param hangUp whether the connection is cut right after sending
   */
  record Step(NetworkMessage message, boolean await, boolean hangUp) {}

  /** Whether anything is simulated here. */
  boolean isThere();

  /**
   * Has an acquirer send messages.
   *
   * @return the answers in the order of the messages; empty where none came
   * @throws IllegalStateException if the simulator can't be reached
   */
  List<Optional<NetworkMessage>> acquirer(List<Step> steps);

  /**
   * Has the mainframe put requests into its queue.
   *
   * @return the replies in the order of the requests; empty where none came
   * @throws IllegalStateException if the simulator can't be reached
   */
  List<Optional<String>> mainframe(List<String> requests);
}
