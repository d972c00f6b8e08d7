package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.florin.adapters.copybook.FieldFault;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.mainframe.parallel.RecordSource.Found;

/** A keyed file in memory: records found by key and gone through in the order of their keys. */
final class KeyedRecords {

  private final TreeMap<String, RecordImage> records = new TreeMap<>();
  private final String[] keyFields;

  private KeyedRecords(String[] keyFields) {
    this.keyFields = keyFields;
  }

  /** Reads a file to its end; every number in it must be one, and every key its own. */
  static KeyedRecords load(RecordSource source, String... keyFields) throws IOException {
    KeyedRecords loaded = new KeyedRecords(keyFields);
    try (source) {
      for (Optional<Found> next = source.next(); next.isPresent(); next = source.next()) {
        Found found = next.get();
        Optional<FieldFault> fault = found.image().firstWrongNumber();
        if (fault.isPresent()) {
          throw new IOException(source.described(found, fault.get()));
        }
        if (loaded.records.putIfAbsent(found.image().key(keyFields), found.image()) != null) {
          throw new IOException(
              source.described(found, new FieldFault(0, keyFields[0], "the key was there before")));
        }
      }
    }
    return loaded;
  }

  /** A text in the form in which keys are compared. */
  static String key(String text) {
    return new String(RecordEncoding.ebcdic().encode(text), StandardCharsets.ISO_8859_1);
  }

  Optional<RecordImage> get(String key) {
    return Optional.ofNullable(records.get(key));
  }

  void add(RecordImage image) {
    records.put(image.key(keyFields), image);
  }

  Collection<RecordImage> inOrder() {
    return records.values();
  }
}
