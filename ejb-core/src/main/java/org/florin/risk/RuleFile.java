package org.florin.risk;

import java.util.List;

/** A rule file that was read. */
public sealed interface RuleFile {

  /** It is right. */
  record Valid(RuleSet rules) implements RuleFile {}

  /** It is wrong, at these places in the file's order. */
  record Invalid(List<RuleFault> faults) implements RuleFile {}

  /** Most characters that a file may have. */
  int LENGTH_MAX = 500_000;

  /** Reads a file; the language is described in {@code docs/risk-rules.md}. */
  static RuleFile read(String text) {
    return RuleFileReader.read(text);
  }
}
