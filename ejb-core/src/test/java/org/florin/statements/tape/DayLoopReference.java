package org.florin.statements.tape;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A cycle of an account, worked out a second time and in another way: tables of BigDecimal dollars,
 * a loop over days, no types shared with the policies. It only knows what the rules say.
 */
final class DayLoopReference {

  /** Kinds by number: 0 purchase, 1 cash, 2 transfer, 3 fee, 4 interest. */
  static final int KINDS = 5;

  /** What a column of the table stands for: its kind, its contractual rate, its promotion. */
  record Column(int kind, BigDecimal rate, boolean promoted) {}

  /** A minimum that was asked for. */
  static final class Asked {
    final LocalDate dueOn;
    BigDecimal left;

    Asked(LocalDate dueOn, BigDecimal left) {
      this.dueOn = dueOn;
      this.left = left;
    }
  }

  /** An amount that somebody disputes; days count from 0, a day that never comes is NEVER. */
  static final class Quarrel {
    final int column;
    final BigDecimal amount;
    final boolean onStatement;
    BigDecimal forgone = BigDecimal.ZERO;
    int opened;
    int credited = NEVER;
    int upheld = NEVER;
    int ended = NEVER;

    Quarrel(int column, BigDecimal amount, boolean onStatement, int opened) {
      this.column = column;
      this.amount = amount;
      this.onStatement = onStatement;
      this.opened = opened;
    }

    BigDecimal openOn(int day) {
      return day >= opened && day < Math.min(credited, ended) ? amount : BigDecimal.ZERO;
    }

    BigDecimal creditedOn(int day) {
      return day >= credited && day < ended ? amount : BigDecimal.ZERO;
    }
  }

  static final int NEVER = 1_000;

  // The facts.
  List<Quarrel> quarrels = new ArrayList<>();
  BigDecimal statementDisputed = BigDecimal.ZERO;
  LocalDate firstDay;
  int days;
  List<Column> columns = new ArrayList<>();
  BigDecimal[] opening;
  BigDecimal[][] debits;
  BigDecimal[] credits;
  BigDecimal[] payments;
  BigDecimal creditBalance = BigDecimal.ZERO;
  BigDecimal promotionRate;
  LocalDate promotionEnds;
  BigDecimal cap;
  LocalDate capUntil;
  boolean leapYears;
  boolean dearestFirst;
  boolean hadStatement;
  BigDecimal statementBalance = BigDecimal.ZERO;
  boolean statementHadGrace;
  LocalDate statementDue;
  BigDecimal statementMinimum = BigDecimal.ZERO;
  List<Asked> asked = new ArrayList<>();
  boolean lateBefore;
  BigDecimal flatMinimum;
  BigDecimal percentMinimum;
  BigDecimal minimumInterest;
  BigDecimal lateFirst;
  BigDecimal lateAgain;

  // The answers.
  BigDecimal[][] table;
  BigDecimal[][] paidTable;
  BigDecimal[] interest;
  BigDecimal lateFee = BigDecimal.ZERO;
  BigDecimal interestTotal = BigDecimal.ZERO;
  BigDecimal newBalance;
  BigDecimal minimum;

  private LocalDate[] dates;
  private BigDecimal[] sparedOver365;
  private BigDecimal[] sparedOver366;

  /** What was left of each minimum, by day. */
  private final List<BigDecimal[]> lefts = new ArrayList<>();

  void work() {
    var width = columns.size();
    var now = Arrays.copyOf(opening, width);
    dates = new LocalDate[days];
    Arrays.setAll(dates, firstDay::plusDays);
    table = new BigDecimal[days][];
    paidTable = new BigDecimal[days][];
    var settled = BigDecimal.ZERO;
    for (var d = 0; d < days; d++) {
      var date = dates[d];
      var minimumBefore = statementMinimum;
      for (var c = 0; c < width; c++) {
        var debit = debits[d][c];
        var covered = debit.min(creditBalance);
        creditBalance = creditBalance.subtract(covered);
        now[c] = now[c].add(debit).subtract(covered);
      }
      hearQuarrels(now, d);
      creditBalance = creditBalance.add(giveCredit(now, date, credits[d]));
      paidTable[d] = zeros(width);
      creditBalance = creditBalance.add(pay(now, date, payments[d], paidTable[d]));
      if (!hadStatement || !date.isAfter(statementDue)) {
        settled = settled.add(credits[d]).add(payments[d]);
      }
      table[d] = now.clone();
      if (hadStatement && date.equals(statementDue.plusDays(1)) && missedBefore(d)) {
        lateFee = (lateBefore ? lateAgain : lateFirst).min(minimumBefore);
        charge(now, lateFee, columnOf(3));
      }
    }
    figureInterest(settled);
    interestTotal = interestTotal.add(interestOfQuarrels());
    charge(now, interestTotal, columnOf(4));
    newBalance = sum(now).subtract(creditBalance);
    askMinimum();
  }

