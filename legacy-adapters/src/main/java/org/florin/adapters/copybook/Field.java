package org.florin.adapters.copybook;

/** One named field of a layout, at a byte offset counted from 0. */
public record Field(String name, int offset, Picture picture) {

  /** The first byte behind the field. */
  int end() {
    return offset + picture.length();
  }
}
