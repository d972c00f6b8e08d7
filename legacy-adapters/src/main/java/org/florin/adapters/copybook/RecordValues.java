package org.florin.adapters.copybook;

import java.util.Arrays;
import java.util.List;

/** The values of one record by field name; numbers are unscaled (an amount is in minor units). */
public final class RecordValues {

  private final Layout layout;
  private final Object[] values;

  RecordValues(Layout layout, Object[] values) {
    this.layout = layout;
    this.values = values;
  }

  /** Begins a record in which text is blank and numbers are zero. */
  public static Builder of(Layout layout) {
    return new Builder(layout);
  }

  /** Begins a copy that differs in what is set on it. */
  public Builder change() {
    return new Builder(this);
  }

  public Layout layout() {
    return layout;
  }

  /** The text of a field in its full width, blanks included. */
  public String text(String field) {
    return (String) value(field);
  }

  /** The text of a field without the blanks that fill it. */
  public String trimmed(String field) {
    return text(field).stripTrailing();
  }

  /** The digits of a number, without its decimal point. */
  public long number(String field) {
    return (Long) value(field);
  }

  /** An unsigned number as the digits it was written with, leading zeros included. */
  public String digits(String field) {
    String digits = Long.toString(number(field));
    return "0".repeat(layout.field(field).picture().digits() - digits.length()) + digits;
  }

  /** The values of a repeated text field. */
  public List<String> texts(String field) {
    return Arrays.asList((String[]) value(field)).stream().toList();
  }

  Object value(String field) {
    return values[layout.position(field)];
  }

  Object value(int position) {
    return values[position];
  }

  /** Collects the values of a record to be written. */
  public static final class Builder {

    private final Layout layout;
    private final Object[] values;

    private Builder(Layout layout) {
      this.layout = layout;
      this.values = new Object[layout.fields().size()];
      for (int index = 0; index < values.length; index++) {
        values[index] = blank(layout.fields().get(index).picture());
      }
    }

    private Builder(RecordValues original) {
      this.layout = original.layout;
      this.values = original.values.clone();
    }

    private static Object blank(Picture picture) {
      if (picture.usage() == Picture.Usage.RAW) {
        return new byte[0];
      }
      if (picture.numeric()) {
        return picture.occurs() == 1 ? (Object) 0L : new long[picture.occurs()];
      }
      String[] blanks = new String[picture.occurs()];
      Arrays.fill(blanks, "");
      return picture.occurs() == 1 ? blanks[0] : blanks;
    }

    public Builder text(String field, String value) {
      values[layout.position(field)] = value;
      return this;
    }

    public Builder number(String field, long value) {
      values[layout.position(field)] = value;
      return this;
    }

    /** Bytes carried along uninterpreted; what they leave of the field is filled with blanks. */
    public Builder raw(String field, byte[] value) {
      values[layout.position(field)] = value.clone();
      return this;
    }

    public RecordValues build() {
      return new RecordValues(layout, values.clone());
    }
  }
}
