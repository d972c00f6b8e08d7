package org.florin.networks;

import java.time.Instant;
import java.util.Optional;
import org.florin.networks.NetworkAnswer.Reply;

/**
 * A message that came, and who sent it.
 *
 * @param session of the connection that it came over
 */
record MessageExchange(
    NetworkLink link, LinkSession session, NetworkMessage message, Instant arrivedAt) {

  String stan() {
    return message.element(11).orElse("none");
  }

  MessageElements elements() {
    return new MessageElements(message);
  }

  /** An answer that tells of no approval. */
  Reply reply(ResponseCode code) {
    return reply(code.code());
  }

  /** An answer that tells of no approval. */
  Reply reply(String code) {
    return new Reply(MessageAnswers.answer(message, StoredElements.of(code)), Optional.empty());
  }

  /** An answer with what was decided; if that was an approval, it may have to be taken back. */
  Reply reply(StoredElements decided) {
    return new Reply(
        MessageAnswers.answer(message, decided),
        decided.authorization().filter(id -> decided.elements().containsKey(38)));
  }
}
