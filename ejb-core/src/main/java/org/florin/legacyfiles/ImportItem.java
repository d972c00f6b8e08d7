package org.florin.legacyfiles;

import org.florin.legacyfiles.LegacyFormats.Reading;

/** One reading of one file of a run; the ordinal says which file. */
public record ImportItem(int ordinal, Reading reading) {}
