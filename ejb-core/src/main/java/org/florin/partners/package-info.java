/**
 * Partners that call the API: clients, their keys and scopes. A key is shown once and stored only
 * as a hash; what a key may do is read again at most five seconds later. Ring 1.
 */
@NullMarked
package org.florin.partners;

import org.jspecify.annotations.NullMarked;
