package org.florin.adapters.iso8583;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.florin.networks.NetworkMessage;
import org.florin.networks.NetworkMessageCodec.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ASCII profile against another implementation of it, j8583, told nothing but the formats. */
class IndependentCodecTest {

  private static final int MESSAGE_COUNT = Integer.getInteger("florin.test.messages", 3_000);
  private static final long SEED = Long.getLong("florin.test.seed", 8_583L);

  private static final Profile PROFILE = Profiles.all().getFirst();
  private static final Iso8583Codec OURS = new Iso8583Codec(PROFILE);

  private final MessageFactory<IsoMessage> theirs = theirs();

  private static MessageFactory<IsoMessage> theirs() {
    var formats = new HashMap<Integer, FieldParseInfo>();
    for (var format : PROFILE.elements().values()) {
      formats.put(
          format.number(),
          FieldParseInfo.getInstance(isoType(format), format.length(), "ISO-8859-1", false));
    }
    var factory = new MessageFactory<IsoMessage>();
    factory.setCharacterEncoding("ISO-8859-1");
    for (var type :
        new int[] {
          0x100, 0x110, 0x120, 0x121, 0x130, 0x200, 0x400, 0x401, 0x410, 0x420, 0x430, 0x800, 0x810
        }) {
      factory.setParseMap(type, formats);
    }
    return factory;
  }

  private static IsoType isoType(ElementFormat format) {
    return switch (format.content()) {
      case B -> format.isFixed() ? IsoType.BINARY : IsoType.LLLBIN;
      case N -> format.isFixed() ? IsoType.NUMERIC : variable(format);
      case AN, ANS, Z -> format.isFixed() ? IsoType.ALPHA : variable(format);
    };
  }

  private static IsoType variable(ElementFormat format) {
    return format.lengthDigits() == 2 ? IsoType.LLVAR : IsoType.LLLVAR;
  }

  static Stream<Map.Entry<String, String>> vectors() {
    return Vectors.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void both_read_the_same_from_every_vector(Map.Entry<String, String> vector) throws Exception {
    requireAgreement(Vectors.bytes(vector.getValue()), vector.getKey());
  }

  @Test
  void both_read_the_same_from_random_messages() throws Exception {
    var messages = new RandomMessages(PROFILE, SEED);
    for (var i = 0; i < MESSAGE_COUNT; i++) {
      var bytes = OURS.write(messages.next());
      requireAgreement(bytes, "message " + i + " of seed " + SEED);
    }
  }

  private void requireAgreement(byte[] bytes, String why) throws Exception {
    var ours = ((Reading.Message) OURS.read(bytes)).message();
    var parsed = theirs.parseMessage(bytes, 0);
    var read = NetworkMessage.ofType(String.format("%04x", parsed.getType()));
    for (var number = 2; number <= 128; number++) {
      if (parsed.hasField(number)) {
        read.set(number, parsed.getField(number).toString());
      }
    }
    assertEquals(ours, read.build(), why);
    assertEquals(
        new String(bytes, StandardCharsets.ISO_8859_1),
        new String(parsed.writeData(), StandardCharsets.ISO_8859_1),
        why);
  }
}
