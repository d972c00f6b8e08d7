package org.florin.statements.tape;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florin.kernel.DisputeId;
import org.florin.statements.delinquency.Due;
import org.florin.statements.interest.BearingDay;
import org.florin.statements.interest.Grace;
import org.florin.statements.interest.InterestPolicy;
import org.florin.statements.interest.SegmentKey;

/**
 * What is in dispute needn't be paid and costs nothing (Reg Z 1026.13(d)). What turns out to be
 * owed costs the interest that was not charged for it, with the end of that cycle (1026.13(g)).
 */
final class DisputePolicy {

  /** Part of a balance that cost nothing on a day because of a dispute. */
  record Spared(DisputeId dispute, BearingDay day) {}

  /**
   * The end of a cycle.
   *
   * @param disputes those that go on, with what was not charged for them
   * @param charges interest on what is owed after all
   */
  record CycleEnd(List<Disputed> disputes, List<Charge> charges) {}

  private DisputePolicy() {}

  /** The disputes of an account after a day's steps, in order of their ids. */
  static List<Disputed> after(
      List<Disputed> before, List<DisputeChange> changes, AccountTerms terms) {
    var disputes = new TreeMap<DisputeId, Disputed>(Comparator.comparing(DisputeId::value));
    before.forEach(disputed -> disputes.put(disputed.dispute(), disputed));
    for (var change : changes) {
      disputes.compute(
          change.dispute(),
          (id, present) -> present == null ? opened(change, terms) : next(present, change));
    }
    disputes.values().removeIf(Disputed::isOver);
    return List.copyOf(disputes.values());
  }

  private static Disputed opened(DisputeChange change, AccountTerms terms) {
    if (change.kind() != DisputeChange.Kind.OPENED) {
      throw new IllegalStateException("never opened: " + change.dispute());
    }
    return new Disputed(
        change.dispute(),
        terms.segmentOf(change.balance(), change.bookedOn()),
        change.amountMinor(),
        change.amountMinor(),
        0,
        0,
        0);
  }

  private static Disputed next(Disputed present, DisputeChange change) {
    return switch (change.kind()) {
      case OPENED -> throw new IllegalStateException("opened before: " + change.dispute());
      case CREDITED -> present.credited(change.amountMinor());
      case UPHELD -> present.upheld(change.amountMinor());
      case CLOSED -> present.closed();
    };
  }

  /**
   * What is asked for after a day's steps: what was asked for and isn't paid yet shrinks by the
   * newly disputed share of what is owed, in the cardholder's favour.
   *
   * @param owedMinor all that is owed and not in dispute yet
   */
  static Standing relieved(
      Standing standing, LocalDate day, List<DisputeChange> changes, long owedMinor) {
    var opened = sum(changes, DisputeChange.Kind.OPENED);
    var dues =
        standing.dues().stream()
            .map(due -> new Due(due.dueOn(), left(due.leftMinor(), opened, owedMinor)))
            .filter(due -> due.leftMinor() > 0)
            .toList();
    return standing.withDisputes(
        standing.statement().map(last -> relieved(last, day, changes, opened, owedMinor)), dues);
  }

  private static LastStatement relieved(
      LastStatement last, LocalDate day, List<DisputeChange> changes, long opened, long owed) {
    var onStatement =
        changes.stream().filter(change -> !change.bookedOn().isAfter(last.closedOn())).toList();
    // A credit counts as paid up to the due date: what it covers must not count twice.
    var credited = day.isAfter(last.dueOn()) ? 0 : sum(onStatement, DisputeChange.Kind.CREDITED);
    var disputed = last.disputedMinor() + sum(onStatement, DisputeChange.Kind.OPENED) - credited;
    return last.with(
        left(last.minimumMinor(), opened, owed),
        Math.max(0, Math.min(disputed, last.balanceMinor())));
  }

  private static long left(long askedMinor, long openedMinor, long owedMinor) {
    return openedMinor < owedMinor
        ? askedMinor - share(askedMinor, openedMinor, owedMinor, RoundingMode.CEILING)
        : openedMinor == 0 ? askedMinor : 0;
  }

  private static long sum(List<DisputeChange> changes, DisputeChange.Kind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .mapToLong(DisputeChange::amountMinor)
        .sum();
  }

  private static long share(long minor, long part, long whole, RoundingMode rounding) {
    return BigDecimal.valueOf(minor)
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 0, rounding)
        .longValueExact();
  }

  /**
   * What open disputes spare a segment, the earlier dispute first.
   *
   * @param bearing the segment's days with grace taken into account
   * @param disputes of each day of the cycle
   */
  static List<Spared> spared(
      SegmentKey segment, List<BearingDay> bearing, Map<LocalDate, List<Disputed>> disputes) {
    var spared = new ArrayList<Spared>();
    for (var day : bearing) {
      var left = day.bearingMinor();
      for (var disputed : disputes.getOrDefault(day.day(), List.of())) {
        var part = disputed.segment().equals(segment) ? Math.min(left, disputed.openMinor()) : 0;
        if (part > 0) {
          spared.add(
              new Spared(disputed.dispute(), new BearingDay(day.day(), day.rate(), part, 0)));
          left -= part;
        }
      }
    }
    return spared;
  }

  /** The days of a segment without what disputes spare it. */
  static List<BearingDay> without(List<Spared> spared, List<BearingDay> bearing) {
    return bearing.stream()
        .map(
            day ->
                new BearingDay(
                    day.day(),
                    day.rate(),
                    day.balanceMinor(),
                    day.exemptMinor()
                        + spared.stream()
                            .map(Spared::day)
                            .filter(part -> part.day().equals(day.day()))
                            .mapToLong(BearingDay::balanceMinor)
                            .sum()))
        .toList();
  }

  /** What credits for the time being spare: all of them, unless the cycle has grace anyhow. */
  static List<Spared> credited(List<AccountDay> cycle, Grace grace, AccountTerms terms) {
    var spared = new ArrayList<Spared>();
    for (var day : cycle) {
      for (var disputed : day.disputes()) {
        var segment = disputed.segment();
        if (disputed.creditedMinor() > 0 && !(grace == Grace.KEPT && segment.kind().hasGrace())) {
          var rate = terms.rateOf(segment, day.day(), day.standing().penalty());
          spared.add(
              new Spared(
                  disputed.dispute(),
                  new BearingDay(day.day(), rate, disputed.creditedMinor(), 0)));
        }
      }
    }
    return spared;
  }

  /** What the end of a cycle means for disputes; each cycle is rounded once for a dispute. */
  static CycleEnd endOfCycle(AccountDay last, List<Spared> spared, AccountTerms terms) {
    var disputes = new ArrayList<Disputed>();
    var charges = new ArrayList<Charge>();
    for (var disputed : last.disputes()) {
      var days =
          spared.stream()
              .filter(each -> each.dispute().equals(disputed.dispute()))
              .map(Spared::day)
              .toList();
      var forgone =
          disputed.forgoneMinor() + InterestPolicy.amountMinor(days, terms.on(last.day()).year());
      if (disputed.upheldMinor() > 0) {
        var owed =
            share(forgone, disputed.upheldMinor(), disputed.amountMinor(), RoundingMode.FLOOR);
        if (owed > 0) {
          charges.add(
              new Charge(
                  ChargeKind.DISPUTE_INTEREST,
                  disputed.dispute().toString(),
                  ChargeKind.DISPUTE_INTEREST.text(),
                  owed));
        }
      } else {
        disputes.add(disputed.withForgone(forgone));
      }
    }
    return new CycleEnd(List.copyOf(disputes), charges);
  }
}
