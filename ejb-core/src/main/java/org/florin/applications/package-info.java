/**
 * From an application to an account: apply, assess, decide, accept.
 *
 * <p>States go {@code received -> verifying -> in_review | approved | counteroffered | declined},
 * an offer then {@code accepted | withdrawn | expired}. The decision is a pure function of what an
 * application rests on ({@link FactSheet}) and a numbered version of the credit policy (context
 * {@code underwriting}), both kept, so that it can be replayed. Every transition is a row with who,
 * when, channel and reason, an event and a line of audit, in one transaction.
 *
 * <p>The bureau is asked outside any transaction ({@link AssessApplicant}); the rest joins the
 * caller's ({@link SubmitApplication}). Two applications of one person for one product are kept
 * apart by a lock on the person's keyed tax id; a decision locks the application's row.
 */
@NullMarked
package org.florin.applications;

import org.jspecify.annotations.NullMarked;
