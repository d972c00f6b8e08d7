package org.florin.adapters.mainframe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.florin.adapters.copybook.Field;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Picture;
import org.florin.adapters.copybook.RecordEncoding;

/** Damages a mainframe file in one of many ways; the same seed does the same damage. */
final class FileMutator {

  /** What is done to a file. */
  enum Damage {
    FLIPPED_BIT,
    FLIPPED_BITS,
    RANDOM_BYTE,
    CUT_INSIDE_A_RECORD,
    CUT_BETWEEN_RECORDS,
    CUT_TO_NOTHING,
    BYTES_LOST,
    BYTES_ADDED,
    JUNK_AT_THE_END,
    RECORD_REPEATED,
    RECORD_LOST,
    RECORDS_SWAPPED,
    WRONG_SIGN,
    BLANK_IN_A_NUMBER,
    DATE_OF_ZEROS,
    DATE_FAR_AWAY,
    LINE_END_IN_A_RECORD,
    LOW_VALUES,
    OTHER_CODE_PAGE
  }

  private final Random random;
  private final Layout layout;
  private final RecordEncoding encoding;

  FileMutator(Random random, Layout layout, RecordEncoding encoding) {
    this.random = random;
    this.layout = layout;
    this.encoding = encoding;
  }

  /** Bytes from one record to the next. */
  private int step() {
    return encoding.isEbcdic() ? layout.recordLength() : layout.textLength() + 1;
  }

  byte[] damaged(byte[] whole, Damage damage) {
    byte[] bytes = whole.clone();
    int records = bytes.length / step();
    int record = random.nextInt(records);
    int start = record * step();
    int at = random.nextInt(bytes.length);
    switch (damage) {
      case FLIPPED_BIT -> flip(bytes, 1);
      case FLIPPED_BITS -> flip(bytes, 2 + random.nextInt(30));
      case RANDOM_BYTE -> bytes[at] = (byte) random.nextInt(256);
      case CUT_INSIDE_A_RECORD -> {
        return Arrays.copyOf(bytes, start + 1 + random.nextInt(layout.textLength() - 2));
      }
      case CUT_BETWEEN_RECORDS -> {
        return Arrays.copyOf(bytes, Math.max(step(), start));
      }
      case CUT_TO_NOTHING -> {
        return new byte[0];
      }
      case BYTES_LOST -> {
        int lost = Math.min(1 + random.nextInt(20), bytes.length - at);
        return spliced(bytes, at, lost, new byte[0]);
      }
      case BYTES_ADDED -> {
        byte[] added = new byte[1 + random.nextInt(20)];
        random.nextBytes(added);
        return spliced(bytes, at, 0, added);
      }
      case JUNK_AT_THE_END -> {
        byte[] junk = new byte[1 + random.nextInt(3 * step())];
        random.nextBytes(junk);
        return spliced(bytes, bytes.length, 0, junk);
      }
      case RECORD_REPEATED -> {
        return spliced(bytes, start, 0, Arrays.copyOfRange(bytes, start, start + step()));
      }
      case RECORD_LOST -> {
        return spliced(bytes, start, step(), new byte[0]);
      }
      case RECORDS_SWAPPED -> {
        int other = random.nextInt(records) * step();
        byte[] kept = Arrays.copyOfRange(bytes, start, start + step());
        System.arraycopy(bytes, other, bytes, start, step());
        System.arraycopy(kept, 0, bytes, other, step());
      }
      case WRONG_SIGN -> bytes[lastOf(start)] = (byte) random.nextInt(256);
      case BLANK_IN_A_NUMBER -> bytes[lastOf(start)] = encoding.encode(" ")[0];
      case DATE_OF_ZEROS ->
          System.arraycopy(encoding.encode("0000-00-00"), 0, bytes, date(start), 10);
      case DATE_FAR_AWAY -> {
        String far = random.nextBoolean() ? "0000-12-31" : "9999-12-31";
        System.arraycopy(encoding.encode(far), 0, bytes, date(start), 10);
      }
      case LINE_END_IN_A_RECORD ->
          bytes[start + random.nextInt(layout.textLength())] =
              new byte[] {0x15, 0x25, 0x0a, 0x0d}[random.nextInt(4)];
      case LOW_VALUES -> {
        int length = 1 + random.nextInt(layout.textLength() - 1);
        Arrays.fill(bytes, start, start + length, (byte) 0);
      }
      case OTHER_CODE_PAGE -> {
        byte[] other = "Zürich ß €".getBytes(StandardCharsets.UTF_8);
        int length = Math.min(other.length, bytes.length - at);
        System.arraycopy(other, 0, bytes, at, length);
      }
    }
    return bytes;
  }

  private void flip(byte[] bytes, int count) {
    for (int flipped = 0; flipped < count; flipped++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  private static byte[] spliced(byte[] bytes, int at, int lost, byte[] added) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, at);
    spliced.writeBytes(added);
    spliced.write(bytes, at + lost, bytes.length - at - lost);
    return spliced.toByteArray();
  }

  /** The last byte of a numeric field of the record. */
  private int lastOf(int start) {
    Field[] numbers =
        layout.fields().stream()
            .filter(field -> field.picture().usage() == Picture.Usage.ZONED)
            .toArray(Field[]::new);
    if (numbers.length == 0) {
      return start;
    }
    Field field = numbers[random.nextInt(numbers.length)];
    return start + field.offset() + field.picture().length() - 1;
  }

  /** Where one of its dates begins, or the record where it has none. */
  private int date(int start) {
    int[] dates =
        layout.fields().stream()
            .filter(
                field -> field.name().contains("date") || field.name().contains("original-time"))
            .mapToInt(Field::offset)
            .toArray();
    return dates.length == 0 ? start : start + dates[random.nextInt(dates.length)];
  }
}
