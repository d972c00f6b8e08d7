package org.florin.adapters.copybook;

import java.util.List;

/** What the bytes of one record turned out to be. */
public sealed interface Decoding {

  /** Every field could be read. */
  record Decoded(RecordValues values) implements Decoding {}

  /** At least one field could not; the faults are in the order of the bytes. */
  record Undecodable(List<FieldFault> faults) implements Decoding {
    public Undecodable {
      faults = List.copyOf(faults);
    }
  }
}
