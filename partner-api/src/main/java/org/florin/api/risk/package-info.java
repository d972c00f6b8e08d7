/** Risk rules: attributes, versions of the rule file, back-tests, what rules found. */
@NullMarked
package org.florin.api.risk;

import org.jspecify.annotations.NullMarked;
