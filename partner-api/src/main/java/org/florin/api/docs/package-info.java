/** The API's own description: OpenAPI, with examples that tests send. */
@NullMarked
package org.florin.api.docs;

import org.jspecify.annotations.NullMarked;
