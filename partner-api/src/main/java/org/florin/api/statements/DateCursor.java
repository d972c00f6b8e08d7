package org.florin.api.statements;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.florin.api.json.Page;
import org.florin.statements.FindStatements;
import org.jspecify.annotations.Nullable;

/** Reads the cursor of lists that are ordered by date. */
final class DateCursor {

  private DateCursor() {}

  /** The date before which to go on; without a cursor, later than any. */
  static LocalDate before(@Nullable String after) {
    return Page.parameter("after", after, DateCursor::date).orElse(FindStatements.LATEST);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
