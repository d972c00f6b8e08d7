/**
 * Who may use the portal: invitation, enrolment, sign-in, lockout.
 *
 * <p>A user has one role; a cardholder belongs to one customer. Passwords are kept as Argon2id
 * hashes only. Ten failures lock a user for half an hour, in the database, so that it holds for
 * every node. An unknown user, a wrong password and a locked user get the same answer after the
 * same work. An invitation's token isn't stored: it is a keyed hash of the invitation's id, valid
 * once and for a limited time.
 */
@NullMarked
package org.florin.access;

import org.jspecify.annotations.NullMarked;
