/** A development inbox: real SMTP in, a small web page to read what came. */
@NullMarked
package org.florin.simulators.mailbox;

import org.jspecify.annotations.NullMarked;
