package org.florin.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.accounts.AccountBook;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.HeldAuthorizations;
import org.florin.authorization.lifecycle.Effect;
import org.florin.authorization.lifecycle.Flag;
import org.florin.authorization.lifecycle.LifecyclePolicy;
import org.florin.authorization.lifecycle.Message;
import org.florin.authorization.rules.RuleBook;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.TransactionId;
import org.florin.ledger.MerchantDetails;
import org.florin.ledger.Posting;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;

/**
 * Books a presentment and what it does to its authorization; always, and once. The account is
 * locked by the caller.
 */
@ApplicationScoped
class ClearingDesk {

  @Inject HeldAuthorizations authorizations;
  @Inject AccountBook book;
  @Inject BusinessClock clock;
  @Inject RuleBook rules;
  @Inject UnmatchedClearings unmatched;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** The booked transaction; empty if the natural key was booked before, and nothing changed. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<TransactionId> book(Presentment presented, Optional<AuthorizationSnapshot> locked) {
    var step = locked.map(original -> step(original, presented));
    var linked = step.flatMap(LifecyclePolicy.Step::element).isPresent();
    var flags = flags(presented, step);
    var posting =
        posting(presented, linked ? locked : Optional.empty(), flags.stream().sorted().toList());
    if (!book.post(posting)) {
      return Optional.empty();
    }
    if (linked) {
      authorizations.record(
          locked.orElseThrow(),
          step.orElseThrow(),
          presented.amount().minor(),
          Optional.of(posting.id()),
          presented.origin());
    } else {
      tell(presented, posting);
      if (isForced(posting)) {
        unmatched.add(posting, locked);
      }
    }
    return Optional.of(posting.id());
  }

  private LifecyclePolicy.Step step(AuthorizationSnapshot original, Presentment presented) {
    var minor = presented.amount().minor();
    var credits = original.kind() == AuthorizationKind.REFUND;
    if (presented.isCredit() && !credits) {
      return LifecyclePolicy.apply(original.payment(), new Message.Refund(minor));
    }
    var category = presented.merchant().category();
    var current = rules.current();
    return LifecyclePolicy.apply(
        original.payment(),
        new Message.Clearing(
            minor, presented.last() || current.clearsOnce(category), current.tolerance(category)));
  }

  /** A credit without its original is usual; anything else is for a person to look at. */
  private static Set<Flag> flags(Presentment presented, Optional<LifecyclePolicy.Step> step) {
    var unlinked = step.filter(each -> each.effect() != Effect.POST_UNLINKED).isEmpty();
    return unlinked
        ? presented.isCredit() ? Set.of() : Set.of(Flag.UNMATCHED_FORCE_POST)
        : step.orElseThrow().flags();
  }

  private Posting posting(
      Presentment presented, Optional<AuthorizationSnapshot> original, List<Flag> flags) {
    var merchant = presented.merchant();
    return new Posting(
        TransactionId.create(),
        presented.naturalKey(),
        presented.kind(),
        presented.account(),
        presented.card(),
        original.map(AuthorizationSnapshot::id),
        presented.isCredit() ? presented.amount().negated() : presented.amount(),
        presented.kind().contraAccount(),
        clock.businessDate(),
        clock.now(),
        merchant.name(),
        presented.origin().channel(),
        presented.externalId(),
        Optional.of(
            new MerchantDetails(
                merchant.id(),
                merchant.name(),
                Optional.of(merchant.mcc()),
                merchant.city(),
                Optional.of(merchant.country()))),
        flags.stream().map(Flag::code).toList());
  }

  private static boolean isForced(Posting posting) {
    return posting.flags().contains(Flag.UNMATCHED_FORCE_POST.code());
  }

  /** A linked clearing is told with its authorization; this tells of one that stands alone. */
  private void tell(Presentment presented, Posting posting) {
    outbox.append(
        OutboxEvent.of(
            isForced(posting) ? "clearing.force_posted" : "clearing.posted",
            posting.id().toString(),
            posting.account(),
            JsonParts.object()
                .add("transaction", posting.id().toString())
                .add("account", posting.account().toString())
                .add("kind", posting.kind().code())
                .add("amount", posting.amount().minor())
                .add("currency", posting.amount().currency().code())
                .add("merchant_name", presented.merchant().name())
                .add("flags", JsonParts.array(posting.flags()))
                .build()
                .toString()));
    audit.record(
        AuditEntry.done(
            presented.origin().actor(),
            presented.origin().channel(),
            "clearing.post",
            posting.id().toString(),
            "amount " + posting.amount().minor() + " " + posting.flags()));
  }
}
