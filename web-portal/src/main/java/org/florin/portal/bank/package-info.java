/** The bank's console: work, accounts, applications, files, jobs, users. */
@NullMarked
package org.florin.portal.bank;

import org.jspecify.annotations.NullMarked;
