package org.florin.sample;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.florin.risk.RuleFile;
import org.junit.jupiter.api.Test;

class SampleRulesTest {

  @Test
  void the_starter_rules_are_right() {
    var valid = assertInstanceOf(RuleFile.Valid.class, RuleFile.read(SampleRules.file()));
    assertTrue(valid.rules().rules().size() >= 8);
  }
}
