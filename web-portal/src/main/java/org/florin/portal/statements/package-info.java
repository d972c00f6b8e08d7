/** Statements for cardholders and bank staff, with the days behind each cent of interest. */
@NullMarked
package org.florin.portal.statements;

import org.jspecify.annotations.NullMarked;
