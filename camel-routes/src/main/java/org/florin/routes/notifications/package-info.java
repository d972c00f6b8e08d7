/** Events that people are told of: from the topic to the use case, and the sending. */
@NullMarked
package org.florin.routes.notifications;

import org.jspecify.annotations.NullMarked;
