/**
 * The credit bureau over HTTP and JSON: bounded in time, one retry, and never a failure of ours.
 */
@NullMarked
package org.florin.adapters.bureau;

import org.jspecify.annotations.NullMarked;
