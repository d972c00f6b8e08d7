package org.florin.partners;

/** How many requests a partner may make: so many at once, and so many a second from then on. */
public record RequestRate(int perSecond, int atOnce) {}
