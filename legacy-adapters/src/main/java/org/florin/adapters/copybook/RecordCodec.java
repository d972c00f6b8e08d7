package org.florin.adapters.copybook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.florin.adapters.copybook.Decoding.Decoded;
import org.florin.adapters.copybook.Decoding.Undecodable;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a record into values and back, by its layout and encoding. */
public final class RecordCodec {

  private final Layout layout;
  private final RecordEncoding encoding;

  public RecordCodec(Layout layout, RecordEncoding encoding) {
    this.layout = layout;
    this.encoding = encoding;
  }

  public Layout layout() {
    return layout;
  }

  public RecordEncoding encoding() {
    return encoding;
  }

  /** Reads one record. Bytes of any length and content give an answer. */
  public Decoding decode(byte[] record) {
    if (!layout.accepts(record.length)) {
      return new Undecodable(
          List.of(
              new FieldFault(
                  Math.min(record.length, layout.recordLength()),
                  "record",
                  "record has " + record.length + " bytes, not " + layout.recordLength())));
    }
    List<FieldFault> faults = new ArrayList<>(0);
    List<Field> fields = layout.fields();
    Object[] values = new Object[fields.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = decode(record, fields.get(index), faults);
    }
    return faults.isEmpty()
        ? new Decoded(new RecordValues(layout, values))
        : new Undecodable(faults);
  }

  private Object decode(byte[] record, Field field, List<FieldFault> faults) {
    Picture picture = field.picture();
    if (picture.usage() == Picture.Usage.RAW) {
      int end = Math.min(field.end(), record.length);
      return field.offset() >= end ? new byte[0] : Arrays.copyOfRange(record, field.offset(), end);
    }
    if (picture.occurs() == 1) {
      return decodeUnit(record, field, field.offset(), faults);
    }
    boolean numeric = picture.numeric();
    long[] numbers = new long[numeric ? picture.occurs() : 0];
    String[] texts = new String[numeric ? 0 : picture.occurs()];
    for (int unit = 0; unit < picture.occurs(); unit++) {
      Object value =
          decodeUnit(record, field, field.offset() + unit * picture.unitLength(), faults);
      if (value instanceof Long number) {
        numbers[unit] = number;
      } else {
        texts[unit] = (String) value;
      }
    }
    return numeric ? numbers : texts;
  }

  Object decodeUnit(byte[] record, Field field, int offset, List<FieldFault> faults) {
    return switch (field.picture().usage()) {
      case ZONED -> zoned(record, field, offset, faults);
      case PACKED -> packed(record, field, offset, faults);
      case BINARY -> binary(record, field, offset, faults);
      case TEXT, RAW -> text(record, field, offset, faults);
    };
  }

  private String text(byte[] record, Field field, int offset, List<FieldFault> faults) {
    int length = field.picture().unitLength();
    char[] characters = new char[length];
    for (int index = 0; index < length; index++) {
      byte value = record[offset + index];
      // Programs leave low values where nothing was ever moved; they read as blanks.
      char character = value == 0 ? ' ' : encoding.toChar(value);
      if (character == RecordEncoding.UNPRINTABLE) {
        faults.add(fault(offset + index, field, "byte %s is no printable character", value));
        return "";
      }
      characters[index] = character;
    }
    return new String(characters);
  }

  private Long zoned(byte[] record, Field field, int offset, List<FieldFault> faults) {
    Picture picture = field.picture();
    long magnitude = 0;
    int last = offset + picture.unitLength() - 1;
    for (int index = offset; index <= last; index++) {
      byte value = record[index];
      if (index == last && picture.signed()) {
        int signed = encoding.signedDigit(value);
        if (signed == RecordEncoding.NO_SIGN) {
          faults.add(fault(index, field, "byte %s is no signed digit", value));
          return 0L;
        }
        return signed >= 0 ? magnitude * 10 + signed : -(magnitude * 10 - 1 - signed);
      }
      int digit = encoding.digit(value);
      if (digit < 0) {
        faults.add(fault(index, field, "byte %s is no digit", value));
        return 0L;
      }
      magnitude = magnitude * 10 + digit;
    }
    return magnitude;
  }

