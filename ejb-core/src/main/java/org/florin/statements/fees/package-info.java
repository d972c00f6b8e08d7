/**
 * What services and lapses cost. Pure. Penalty fees stay in the safe harbour of Reg Z 1026.52(b),
 * never above the amount missed, and one for an event.
 */
@NullMarked
package org.florin.statements.fees;

import org.jspecify.annotations.NullMarked;
