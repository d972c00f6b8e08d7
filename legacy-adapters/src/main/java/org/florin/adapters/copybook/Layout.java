package org.florin.adapters.copybook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of one kind of record; they cover it from the first byte to the last. */
public final class Layout {

  private final String name;
  private final int recordLength;
  private final int textLength;
  private final List<Field> fields;
  private final Map<String, Integer> positions;

  Layout(String name, int recordLength, int textLength, List<Field> fields) {
    this.name = name;
    this.recordLength = recordLength;
    this.textLength = textLength;
    this.fields = List.copyOf(fields);
    Map<String, Integer> found = new HashMap<>();
    int next = 0;
    for (Field field : this.fields) {
      if (field.offset() != next) {
        throw new IllegalArgumentException(
            name + ": field " + field.name() + " begins at " + field.offset() + ", not " + next);
      }
      if (found.put(field.name(), found.size()) != null) {
        throw new IllegalArgumentException(name + ": two fields called " + field.name());
      }
      next = field.end();
    }
    if (next != recordLength) {
      throw new IllegalArgumentException(name + ": fields end at " + next);
    }
    this.positions = Map.copyOf(found);
  }

  public String name() {
    return name;
  }

  public int recordLength() {
    return recordLength;
  }

  public List<Field> fields() {
    return fields;
  }

  /** The field of that name; asking for one that is not in the layout is a programming error. */
  public Field field(String fieldName) {
    return fields.get(position(fieldName));
  }

  int position(String fieldName) {
    Integer position = positions.get(fieldName);
    if (position == null) {
      throw new IllegalArgumentException("No field " + fieldName + " in " + name);
    }
    return position;
  }

  /** Length of a line in the text version of the file, which may leave the filler out. */
  public int textLength() {
    return textLength;
  }

  /** Whether a record of so many bytes can be one of these. */
  boolean accepts(int length) {
    return length == recordLength || length == textLength;
  }

  @Override
  public String toString() {
    return name + " (" + recordLength + " bytes)";
  }
}
