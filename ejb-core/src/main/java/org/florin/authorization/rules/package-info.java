/**
 * What networks and the bank's programs lay down about card payments, as dated rows of the
 * database: how long holds live and how large they are, which clearings are worth a flag, how a
 * network says its increments. Read together and kept for a few seconds ({@code RuleBook}); the
 * rules themselves are plain values.
 */
@NullMarked
package org.florin.authorization.rules;

import org.jspecify.annotations.NullMarked;
