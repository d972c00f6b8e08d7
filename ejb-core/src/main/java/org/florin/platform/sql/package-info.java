/**
 * Plain SQL through the container's data source: one small door for statements that an entity would
 * only slow down.
 */
@NullMarked
package org.florin.platform.sql;

import org.jspecify.annotations.NullMarked;
