package org.florin.underwriting;

import java.util.List;

/** What became of a change to a credit policy. */
public sealed interface PolicyChange {

  /** Done; the version as it is now. */
  record Done(PolicyVersion version) implements PolicyChange {}

  /** The policy has faults; nothing was done. */
  record Faulty(List<PolicyFault> faults) implements PolicyChange {}

  /** Another person has to do this: the caller made the version or edited it last. */
  record SecondPersonNeeded() implements PolicyChange {}

  /** The version has another status, or was edited since. */
  record Overtaken(PolicyVersion version) implements PolicyChange {}

  /** There is no such version. */
  record Unknown() implements PolicyChange {}
}
