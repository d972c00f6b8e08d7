/**
 * The partner API, version 1: JSON over HTTP. Resources convert, call one use case, convert back;
 * decisions are answers, problems are what kept one from being reached.
 */
@NullMarked
package org.florin.api;

import org.jspecify.annotations.NullMarked;