  /** What was asked for shrinks by the share of the debt that is disputed from this day on. */
  private void hearQuarrels(BigDecimal[] now, int d) {
    var news = BigDecimal.ZERO;
    var old = BigDecimal.ZERO;
    for (var quarrel : quarrels) {
      news = news.add(quarrel.opened == d ? quarrel.amount : BigDecimal.ZERO);
      old = old.add(quarrel.openOn(d - 1));
      var isOpened = quarrel.opened == d;
      var isCredited = quarrel.credited == d && hadStatement && !dates[d].isAfter(statementDue);
      if (hadStatement && quarrel.onStatement && isOpened != isCredited) {
        statementDisputed =
            isOpened
                ? statementDisputed.add(quarrel.amount)
                : statementDisputed.subtract(quarrel.amount);
      }
    }
    statementDisputed = statementDisputed.min(statementBalance).max(BigDecimal.ZERO);
    if (news.signum() > 0) {
      var owed = sum(now).subtract(old).max(BigDecimal.ZERO);
      for (var a : asked) {
        a.left = shrunk(a.left, news, owed);
      }
      statementMinimum = shrunk(statementMinimum, news, owed);
    }
  }

  private static BigDecimal shrunk(BigDecimal wanted, BigDecimal news, BigDecimal owed) {
    return news.compareTo(owed) >= 0
        ? BigDecimal.ZERO
        : wanted.subtract(wanted.multiply(news).divide(owed, 2, RoundingMode.CEILING));
  }

  /** Quarrels that ended against the cardholder cost what they were spared. */
  private BigDecimal interestOfQuarrels() {
    var total = BigDecimal.ZERO;
    for (var q = 0; q < quarrels.size(); q++) {
      var quarrel = quarrels.get(q);
      if (quarrel.upheld != NEVER) {
        total = total.add(quarrel.forgone).add(rounded(sparedOver365[q], sparedOver366[q]));
      }
    }
    return total;
  }

  private static BigDecimal rounded(BigDecimal over365, BigDecimal over366) {
    return over365
        .multiply(new BigDecimal(366))
        .add(over366.multiply(new BigDecimal(365)))
        .divide(new BigDecimal(365L * 366 * 100), 2, RoundingMode.HALF_UP);
  }

  /** Whether the minimum of the last statement was open on the evening before day d. */
  private boolean missedBefore(int d) {
    for (var a = 0; a < asked.size(); a++) {
      if (asked.get(a).dueOn.equals(statementDue) && lefts.get(d - 1)[a].signum() > 0) {
        return true;
      }
    }
    return false;
  }

  private BigDecimal pay(BigDecimal[] now, LocalDate date, BigDecimal payment, BigDecimal[] paid) {
    var open = asked.stream().map(due -> due.left).reduce(BigDecimal.ZERO, BigDecimal::add);
    var required = payment.min(open);
    var cheapest = byRate(date);
    var dearest = byRate(date).reversed();
    var rest = required;
    for (var c : sorted(dearestFirst ? dearest : cheapest)) {
      rest = take(now, c, rest, paid);
    }
    rest = rest.add(payment.subtract(required));
    for (var c : sorted(dearest)) {
      rest = take(now, c, rest, paid);
    }
    var due = payment;
    for (var a : asked) {
      var part = a.left.min(due);
      a.left = a.left.subtract(part);
      due = due.subtract(part);
    }
    lefts.add(asked.stream().map(a -> a.left).toArray(BigDecimal[]::new));
    return rest;
  }

  private BigDecimal giveCredit(BigDecimal[] now, LocalDate date, BigDecimal credit) {
    var rest = credit;
    var dearest = sorted(byRate(date).reversed());
    for (var purchases : new boolean[] {true, false}) {
      for (var c : dearest) {
        if ((columns.get(c).kind() == 0) == purchases) {
          rest = take(now, c, rest, zeros(columns.size()));
        }
      }
    }
    return rest;
  }

