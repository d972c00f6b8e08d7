/**
 * Work that is done in the background, once for each job and business key. A run's row is its
 * lease: whoever begins it holds a token that grows with every start, and writes nothing once
 * another has a newer one. This package knows no context; {@code batch-reports} starts what is due.
 */
@NullMarked
package org.florin.platform.jobs;

import org.jspecify.annotations.NullMarked;
