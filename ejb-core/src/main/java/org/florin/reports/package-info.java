/**
 * The bank's standard reports. A report is defined once: its columns, its query and its totals
 * ({@link org.florin.reports.StandardReport}); the page, the files and the answers of the API are
 * printed from the same lines. Amounts come from the journal, so that grand totals are the
 * ledger's. A report that is stored keeps its rows for ever; a form of it that was shown once is
 * kept and shown again, byte for byte. This context only reads the others' tables. Ring 4.
 */
@NullMarked
package org.florin.reports;

import org.jspecify.annotations.NullMarked;
