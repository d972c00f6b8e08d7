/** Mail by SMTP, through the server's mail session. */
@NullMarked
package org.florin.adapters.smtp;

import org.jspecify.annotations.NullMarked;
