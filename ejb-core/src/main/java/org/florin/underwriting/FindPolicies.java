package org.florin.underwriting;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.BusinessClock;

/** Reads the versions of the credit policies. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindPolicies {

  @Inject PolicyVersions versions;
  @Inject BusinessClock clock;

  public Optional<PolicyVersion> byNumber(int number) {
    return versions.find(number, clock.businessDate());
  }

  /** The one that decides about the product now. */
  public Optional<PolicyVersion> active(String product) {
    return versions.active(product, clock.businessDate());
  }

  /**
   * Newest first.
   *
   * @param after the last one of the page before
   */
  public List<PolicyVersion> page(Optional<Integer> after, int countMax) {
    return versions.page(after.orElse(Integer.MAX_VALUE), countMax, clock.businessDate());
  }
}
