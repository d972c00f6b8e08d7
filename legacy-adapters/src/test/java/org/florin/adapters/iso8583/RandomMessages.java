package org.florin.adapters.iso8583;

import java.util.Random;
import org.florin.networks.NetworkMessage;

/** Random messages that are legal in a profile; the seed decides all of them. */
final class RandomMessages {

  private static final String TEXT =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz 0123456789";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@_";
  private static final String[] TYPES = {"0100", "0110", "0121", "0400", "0430", "0800", "0810"};

  private final Random random;
  private final Profile profile;

  RandomMessages(Profile profile, long seed) {
    this.profile = profile;
    this.random = new Random(seed);
  }

  NetworkMessage next() {
    var message = NetworkMessage.ofType(TYPES[random.nextInt(TYPES.length)]);
    var density = 1 + random.nextInt(100);
    for (var format : profile.elements().values()) {
      if (random.nextInt(100) < density) {
        message.set(format.number(), value(format));
      }
    }
    return message.build();
  }

  private String value(ElementFormat format) {
    var length = format.isFixed() ? format.length() : random.nextInt(format.length() + 1);
    var count = format.content() == Content.B ? 2 * length : length;
    var alphabet =
        switch (format.content()) {
          case N -> "0123456789";
          case AN -> TEXT;
          case ANS -> TEXT + PUNCTUATION;
          case Z -> "0123456789=";
          case B -> "0123456789ABCDEF";
        };
    var value = new StringBuilder();
    for (var i = 0; i < count; i++) {
      value.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return value.toString();
  }
}
