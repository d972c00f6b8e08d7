package org.florin.adapters.iso8583;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.florin.networks.NetworkMessage;
import org.florin.networks.NetworkMessageCodec.Reading;

/**
 * Reads and writes messages of one profile: type, bitmaps, then the elements in ascending order. An
 * element that the profile doesn't know makes the rest unreadable and is a fault.
 */
final class Iso8583Codec {

  private static final int TYPE_LENGTH = 4;
  private static final int BITMAP_BYTES = 8;
  private static final int BITMAP_BITS = 64;

  /** The element numbers that only say that another bitmap follows. */
  private static final int SECOND_BITMAP = 1;

  private static final int THIRD_BITMAP = 65;

  private final Profile profile;

  Iso8583Codec(Profile profile) {
    this.profile = profile;
  }

  /** Never throws for what the frame contains. */
  Reading read(byte[] bytes) {
    var frame = new Frame(bytes);
    var type = Optional.<String>empty();
    var elements = new TreeMap<Integer, String>();
    var number = 0;
    var start = 0;
    try {
      type = Optional.of(readType(frame));
      number = SECOND_BITMAP;
      start = frame.position();
      var present = readBitmaps(frame);
      for (number = present.nextSetBit(2); number > 0; number = present.nextSetBit(number + 1)) {
        start = frame.position();
        elements.put(number, readElement(frame, number));
      }
      number = 0;
      start = frame.position();
      if (frame.remaining() > 0) {
        throw new FormatFault(frame.remaining() + " bytes follow the last element");
      }
      return new Reading.Message(new NetworkMessage(type.get(), elements));
    } catch (FormatFault fault) {
      return new Reading.Malformed(
          number,
          start,
          String.valueOf(fault.getMessage()),
          type.map(known -> new NetworkMessage(known, elements)));
    }
  }

  private String readType(Frame frame) throws FormatFault {
    var type =
        profile.type().decode(frame.take(profile.type().byteCount(TYPE_LENGTH)), TYPE_LENGTH);
    requireContent(Content.N, type);
    return type;
  }

  /** The numbers of the elements that follow, without those that stand for bitmaps. */
  private BitSet readBitmaps(Frame frame) throws FormatFault {
    var present = new BitSet();
    var more = true;
    for (var bitmap = 0; more && bitmap < profile.bitmapCountMax(); bitmap++) {
      var hex =
          profile
              .bitmap()
              .decode(frame.take(profile.bitmap().byteCount(BITMAP_BYTES)), BITMAP_BYTES);
      requireContent(Content.B, hex);
      var bits = Long.parseUnsignedLong(hex, 16);
      for (var bit = 0; bit < BITMAP_BITS; bit++) {
        if ((bits >>> (BITMAP_BITS - 1 - bit) & 1) == 1) {
          present.set(BITMAP_BITS * bitmap + bit + 1);
        }
      }
      more = present.get(bitmap == 0 ? SECOND_BITMAP : THIRD_BITMAP);
    }
    present.clear(SECOND_BITMAP);
    if (profile.bitmapCountMax() > 2) {
      present.clear(THIRD_BITMAP);
    }
    return present;
  }

  private String readElement(Frame frame, int number) throws FormatFault {
    var format =
        profile
            .element(number)
            .orElseThrow(() -> new FormatFault("the profile has no such element"));
    var encoding = profile.encodingOf(format.content());
    var length = format.isFixed() ? format.length() : readLength(frame, format, encoding);
    var value = encoding.decode(frame.take(encoding.byteCount(length)), length);
    requireContent(format.content(), value);
    return value;
  }

  private int readLength(Frame frame, ElementFormat format, Encoding encoding) throws FormatFault {
    var counted = profile.lengths().read(frame, format.lengthDigits());
    var length = counted / encoding.countedAs(1);
    if (length > format.length() || encoding.countedAs(length) != counted) {
      throw new FormatFault("the length " + counted + " is not allowed");
    }
    return length;
  }

  private static void requireContent(Content content, String value) throws FormatFault {
    for (var i = 0; i < value.length(); i++) {
      if (!content.accepts(value.charAt(i))) {
        throw new FormatFault("character " + (i + 1) + " is not allowed");
      }
    }
  }

  /**
   * @throws IllegalArgumentException if an element is unknown or its value doesn't fit
   */
  byte[] write(NetworkMessage message) {
    var out = new ByteArrayOutputStream();
    profile.type().encode(message.type(), out);
    writeBitmaps(message.elements(), out);
    message.elements().forEach((number, value) -> writeElement(number, value, out));
    return out.toByteArray();
  }

  private void writeBitmaps(SortedMap<Integer, String> elements, ByteArrayOutputStream out) {
    var last = elements.isEmpty() ? 0 : elements.lastKey();
    var bitmapCount = Math.max(1, (last + BITMAP_BITS - 1) / BITMAP_BITS);
    var bitmaps = new long[bitmapCount];
    if (bitmapCount > 1) {
      set(bitmaps, SECOND_BITMAP);
    }
    if (bitmapCount > 2) {
      set(bitmaps, THIRD_BITMAP);
    }
    elements.keySet().forEach(number -> set(bitmaps, number));
    Arrays.stream(bitmaps)
        .forEach(bits -> profile.bitmap().encode(String.format("%016X", bits), out));
  }

  private static void set(long[] bitmaps, int number) {
    bitmaps[(number - 1) / BITMAP_BITS] |= 1L << (BITMAP_BITS - 1 - (number - 1) % BITMAP_BITS);
  }

  private void writeElement(int number, String value, ByteArrayOutputStream out) {
    var format =
        profile
            .element(number)
            .orElseThrow(
                () -> new IllegalArgumentException(profile.name() + " has no element " + number));
    var fitted = format.fitted(value);
    var encoding = profile.encodingOf(format.content());
    if (!format.isFixed()) {
      var length = format.content() == Content.B ? fitted.length() / 2 : fitted.length();
      profile.lengths().write(encoding.countedAs(length), format.lengthDigits(), out);
    }
    encoding.encode(fitted, out);
  }
}
