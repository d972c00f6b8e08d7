package org.florin.risk.versions;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads the versions of the rule file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindRuleVersions {

  @Inject RuleVersions versions;

  public Optional<RuleVersion> byNumber(int number) {
    return versions.find(number);
  }

  /** The one that decides now. */
  public Optional<RuleVersion> active() {
    return versions.in(VersionStatus.ACTIVE);
  }

  /** The one that only records now. */
  public Optional<RuleVersion> shadow() {
    return versions.in(VersionStatus.SHADOW);
  }

  /**
   * Newest first.
   *
   * @param after the last one of the page before
   */
  public List<RuleVersion> page(Optional<Integer> after, int countMax) {
    return versions.page(after.orElse(Integer.MAX_VALUE), countMax);
  }
}
