package org.florin.sample;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.risk.versions.DraftRules;
import org.florin.risk.versions.FindRuleVersions;
import org.florin.risk.versions.PromoteRules;
import org.florin.risk.versions.RuleChange;
import org.florin.risk.versions.VersionStatus;

/** A first set of risk rules in the shadow: they record and decide nothing. */
@Dependent
class SampleRules {

  private static final Actor AUTHOR = new Actor("sample", "system");

  @Inject DraftRules draft;
  @Inject PromoteRules promote;
  @Inject FindRuleVersions find;

  /** Makes it, unless the bank had rules before. */
  void create() {
    if (find.page(Optional.empty(), 1).isEmpty()
        && draft.handle(
                new DraftRules.Command(
                    Optional.empty(), file(), "What most banks begin with", AUTHOR))
            instanceof RuleChange.Done done) {
      promote.handle(
          new PromoteRules.Command(
              done.version().number(),
              done.version().revision(),
              VersionStatus.SHADOW,
              Actor.SYSTEM));
    }
  }

  static String file() {
    try (var text =
        Objects.requireNonNull(SampleRules.class.getResourceAsStream("risk-rules.json"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
