/**
 * A partner's say in card payments: programs may name an address that is asked, signed and within
 * what is left of the time for the answer, before a payment is approved ({@code AskPartner}). No
 * transaction, lock or writer waits for the partner; the payment is decided again when its answer
 * is there ({@code HookPolicy}). What is done without an answer, declining or approving within
 * stand-in limits, is the program's setting.
 */
@NullMarked
package org.florin.authorization.hooks;

import org.jspecify.annotations.NullMarked;
