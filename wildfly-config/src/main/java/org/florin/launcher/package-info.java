/**
 * Makes a running bank out of a build: the server image, the database, the simulators and the
 * server as separate processes, and everything {@code ./florin} does.
 *
 * <p>Rules: a process is only ever ended when it was started and recorded here (id and start time);
 * everything that must outlive a run is under the state folder; secrets are generated once, kept
 * with mode 600 and handed on by environment, never by command line.
 */
@NullMarked
package org.florin.launcher;

import org.jspecify.annotations.NullMarked;
