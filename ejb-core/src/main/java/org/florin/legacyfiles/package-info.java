/**
 * Files of the bank's old systems: received, checked, taken in, answered.
 *
 * <p>A file is received once: its SHA-256 is its identity, its content is kept sealed and without
 * card security codes, a torn file is quarantined and posts nothing. An import run takes a set of
 * files in, record by record in file order, in one transaction per chunk together with its own
 * position; a run that died goes on behind its last chunk. Every record has a natural key (legacy
 * system and number) that stays unique for ever, so the same record never counts twice, whatever
 * file or encoding it comes in. A record that cannot be read or placed goes to suspense with line,
 * offset and reason, and the rest goes on.
 *
 * <p>Two modes: {@code correct} posts every clearing of a known card and flags the odd ones; {@code
 * compatible} accepts and rejects as the mainframe's program does. Both modes judge each
 * transaction both ways, and the difference report lists where they part.
 */
@NullMarked
package org.florin.legacyfiles;

import org.jspecify.annotations.NullMarked;
