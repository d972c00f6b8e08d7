package org.florin.applications.limits;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.accounts.SetCreditLimit;
import org.florin.applications.ApplicationForm;
import org.florin.applications.ApplicationForm.Consents;
import org.florin.applications.BureauAnswer;
import org.florin.applications.FactSheet;
import org.florin.customers.FindCustomers;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.products.CardProduct;
import org.florin.products.FindProducts;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.FindPolicies;
import org.florin.underwriting.Outcome;
import org.florin.underwriting.PolicyFile;
import org.florin.underwriting.ReasonTexts;
import org.florin.underwriting.Recommendation;
import org.florin.underwriting.UnderwritingPolicy;

/** Changes a credit limit, or says why not; a higher one only if the credit policy says yes. */
@Stateless
public class ChangeLimit {

  private static final int REASONS_MAX = 4;

  @Inject FindAccounts accounts;
  @Inject FindCustomers customers;
  @Inject FindProducts products;
  @Inject FindPolicies policies;
  @Inject SetCreditLimit setLimit;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject BusinessClock clock;

  /**
   * @param bureau what {@link AssessLimit} learned
   */
  public record Command(LimitWish wish, Optional<BureauAnswer> bureau, Actor actor) {}

  public LimitChange handle(Command command) {
    var wish = command.wish();
    var found =
        accounts
            .byId(wish.account())
            .filter(account -> wish.owner().map(account.customer()::equals).orElse(true));
    if (found.isEmpty()) {
      return new LimitChange.NotFound();
    }
    var account = found.get();
    var product = products.byCode(account.productCode(), clock.businessDate());
    var limit = wish.creditLimit();
    if (!account.status().equals("open")
        || product.isEmpty()
        || !limit.currency().equals(account.creditLimit().currency())) {
      return new LimitChange.NotPossible("The limit of this account can't be changed.");
    }
    if (limit.compareTo(product.get().limitMin()) < 0
        || limit.compareTo(product.get().limitMax()) > 0
        || limit.equals(account.creditLimit())) {
      return new LimitChange.NotPossible(
          "Another limit, from "
              + product.get().limitMin()
              + " to "
              + product.get().limitMax()
              + ", please.");
    }
    return limit.compareTo(account.creditLimit()) > 0
        ? raise(command, account, product.get())
        : lower(command, product.get());
  }

  private LimitChange lower(Command command, CardProduct product) {
    var wish = command.wish();
    var codes = wish.reasonCodes();
    if (wish.owner().isEmpty()
        && (codes.isEmpty()
            || codes.size() > REASONS_MAX
            || !ReasonTexts.forRefusal().keySet().containsAll(codes))) {
      return new LimitChange.NotPossible("Give one to four principal reasons for a lower limit.");
    }
    return set(command, product, ReasonTexts.ranked(codes));
  }

  private LimitChange raise(Command command, AccountView account, CardProduct product) {
    if (command.wish().means().isEmpty() || command.bureau().isEmpty()) {
      return new LimitChange.NotPossible("A higher limit needs income, housing and employment.");
    }
    var recommended = assess(command, account);
    if (recommended.outcome() == Outcome.APPROVED) {
      return set(command, product, List.of());
    }
    var reasons = recommended.reasons();
    audit.record(
        AuditEntry.refused(
            command.actor().name(),
            command.actor().channel(),
            "account.limit",
            account.id().toString(),
            recommended.outcome().word() + " " + texts(reasons)));
    outbox.append(
        OutboxEvent.of(
            "account.limit_refused",
            account.id().toString(),
            account.id(),
            JsonParts.object()
                .add("account", account.id().toString())
                .add("reasons", JsonParts.array(texts(reasons)))
                .build()
                .toString()));
    return new LimitChange.Refused(account.id(), reasons);
  }

  /** The same function that decides applications, on what is known of the holder today. */
  private Recommendation assess(Command command, AccountView account) {
    var means = command.wish().means().orElseThrow();
    var form =
        new ApplicationForm(
            account.productCode(),
            account.creditLimit().currency().code(),
            Optional.of(command.wish().creditLimit()),
            customers.byId(account.customer()).orElseThrow().details(),
            means.annualIncome(),
            means.housing(),
            means.employment(),
            new Consents(true, ""),
            false);
    var policy = policies.active(account.productCode()).orElseThrow();
    return UnderwritingPolicy.decide(
        PolicyFile.kept(policy.file()),
        new FactSheet(form, command.bureau().orElseThrow(), clock.businessDate()).facts());
  }

  private LimitChange set(Command command, CardProduct product, List<DecisionReason> reasons) {
    var wish = command.wish();
    var limit = wish.creditLimit();
    var changed =
        setLimit.handle(
            new SetCreditLimit.Command(
                wish.account(), limit, product.cashLimit(limit), texts(reasons), command.actor()));
    return changed
        ? new LimitChange.Changed(wish.account(), limit)
        : new LimitChange.NotPossible("Somebody else changed this account meanwhile.");
  }

  private static List<String> texts(List<DecisionReason> reasons) {
    return reasons.stream().map(DecisionReason::text).toList();
  }
}
