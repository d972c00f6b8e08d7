package org.florin.adapters.copybook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One record as the bytes it is made of, read and changed field by field. What is not changed stays
 * as it was, to the byte, also where it makes no sense: so a program of the mainframe sees it.
 */
public final class RecordImage {

  private final RecordCodec codec;
  private final byte[] bytes;

  private RecordImage(RecordCodec codec, byte[] bytes) {
    this.codec = codec;
    this.bytes = bytes;
  }

  /** A view of these very bytes, as long as the layout says. */
  public static RecordImage of(RecordCodec codec, byte[] bytes) {
    if (bytes.length != codec.layout().recordLength()) {
      throw new IllegalArgumentException(codec.layout() + " in " + bytes.length + " bytes");
    }
    return new RecordImage(codec, bytes);
  }

  /** A new record: text and filler blank, numbers zero. */
  public static RecordImage blank(RecordCodec codec) {
    return of(codec, codec.encode(RecordValues.of(codec.layout()).build()));
  }

  /** The same record in bytes of its own. */
  public RecordImage copy() {
    return new RecordImage(codec, bytes.clone());
  }

  /** The bytes of the whole record, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** The bytes of one field. */
  public byte[] raw(String field) {
    Field found = codec.layout().field(field);
    return Arrays.copyOfRange(bytes, found.offset(), found.end());
  }

  /** Some fields one behind the other, as a text that sorts as the bytes do. */
  public String key(String... fields) {
    StringBuilder key = new StringBuilder();
    for (String field : fields) {
      Field found = codec.layout().field(field);
      key.append(
          new String(bytes, found.offset(), found.picture().length(), StandardCharsets.ISO_8859_1));
    }
    return key.toString();
  }

  /** What a field shows a person, blanks included. */
  public String text(String field) {
    return codec.encoding().decode(raw(field));
  }

  /** The number in a field, without its decimal point; the field was found to be sound before. */
  public long number(String field) {
    Field found = codec.layout().field(field);
    List<FieldFault> faults = new ArrayList<>(0);
    Object value = codec.decodeUnit(bytes, found, found.offset(), faults);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(found.name() + ": " + faults.getFirst().reason());
    }
    return (Long) value;
  }

  /** The first field that should hold a number and does not. */
  public Optional<FieldFault> firstWrongNumber() {
    List<FieldFault> faults = new ArrayList<>(0);
    for (Field field : codec.layout().fields()) {
      if (field.picture().numeric() && field.picture().occurs() == 1) {
        codec.decodeUnit(bytes, field, field.offset(), faults);
      }
    }
    return faults.stream().findFirst();
  }

  /** Writes a number into a field. */
  public RecordImage put(String field, long value) {
    codec.encodeUnit(bytes, codec.layout().field(field), 0, value);
    return this;
  }

  /** Writes a text into a field, filled with blanks. */
  public RecordImage put(String field, String text) {
    codec.encodeUnit(bytes, codec.layout().field(field), 0, text);
    return this;
  }

  /** Moves bytes into a field as a program moves text: cut or filled with blanks behind. */
  public RecordImage put(String field, byte[] content) {
    Field found = codec.layout().field(field);
    int length = Math.min(content.length, found.picture().length());
    System.arraycopy(content, 0, bytes, found.offset(), length);
    Arrays.fill(bytes, found.offset() + length, found.end(), codec.encoding().toByte(' '));
    return this;
  }
}
