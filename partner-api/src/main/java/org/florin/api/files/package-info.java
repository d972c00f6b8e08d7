/** Files of legacy systems and their intake. */
@NullMarked
package org.florin.api.files;

import org.jspecify.annotations.NullMarked;
