package org.florin.portal.risk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.florin.authorization.FindRiskTraces;
import org.florin.backtests.BacktestReport;
import org.florin.backtests.FindBacktests;
import org.florin.backtests.StartBacktest;
import org.florin.kernel.BusinessClock;
import org.florin.platform.json.JsonParts;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.risk.Attribute;
import org.florin.risk.Rule;
import org.florin.risk.RuleFault;
import org.florin.risk.RuleFile;
import org.florin.risk.versions.DraftRules;
import org.florin.risk.versions.FindRuleVersions;
import org.florin.risk.versions.PromoteRules;
import org.florin.risk.versions.RuleChange;
import org.florin.risk.versions.RuleVersion;
import org.florin.risk.versions.VersionStatus;
import org.jspecify.annotations.Nullable;

/** One version of the risk rules: its file, what it changes, how it does, and the way on. */
@Named
@ViewScoped
public class RuleVersionPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int BACKTESTS_SHOWN = 10;
  private static final int NOTE_LENGTH_MAX = 500;
  private static final int DAYS_TESTED = 30;
  private static final String EMPTY_FILE =
      """
      {
        "format": 1,
        "name": "Risk rules",
        "currency": "USD",
        "rules": [
        ]
      }
      """;

  /** A rule with how often it fired lately. */
  public record RuleRow(Rule rule, long fired) {}

  @Inject FindRuleVersions find;
  @Inject DraftRules draft;
  @Inject PromoteRules promote;
  @Inject FindRiskTraces traces;
  @Inject FindBacktests findBacktests;
  @Inject StartBacktest startBacktest;
  @Inject BusinessClock clock;
  @Inject CurrentUser user;
  @Inject RiskPeople people;

  private int number;
  private int from;
  private String text = "";
  private String note = "";
  private String firstDay = "";
  private String lastDay = "";
  private transient @Nullable RuleVersion version;
  private transient FindRiskTraces.@Nullable Counts counts;
  private transient List<RuleFault> faults = List.of();
  private transient List<LineDiff.Line> diff = List.of();
  private transient Optional<RuleVersion> active = Optional.empty();
  private transient List<BacktestReport> backtests = List.of();

  /** Reads the version, or begins a new draft from another one. */
  public void open() {
    read();
    if (version != null) {
      text = version.file();
      note = version.note();
    } else if (isBeginning()) {
      text =
          (from > 0 ? find.byNumber(from) : find.active())
              .or(find::shadow)
              .map(RuleVersion::file)
              .orElse(EMPTY_FILE);
    }
    lastDay = clock.businessDate().toString();
    firstDay = clock.businessDate().minusDays(DAYS_TESTED).toString();
  }

  private void read() {
    version = number > 0 ? find.byNumber(number).orElse(null) : null;
    active = find.active().filter(each -> each.number() != number);
    var shown = version;
    if (shown != null) {
      counts = traces.countsOf(number);
      backtests = findBacktests.ofVersion(number, BACKTESTS_SHOWN);
      diff =
          active
              .map(each -> LineDiff.of(laidOut(each.file()), laidOut(shown.file())))
              .orElse(List.of());
    }
  }

  /** Line by line, so that only what means something differs. */
  private static String laidOut(String file) {
    return JsonParts.pretty(JsonParts.read(file));
  }

  /** Tells the faults of the text as it stands. */
  public void check() {
    faults =
        switch (RuleFile.read(text)) {
          case RuleFile.Valid ignored -> List.of();
          case RuleFile.Invalid invalid -> invalid.faults();
        };
    if (faults.isEmpty()) {
      Messages.done("The file is right.");
    } else {
      Messages.failed("The file has faults; nothing was kept.");
    }
  }

  /** Keeps the text; answers the page of the draft. */
  public @Nullable String save() {
    if (!people.isAuthor() || note.length() > NOTE_LENGTH_MAX) {
      Messages.failed("A note has at most 500 characters.");
      return null;
    }
    var change =
        draft.handle(
            new DraftRules.Command(
                Optional.ofNullable(version)
                    .map(each -> new DraftRules.Edited(each.number(), each.revision())),
                text,
                note.strip(),
                user.actor()));
    if (change instanceof RuleChange.Done done) {
      return "/bank/risk-version?number=" + done.version().number() + "&faces-redirect=true";
    }
    if (change instanceof RuleChange.Faulty faulty) {
      faults = faulty.faults();
    }
    tell(change, "");
    return null;
  }

  /** A second person moves it on. */
  public void promote() {
    if (version != null) {
      move(
          version.status() == VersionStatus.DRAFT ? VersionStatus.SHADOW : VersionStatus.ACTIVE,
          version.status() == VersionStatus.DRAFT
              ? "It runs in the shadow: every authorization is recorded, none is changed."
              : "It decides now, on every node within two seconds.");
    }
  }

  /** Stops it, or drops the draft. */
  public void retire() {
    move(VersionStatus.RETIRED, "It is retired.");
  }

  private void move(VersionStatus to, String done) {
    if (version == null || !people.isAuthor()) {
      return;
    }
    tell(
        promote.handle(
            new PromoteRules.Command(version.number(), version.revision(), to, user.actor())),
        done);
    read();
  }

  private void tell(RuleChange change, String done) {
    switch (change) {
      case RuleChange.Done ignored -> Messages.done(done);
      case RuleChange.Faulty ignored -> Messages.failed("The file has faults; nothing was kept.");
      case RuleChange.SecondPersonNeeded ignored ->
          Messages.failed("You made this version or edited it last: somebody else promotes it.");
      case RuleChange.Overtaken ignored ->
          Messages.failed("Somebody changed this version since you opened it. Nothing was done.");
      case RuleChange.Unknown ignored -> Messages.failed("There is no such version.");
    }
  }

  /** Asks for a back-test of the two days and all between them. */
  public @Nullable String backtest() {
    read();
    if (version == null || !people.isAuthor()) {
      return null;
    }
    try {
      var first = LocalDate.parse(firstDay);
      var last = LocalDate.parse(lastDay);
      if (last.isBefore(first)) {
        Messages.failed("The last day comes after the first.");
        return null;
      }
      return switch (startBacktest.handle(
          new StartBacktest.Command(version.number(), first, last, user.actor()))) {
        case StartBacktest.Outcome.Started started -> report(started.run().toString());
        case StartBacktest.Outcome.AlreadyRunning running -> report(running.run().toString());
        case StartBacktest.Outcome.UnknownVersion ignored -> null;
      };
    } catch (DateTimeParseException e) {
      Messages.failed("Give two dates, such as 2026-01-31.");
      return null;
    }
  }

  private static String report(String run) {
    return "/bank/backtest?id=" + run + "&faces-redirect=true";
  }

  /** The rules of the version as it is kept. */
  public List<RuleRow> getRules() {
    return version != null && RuleFile.read(version.file()) instanceof RuleFile.Valid valid
        ? valid.rules().rules().stream()
            .map(
                rule ->
                    new RuleRow(
                        rule,
                        counts == null ? 0 : counts.firedByRule().getOrDefault(rule.id(), 0L)))
            .toList()
        : List.of();
  }

  public long getEvaluated() {
    return counts == null ? 0 : counts.evaluated();
  }

  /** Whether this is a draft that isn't kept yet. */
  public boolean isBeginning() {
    return number == 0 && people.isAuthor();
  }

  /** Whether the person may change the text. */
  public boolean isEditable() {
    return isBeginning()
        || (version != null && version.status() == VersionStatus.DRAFT && people.isAuthor());
  }

  /** Whether the person may move it on. */
  public boolean isPromotable() {
    return version != null
        && (version.status() == VersionStatus.DRAFT || version.status() == VersionStatus.SHADOW)
        && people.isAuthor()
        && version.isForeignTo(user.actor().name());
  }

  /** Whether only another person may move it on. */
  public boolean isAwaitingSecondPerson() {
    return version != null
        && (version.status() == VersionStatus.DRAFT || version.status() == VersionStatus.SHADOW)
        && people.isAuthor()
        && !version.isForeignTo(user.actor().name());
  }

  public boolean isRetirable() {
    return version != null && version.status() != VersionStatus.RETIRED && people.isAuthor();
  }

  public List<Attribute> getAttributes() {
    return List.of(Attribute.values());
  }

  /** The lines with faults, for the margin of the editor. */
  public String getFaultLines() {
    return faults.stream()
        .map(fault -> Integer.toString(fault.line()))
        .distinct()
        .collect(Collectors.joining(","));
  }

  public List<RuleFault> getFaults() {
    return faults;
  }

  public List<LineDiff.Line> getDiff() {
    return diff;
  }

  public Optional<RuleVersion> getActive() {
    return active;
  }

  public List<BacktestReport> getBacktests() {
    return backtests;
  }

  public @Nullable RuleVersion getVersion() {
    return version;
  }

  public int getNumber() {
    return number;
  }

  public void setNumber(int number) {
    this.number = number;
  }

  public int getFrom() {
    return from;
  }

  public void setFrom(int from) {
    this.from = from;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(String firstDay) {
    this.firstDay = firstDay;
  }

  public String getLastDay() {
    return lastDay;
  }

  public void setLastDay(String lastDay) {
    this.lastDay = lastDay;
  }
}
