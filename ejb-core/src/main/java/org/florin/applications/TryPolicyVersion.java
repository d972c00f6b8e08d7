package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.florin.applications.PolicyTrial.Change;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.underwriting.CreditPolicy;
import org.florin.underwriting.FindPolicies;
import org.florin.underwriting.Outcome;
import org.florin.underwriting.PolicyFile;
import org.florin.underwriting.Recommendation;
import org.florin.underwriting.UnderwritingPolicy;

/** Asks a version of a credit policy about the applications of some dates; changes nothing. */
@Stateless
public class TryPolicyVersion {

  private static final int ASKED_MAX = 2_000;

  @Inject Applications applications;
  @Inject FindPolicies policies;
  @Inject PersonalDataVault vault;

  /** Which version, about which business dates, both included. */
  public record Command(int version, LocalDate from, LocalDate to) {}

  /** Empty if there is no such version. */
  public Optional<PolicyTrial> handle(Command command) {
    return policies
        .byNumber(command.version())
        .map(
            version ->
                trial(
                    command,
                    PolicyFile.kept(version.file()),
                    applications.decided(
                        version.product(), command.from(), command.to(), ASKED_MAX + 1)));
  }

  private PolicyTrial trial(Command command, CreditPolicy policy, List<CreditApplication> found) {
    var asked =
        found.stream().limit(ASKED_MAX).flatMap(each -> asked(policy, each).stream()).toList();
    return new PolicyTrial(
        command.version(),
        command.from(),
        command.to(),
        asked.size(),
        found.size() > ASKED_MAX,
        counts(asked, Change::then),
        counts(asked, Change::now),
        limits(asked, Change::then, policy.currency()),
        limits(asked, Change::now, policy.currency()),
        asked.stream().filter(TryPolicyVersion::isAnother).toList());
  }

  private Optional<Change> asked(CreditPolicy policy, CreditApplication application) {
    return application
        .factSheet(vault)
        .flatMap(
            sheet ->
                application
                    .recommendation()
                    .map(
                        then ->
                            new Change(
                                application.id(),
                                then,
                                UnderwritingPolicy.decide(policy, sheet.facts()))));
  }

  /** Another path to the same offer is no change. */
  private static boolean isAnother(Change each) {
    return each.then().outcome() != each.now().outcome()
        || !each.then().limit().equals(each.now().limit())
        || !each.then().apr().equals(each.now().apr());
  }

  private static Map<Outcome, Long> counts(
      Collection<Change> asked, Function<Change, Recommendation> side) {
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    for (var outcome : Outcome.values()) {
      counts.put(
          outcome, asked.stream().filter(each -> side.apply(each).outcome() == outcome).count());
    }
    return counts;
  }

  /** What is only proposed to a person is no offer yet. */
  private static Money limits(
      Collection<Change> asked, Function<Change, Recommendation> side, CurrencyCode currency) {
    return asked.stream()
        .map(side)
        .filter(each -> each.outcome() != Outcome.REFERRED)
        .flatMap(each -> each.limit().stream())
        .reduce(Money.zero(currency), Money::plus);
  }
}
