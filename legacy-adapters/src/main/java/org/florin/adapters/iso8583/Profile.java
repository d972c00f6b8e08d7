package org.florin.adapters.iso8583;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A dialect: encodings and data elements.
 *
 * @param type how the message type is written
 * @param bitmap {@link Encoding#HEX} or {@link Encoding#BINARY}
 * @param bitmapCountMax 2 or 3 bitmaps of 64 bits
 * @param lengths how lengths are written
 * @param values how values are written, by content
 * @param elements formats by number
 */
record Profile(
    String name,
    Encoding type,
    Encoding bitmap,
    int bitmapCountMax,
    LengthEncoding lengths,
    Map<Content, Encoding> values,
    SortedMap<Integer, ElementFormat> elements) {

  Profile {
    if (!values.keySet().containsAll(EnumSet.allOf(Content.class))) {
      throw new IllegalArgumentException(name + ": not every content has an encoding");
    }
    if (lengths == LengthEncoding.BYTE
        && elements.values().stream()
            .anyMatch(format -> !format.isFixed() && format.length() > 255)) {
      throw new IllegalArgumentException(name + ": a length of one byte is at most 255");
    }
    values = Map.copyOf(values);
    elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
  }

  Optional<ElementFormat> element(int number) {
    return Optional.ofNullable(elements.get(number));
  }

  Encoding encodingOf(Content content) {
    return Objects.requireNonNull(values.get(content));
  }
}