  private static BigDecimal take(BigDecimal[] now, int c, BigDecimal wanted, BigDecimal[] paid) {
    var part = wanted.min(now[c]);
    now[c] = now[c].subtract(part);
    paid[c] = paid[c].add(part);
    return wanted.subtract(part);
  }

  private Comparator<Integer> byRate(LocalDate date) {
    return Comparator.comparing(c -> rate(c, date));
  }

  /** Equal rates stay in the order of the columns. */
  private List<Integer> sorted(Comparator<Integer> order) {
    var all = new ArrayList<Integer>();
    for (var c = 0; c < columns.size(); c++) {
      all.add(c);
    }
    all.sort(order);
    return all;
  }

  private BigDecimal rate(int c, LocalDate date) {
    var column = columns.get(c);
    var rate = column.promoted() && !date.isAfter(promotionEnds) ? promotionRate : column.rate();
    return cap != null && !date.isAfter(capUntil) ? rate.min(cap) : rate;
  }

  private void figureInterest(BigDecimal settled) {
    var payable = statementBalance.subtract(statementDisputed);
    var paidInFull = !hadStatement || payable.signum() <= 0 || settled.compareTo(payable) >= 0;
    sparedOver365 = zeros(quarrels.size());
    sparedOver366 = zeros(quarrels.size());
    interest = zeros(columns.size());
    for (var c = 0; c < columns.size(); c++) {
      var graced = columns.get(c).kind() == 0 || columns.get(c).kind() >= 3;
      if (graced && paidInFull) {
        continue;
      }
      // Numerators over 365 and over 366, so that nothing is lost before the one rounding.
      var over365 = BigDecimal.ZERO;
      var over366 = BigDecimal.ZERO;
      for (var d = 0; d < days; d++) {
        var date = dates[d];
        var balance = table[d][c];
        if (graced && statementHadGrace) {
          for (var later = d + 1; later < days; later++) {
            if (!dates[later].isAfter(statementDue)) {
              balance = balance.subtract(paidTable[later][c]);
            }
          }
          balance = balance.max(BigDecimal.ZERO);
        }
        for (var q = 0; q < quarrels.size(); q++) {
          if (quarrels.get(q).column == c) {
            var free = balance.min(quarrels.get(q).openOn(d));
            balance = balance.subtract(free);
            spare(q, free.add(quarrels.get(q).creditedOn(d)).multiply(rate(c, date)), date);
          }
        }
        var part = balance.multiply(rate(c, date));
        if (leapYears && date.isLeapYear()) {
          over366 = over366.add(part);
        } else {
          over365 = over365.add(part);
        }
      }
      interest[c] = rounded(over365, over366);
    }
    interestTotal = sum(interest);
    if (interestTotal.signum() > 0) {
      interestTotal = interestTotal.max(minimumInterest);
    }
  }

  private void spare(int q, BigDecimal part, LocalDate date) {
    if (leapYears && date.isLeapYear()) {
      sparedOver366[q] = sparedOver366[q].add(part);
    } else {
      sparedOver365[q] = sparedOver365[q].add(part);
    }
  }

  private void askMinimum() {
    var payable = newBalance;
    for (var quarrel : quarrels) {
      payable = payable.subtract(quarrel.openOn(days - 1));
    }
    if (payable.signum() <= 0) {
      minimum = BigDecimal.ZERO;
      return;
    }
    var share =
        payable
            .multiply(percentMinimum)
            .divide(new BigDecimal(100), 2, RoundingMode.HALF_UP)
            .add(interestTotal)
            .add(lateFee);
    var pastDue = asked.stream().map(due -> due.left).reduce(BigDecimal.ZERO, BigDecimal::add);
    minimum = flatMinimum.max(share).add(pastDue).min(payable);
  }

  private void charge(BigDecimal[] now, BigDecimal amount, int column) {
    var covered = amount.min(creditBalance);
    creditBalance = creditBalance.subtract(covered);
    now[column] = now[column].add(amount).subtract(covered);
  }

  private int columnOf(int kind) {
    for (var c = 0; c < columns.size(); c++) {
      if (columns.get(c).kind() == kind && !columns.get(c).promoted()) {
        return c;
      }
    }
    throw new IllegalStateException("no column of kind " + kind);
  }

  static BigDecimal sum(BigDecimal[] amounts) {
    return Arrays.stream(amounts).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal[] zeros(int width) {
    var zeros = new BigDecimal[width];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }
}
