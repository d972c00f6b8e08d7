package org.florin.adapters.mainframe;

import java.io.IOException;
import java.io.OutputStream;
import org.florin.adapters.copybook.Field;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyFormats.Screen;

/** Blots the card security code out of card records and watches where the file ends. */
final class ContentScreen extends Screen {

  private final Layout layout;
  private final RecordEncoding encoding;
  private final OutputStream target;
  private final int blotFrom;
  private final int blotTo;
  private final byte blot;

  private long records;
  private long position;
  private long recordStart;
  private int column;
  private boolean carriageReturn;

  ContentScreen(Layout layout, RecordEncoding encoding, OutputStream target) {
    this.layout = layout;
    this.encoding = encoding;
    this.target = target;
    this.blot = encoding.encode("0")[0];
    if (layout == Layouts.CARD) {
      Field code = layout.field("cvv");
      this.blotFrom = code.offset();
      this.blotTo = code.offset() + code.picture().length();
    } else {
      this.blotFrom = -1;
      this.blotTo = -1;
    }
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] screened = new byte[length];
    for (int index = 0; index < length; index++) {
      byte value = bytes[offset + index];
      boolean lineEnd = !encoding.isEbcdic() && value == '\n';
      boolean code = column >= blotFrom && column < blotTo && !lineEnd;
      screened[index] = code ? blot : value;
      advance(value, lineEnd);
    }
    target.write(screened, 0, length);
  }

  private void advance(byte value, boolean lineEnd) {
    position++;
    column++;
    carriageReturn = value == '\r';
    if (lineEnd || (encoding.isEbcdic() && column == layout.recordLength())) {
      records++;
      column = 0;
      recordStart = position;
    }
  }

  @Override
  public Reading verdict() {
    if (position == 0) {
      return new Reading.Torn(1, 0, "the file ends before record 1 at offset 0: it is empty");
    }
    if (column == 0) {
      return new Reading.End(records);
    }
    int length = column - (carriageReturn && !encoding.isEbcdic() ? 1 : 0);
    boolean complete =
        !encoding.isEbcdic() && (length == layout.recordLength() || length == layout.textLength());
    if (complete) {
      return new Reading.End(records + 1);
    }
    return new Reading.Torn(
        records + 1,
        recordStart,
        "the file ends inside record "
            + (records + 1)
            + " at offset "
            + position
            + ": "
            + length
            + " of "
            + layout.recordLength()
            + " bytes");
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
