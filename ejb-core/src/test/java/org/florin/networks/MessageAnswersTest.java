package org.florin.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.florin.kernel.AuthorizationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "0100,0110,0100,false",
    "0101,0110,0100,true",
    "0120,0130,0120,false",
    "0221,0230,0220,true",
    "0401,0410,0400,true",
    "0420,0430,0420,false",
    "0800,0810,0800,false"
  })
  void types_follow_from_each_other(String type, String answer, String original, boolean repeat) {
    var message = NetworkMessage.ofType(type).build();
    assertEquals(answer, message.answerType());
    assertEquals(original, message.originalType());
    assertEquals(repeat, message.isRepeat());
  }

  @Test
  void an_answer_repeats_what_identifies_the_request_and_adds_the_decision() {
    var decided =
        new StoredElements(Optional.of(AuthorizationId.create()), Map.of(38, "A1B2C3", 39, "00"));
    var answer = MessageAnswers.answer(Messages.purchase().build(), decided);
    assertEquals("0110", answer.type());
    assertEquals(
        Set.of(2, 3, 4, 7, 11, 12, 13, 32, 37, 38, 39, 41, 42, 49), answer.elements().keySet());
    assertEquals("A1B2C3", answer.elements().get(38));
  }

  @Test
  void what_is_stored_reads_back() {
    var stored =
        new StoredElements(
            Optional.of(AuthorizationId.create()),
            Map.of(4, "000000010000", 39, "10", 54, "0057840C000000012345"));
    assertEquals(stored, StoredElements.read(stored.toAnswer()));
    var code = StoredElements.of("94");
    assertEquals(code, StoredElements.read(code.toAnswer()));
  }
}