  private static Long packed(byte[] record, Field field, int offset, List<FieldFault> faults) {
    Picture picture = field.picture();
    long magnitude = 0;
    int last = offset + picture.unitLength() - 1;
    for (int index = offset; index <= last; index++) {
      int high = (record[index] >> 4) & 0xf;
      int low = record[index] & 0xf;
      boolean wrong = high > 9 || (index < last && low > 9);
      // An even count of digits leaves the first half-byte unused; it must be zero.
      wrong |= index == offset && picture.digits() % 2 == 0 && high != 0;
      if (wrong) {
        faults.add(fault(index, field, "byte %s is no pair of packed digits", record[index]));
        return 0L;
      }
      magnitude = magnitude * 10 + high;
      if (index < last) {
        magnitude = magnitude * 10 + low;
        continue;
      }
      if (picture.signed() ? low != 0xC && low != 0xD : low != 0xF) {
        faults.add(fault(index, field, "byte %s ends in a wrong packed sign", record[index]));
        return 0L;
      }
      return low == 0xD ? -magnitude : magnitude;
    }
    return magnitude;
  }

  private static Long binary(byte[] record, Field field, int offset, List<FieldFault> faults) {
    Picture picture = field.picture();
    int length = picture.unitLength();
    long value = picture.signed() && record[offset] < 0 ? -1 : 0;
    for (int index = offset; index < offset + length; index++) {
      value = (value << 8) | (record[index] & 0xff);
    }
    long limit = picture.magnitudeMax();
    if (value > limit || value < (picture.signed() ? -limit : 0)) {
      faults.add(
          new FieldFault(
              offset, field.name(), "binary value has more than " + picture.digits() + " digits"));
      return 0L;
    }
    return value;
  }

  private static FieldFault fault(int offset, Field field, String reason, byte value) {
    String shown =
        "0x" + Character.forDigit((value >> 4) & 0xf, 16) + Character.forDigit(value & 0xf, 16);
    return new FieldFault(offset, field.name(), reason.replace("%s", shown));
  }

  /** Writes one record; a value that does not fit its field is a programming error. */
  public byte[] encode(RecordValues values) {
    byte[] record = new byte[layout.recordLength()];
    List<Field> fields = layout.fields();
    for (int index = 0; index < fields.size(); index++) {
      Field field = fields.get(index);
      Object value = values.value(index);
      for (int unit = 0; unit < field.picture().occurs(); unit++) {
        encodeUnit(record, field, unit, unitValue(value, unit));
      }
    }
    return record;
  }

  private static @Nullable Object unitValue(Object value, int unit) {
    if (value instanceof long[] numbers) {
      return numbers[unit];
    }
    return value instanceof String[] texts ? texts[unit] : value;
  }

  void encodeUnit(byte[] record, Field field, int unit, @Nullable Object value) {
    Picture picture = field.picture();
    int offset = field.offset() + unit * picture.unitLength();
    if (value instanceof byte[] raw) {
      fill(record, offset, picture.unitLength(), raw, field);
    } else if (value instanceof String text) {
      fill(record, offset, picture.unitLength(), encoding.encode(text), field);
    } else if (value instanceof Long number) {
      encodeNumber(record, field, offset, number);
    } else {
      throw new IllegalArgumentException("No value for " + field.name());
    }
  }

  private void fill(byte[] record, int offset, int length, byte[] content, Field field) {
    if (content.length > length) {
      throw new IllegalArgumentException(
          field.name() + " holds " + length + " bytes, not " + content.length);
    }
    System.arraycopy(content, 0, record, offset, content.length);
    Arrays.fill(record, offset + content.length, offset + length, encoding.toByte(' '));
  }

  private void encodeNumber(byte[] record, Field field, int offset, long value) {
    Picture picture = field.picture();
    long limit = picture.magnitudeMax();
    if (value > limit || value < (picture.signed() ? -limit : 0)) {
      throw new IllegalArgumentException(field.name() + " cannot hold " + value);
    }
    int length = picture.unitLength();
    long rest = Math.abs(value);
    switch (picture.usage()) {
      case ZONED -> {
        for (int index = offset + length - 1; index >= offset; index--) {
          int digit = (int) (rest % 10);
          boolean sign = picture.signed() && index == offset + length - 1;
          record[index] =
              sign ? encoding.signed(digit, value < 0) : (byte) (encoding.zero() + digit);
          rest /= 10;
        }
      }
      case PACKED -> {
        int sign = picture.signed() ? (value < 0 ? 0xD : 0xC) : 0xF;
        record[offset + length - 1] = (byte) ((rest % 10) << 4 | sign);
        rest /= 10;
        for (int index = offset + length - 2; index >= offset; index--) {
          record[index] = (byte) ((rest / 10 % 10) << 4 | rest % 10);
          rest /= 100;
        }
      }
      case BINARY -> {
        for (int index = offset + length - 1, shift = 0; index >= offset; index--, shift += 8) {
          record[index] = (byte) (value >> shift);
        }
      }
      case TEXT, RAW -> throw new IllegalArgumentException(field.name() + " is not a number");
    }
  }
}
