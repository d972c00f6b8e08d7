package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.ApplicationId;
import org.florin.underwriting.FindPolicies;
import org.florin.underwriting.PolicyFile;
import org.florin.underwriting.Recommendation;
import org.florin.underwriting.UnderwritingPolicy;

/** Decides an application again by what it rested on then; changes nothing. */
@Stateless
public class ReplayDecision {

  @Inject Applications applications;
  @Inject FindPolicies policies;
  @Inject PersonalDataVault vault;

  /** The policy's answer of then, and the one that the kept inputs give now. */
  public record Replay(int policyVersion, Recommendation then, Recommendation now) {

    /** Whether both are the same to the last step. */
    public boolean isSame() {
      return then.equals(now);
    }
  }

  /** Empty if there is no such application, or it was decided before inputs were kept. */
  public Optional<Replay> handle(ApplicationId id) {
    return applications
        .find(id)
        .flatMap(
            application ->
                application
                    .factSheet(vault)
                    .flatMap(
                        sheet ->
                            application
                                .recommendation()
                                .map(then -> replay(application.policyVersion(), then, sheet))));
  }

  private Replay replay(int version, Recommendation then, FactSheet sheet) {
    var policy = policies.byNumber(version).orElseThrow();
    return new Replay(
        version, then, UnderwritingPolicy.decide(PolicyFile.kept(policy.file()), sheet.facts()));
  }
}
