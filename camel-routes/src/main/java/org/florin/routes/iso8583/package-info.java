/**
 * The card networks' door: ISO 8583 over TCP, each frame behind two bytes of length. One listening
 * port per link, links as the database has them; many requests under way on one connection, answers
 * in the order in which they are ready. Whatever a peer does wrong costs it its connection and
 * nobody else anything.
 */
@NullMarked
package org.florin.routes.iso8583;

import org.jspecify.annotations.NullMarked;
