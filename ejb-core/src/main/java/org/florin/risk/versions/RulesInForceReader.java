package org.florin.risk.versions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.florin.platform.sql.Database;
import org.florin.risk.RuleFile;
import org.florin.risk.versions.RulesInForce.InForce;
import org.jspecify.annotations.Nullable;

/** Reads which versions are in force, and their files if they are others than before. */
@ApplicationScoped
class RulesInForceReader {

  @Inject Database database;

  /** Outside the caller's transaction: its connection may be another one. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  RulesInForce read(@Nullable RulesInForce before) {
    Map<VersionStatus, Integer> numbers = new HashMap<>();
    var zones =
        database.list(
            """
            select bank.time_zone, version.number, version.status
            from bank left join risk_rule_version version on version.status in ('shadow', 'active')
            """,
            row -> {
              var status = row.optionalText("status");
              if (status.isPresent()) {
                numbers.put(VersionStatus.ofCode(status.get()), row.integer("number"));
              }
              return ZoneId.of(row.text("time_zone"));
            });
    return new RulesInForce(
        inForce(numbers, VersionStatus.ACTIVE, before),
        inForce(numbers, VersionStatus.SHADOW, before),
        zones.getFirst());
  }

  private Optional<InForce> inForce(
      Map<VersionStatus, Integer> numbers, VersionStatus status, @Nullable RulesInForce before) {
    var decides = status == VersionStatus.ACTIVE;
    return Optional.ofNullable(numbers.get(status))
        .flatMap(number -> known(before, number, decides).or(() -> load(number, decides)));
  }

  private static Optional<InForce> known(
      @Nullable RulesInForce before, int number, boolean decides) {
    return before == null
        ? Optional.empty()
        : before.all().stream()
            .filter(each -> each.version() == number)
            .findFirst()
            .map(each -> new InForce(number, decides, each.rules()));
  }

  /** A file that was right when it was promoted, and is no more, can only be left out. */
  private Optional<InForce> load(int number, boolean decides) {
    var file =
        database
            .first(
                "select file from risk_rule_version where number = ?",
                row -> row.text("file"),
                number)
            .orElseThrow();
    return switch (RuleFile.read(file)) {
      case RuleFile.Valid valid -> Optional.of(new InForce(number, decides, valid.rules()));
      case RuleFile.Invalid invalid -> {
        RiskLog.LOG.unreadable(number, invalid.faults().getFirst().toString());
        yield Optional.empty();
      }
    };
  }
}
