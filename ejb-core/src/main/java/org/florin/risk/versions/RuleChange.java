package org.florin.risk.versions;

import java.util.List;
import org.florin.risk.RuleFault;

/** What became of a change to the rules. */
public sealed interface RuleChange {

  /** Done; the version as it is now. */
  record Done(RuleVersion version) implements RuleChange {}

  /** The file has faults; nothing was done. */
  record Faulty(List<RuleFault> faults) implements RuleChange {}

  /** Another person has to do this: the caller made the version or edited it last. */
  record SecondPersonNeeded() implements RuleChange {}

  /** The version has another status, or was edited since. */
  record Overtaken(RuleVersion version) implements RuleChange {}

  /** There is no such version. */
  record Unknown() implements RuleChange {}
}
