package org.florin.adapters.iso8583;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.florin.networks.NetworkMessageCodec.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any message and any bytes; a failing seed is in the message. */
class Iso8583CodecPropertyTest {

  private static final int MESSAGE_COUNT = Integer.getInteger("florin.test.messages", 3_000);
  private static final long SEED = Long.getLong("florin.test.seed", 20_261_122L);
  private static final int FRAME_LENGTH_MAX = 600;

  static List<Profile> profiles() {
    return Profiles.all();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void whatever_is_written_is_read_again(Profile profile) {
    var codec = new Iso8583Codec(profile);
    var messages = new RandomMessages(profile, SEED);
    for (var i = 0; i < MESSAGE_COUNT; i++) {
      var message = messages.next();
      var bytes = codec.write(message);
      var why = "message " + i + " of seed " + SEED;
      assertEquals(new Reading.Message(message), codec.read(bytes), why);
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void a_message_with_altered_bytes_is_read_or_refused_and_never_fatal(Profile profile) {
    var codec = new Iso8583Codec(profile);
    var messages = new RandomMessages(profile, SEED);
    var random = new Random(SEED);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (var i = 0; i < MESSAGE_COUNT; i++) {
            var bytes = codec.write(messages.next());
            var altered = bytes.clone();
            for (var flips = 1 + random.nextInt(4); flips > 0; flips--) {
              altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            }
            requireTotal(codec, Arrays.copyOf(altered, 1 + random.nextInt(2 * altered.length)), i);
            requireTotal(codec, altered, i);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void random_bytes_are_read_or_refused_and_never_fatal(Profile profile) {
    var codec = new Iso8583Codec(profile);
    var random = new Random(SEED);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (var i = 0; i < MESSAGE_COUNT; i++) {
            var bytes = new byte[random.nextInt(FRAME_LENGTH_MAX)];
            random.nextBytes(bytes);
            requireTotal(codec, bytes, i);
          }
        });
  }

  /** Whatever is accepted can be written, and reads the same again. */
  private static void requireTotal(Iso8583Codec codec, byte[] bytes, int index) {
    var why = "message " + index + " of seed " + SEED;
    switch (codec.read(bytes)) {
      case Reading.Message read ->
          assertEquals(
              read.message(),
              assertInstanceOf(Reading.Message.class, codec.read(codec.write(read.message())), why)
                  .message(),
              why);
      case Reading.Malformed fault -> {
        assertTrue(fault.offset() >= 0 && fault.offset() <= bytes.length, why);
        assertTrue(fault.element() >= 0 && fault.element() <= 192, why);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void a_message_cut_short_is_always_refused(Profile profile) {
    var codec = new Iso8583Codec(profile);
    var bytes = codec.write(new RandomMessages(profile, SEED).next());
    for (var length = 0; length < bytes.length; length++) {
      var fault =
          assertInstanceOf(Reading.Malformed.class, codec.read(Arrays.copyOf(bytes, length)));
      assertTrue(fault.offset() <= length, "offset within the message");
    }
    assertArrayEquals(bytes, codec.write(new RandomMessages(profile, SEED).next()));
  }
}
