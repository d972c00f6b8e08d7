/**
 * Changes of an account's credit limit.
 *
 * <p>A higher limit takes what an application takes: income, housing, a bureau's answer, and the
 * product's credit policy, ability to pay included ({@link AssessLimit}, outside any transaction);
 * only a plain yes of the policy raises it. A lower one is the cardholder's own wish or has
 * principal reasons, which are told. Staff raise up to their own authority.
 */
@NullMarked
package org.florin.applications.limits;

import org.jspecify.annotations.NullMarked;
