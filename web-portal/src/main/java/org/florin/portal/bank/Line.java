package org.florin.portal.bank;

/** A named value on a page. */
public record Line(String name, String text) {}
