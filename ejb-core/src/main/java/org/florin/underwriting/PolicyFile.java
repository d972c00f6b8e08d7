package org.florin.underwriting;

import java.util.List;

/** A credit policy as people write it: JSON, read with every fault found. */
public sealed interface PolicyFile {

  int LENGTH_MAX = 100_000;

  /** It can be applied. */
  record Valid(CreditPolicy policy) implements PolicyFile {}

  /** It can't. */
  record Invalid(List<PolicyFault> faults) implements PolicyFile {}

  static PolicyFile read(String text) {
    return PolicyFileReader.read(text);
  }

  /** A policy that was valid when it was kept. */
  static CreditPolicy kept(String text) {
    return switch (read(text)) {
      case Valid valid -> valid.policy();
      case Invalid invalid ->
          throw new IllegalStateException("a kept policy can't be read: " + invalid.faults());
    };
  }
}
