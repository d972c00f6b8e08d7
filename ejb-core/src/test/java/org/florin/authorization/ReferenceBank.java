package org.florin.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The same account told once more, in another style: a log of plain messages per payment, and every
 * figure found by reading the logs from the beginning. Written from the specification, without a
 * look at the engine's code; amounts are plain numbers, refusals are -1.
 */
final class ReferenceBank {

  private static final int REVERSED = -2;

  /** A payment's log and what became of its first line. */
  private static final class Log {
    final SimulatedMessage first;
    final int day;
    long approved = -1;
    long extra;
    final List<SimulatedMessage> later = new ArrayList<>();

    Log(SimulatedMessage first, int day) {
      this.first = first;
      this.day = day;
    }
  }

  /** A log read to its end. */
  static final class Figures {
    String status = "declined";
    long authorized;
    long held;
    long captured;
    long refunded;
  }

  private final TreeMap<Integer, Log> logs = new TreeMap<>();
  private final TreeMap<Integer, SimulatedMessage> early = new TreeMap<>();
  private long booked;
  private long cashBooked;
  private int day;

  void take(SimulatedMessage message) {
    var log = logs.get(message.payment());
    switch (message.type()) {
      case NEXT_DAY -> day++;
      case PAY -> booked -= message.amount();
      case AUTHORIZE, ADVISE -> {
        if (log == null) {
          begin(message);
        }
      }
      case REVERSE -> {
        if (log == null) {
          early.putIfAbsent(message.payment(), message);
        } else {
          log.later.add(message);
        }
      }
      case INCREMENT -> {
        if (log != null && raises(log, message)) {
          log.later.add(message);
        }
      }
      case COMPLETE, EXPIRE -> {
        if (log != null) {
          log.later.add(message);
        }
      }
      case CLEAR -> clear(log, message);
      case REFUND -> {
        booked -= message.amount();
        if (log != null) {
          log.later.add(message);
        }
      }
    }
  }

  private void begin(SimulatedMessage message) {
    var log = new Log(message, day);
    if (message.type() == SimulatedMessage.Type.ADVISE) {
      log.approved = message.amount();
    } else {
      decide(log);
    }
    logs.put(message.payment(), log);
    var reversal = early.remove(message.payment());
    if (reversal != null && log.approved >= 0) {
      log.later.add(reversal);
    }
  }

  /** Open-to-buy is the limit and its allowance less what is booked and held; cash has less. */
  private void decide(Log log) {
    var message = log.first;
    if (message.isCredit()) {
      log.approved = message.amount();
      return;
    }
    var extra =
        message.isFuel() && message.amount() <= 1
            ? SimulatedBank.FUEL_HOLD - message.amount()
            : message.isRestaurant() ? message.amount() * SimulatedBank.TIP_PERCENT / 100 : 0;
    var free = SimulatedBank.LIMIT - booked - held();
    var mayHold = message.isCash() ? free : free + SimulatedBank.OVER_LIMIT;
    if (!withinDay(message.amount(), 1)) {
      return;
    }
    if (message.isCash()
        && message.amount() > Math.min(SimulatedBank.CASH_LIMIT - cashBooked - cashHeld(), free)) {
      return;
    }
    if (message.amount() + extra <= mayHold) {
      log.approved = message.amount();
      log.extra = extra;
    } else if (message.takesPart()
        && message.amount() > mayHold
        && mayHold >= SimulatedBank.PART_MIN) {
      log.approved = mayHold;
    }
  }

  private boolean raises(Log log, SimulatedMessage message) {
    var now = read(log);
    if (log.first.isCredit()
        || !(now.status.equals("pending") || now.status.equals("partially_cleared"))) {
      return false;
    }
    var free = SimulatedBank.LIMIT - booked - held();
    if (log.first.isCash()) {
      return withinDay(message.amount(), 0)
          && message.amount() <= Math.min(SimulatedBank.CASH_LIMIT - cashBooked - cashHeld(), free);
    }
    return withinDay(message.amount(), 0) && message.amount() <= free + SimulatedBank.OVER_LIMIT;
  }

  private boolean withinDay(long more, int payments) {
    long spent = 0;
    var count = 0;
    for (var log : logs.values()) {
      if (log.day == day && !log.first.isCredit()) {
        var now = read(log);
        var counts =
            switch (now.status) {
              case "pending", "partially_cleared" -> Math.max(now.authorized, now.captured);
              case "cleared", "expired" -> now.captured;
              default -> 0;
            };
        spent += counts;
        count += counts > 0 ? 1 : 0;
      }
    }
    return spent + more <= SimulatedBank.DAY_LIMIT && count + payments <= SimulatedBank.DAY_COUNT;
  }

  private void clear(Log log, SimulatedMessage message) {
    var status = log == null ? "unknown" : read(log).status;
    var leans = !List.of("unknown", "declined", "reversed").contains(status);
    var credit = leans && log.first.isCredit();
    booked += credit ? -message.amount() : message.amount();
    if (leans) {
      log.later.add(message);
      if (log.first.isCash()) {
        cashBooked += message.amount();
      }
    }
  }

  /** Reads a log: what each line means depends only on the lines before it. */
  private static Figures read(Log log) {
    var now = new Figures();
    if (log.approved < 0) {
      log.later.stream()
          .filter(each -> each.type() == SimulatedMessage.Type.REFUND)
          .forEach(each -> now.refunded += each.amount());
      return now;
    }
    now.authorized = log.approved;
    var extra = log.extra;
    var ended = "";
    for (var line : log.later) {
      var open = ended.isEmpty();
      var rest = Math.max(0, now.authorized - now.captured);
      switch (line.type()) {
        case INCREMENT -> now.authorized += line.amount();
        case REFUND -> now.refunded += line.amount();
        case REVERSE -> {
          if (open) {
            var back = back(line, now, rest);
            if (back != REVERSED) {
              now.authorized -= Math.max(0, back);
              extra = 0;
              ended = back < 0 || back >= rest ? "reversed" : "";
            }
          }
        }
        case COMPLETE -> {
          if (open || ended.equals("expired")) {
            if (!(ended.equals("expired") && now.captured > 0)) {
              now.authorized = Math.max(line.amount(), now.captured);
              extra = 0;
              ended = open && now.authorized == now.captured ? "reversed" : ended;
            }
          }
        }
        case CLEAR -> {
          now.captured += line.amount();
          if (open && (line.isLast() || now.authorized + extra <= now.captured)) {
            ended = "cleared";
          }
        }
        case EXPIRE -> ended = open ? "expired" : ended;
        case AUTHORIZE, ADVISE, PAY, NEXT_DAY -> throw new IllegalStateException(line.toString());
      }
    }
    now.status =
        ended.isEmpty()
            ? now.captured > 0 ? "partially_cleared" : "pending"
            : now.captured > 0 ? "cleared" : ended;
    now.held = ended.isEmpty() && !log.first.isCredit() ? now.authorized + extra - now.captured : 0;
    return now;
  }

  /** What a reversal takes: all (-1), so much, or nothing at all ({@code REVERSED}). */
  private static long back(SimulatedMessage line, Figures now, long rest) {
    return switch (line.option() % 3) {
      case 0 -> rest == 0 ? -1 : rest;
      case 1 -> rest == 0 ? -1 : Math.min(line.amount(), rest);
      default -> {
        var stays = Math.max(line.amount() - 1, now.captured);
        yield stays >= now.authorized ? REVERSED : now.authorized - stays;
      }
    };
  }

  Figures figures(int payment) {
    return read(logs.get(payment));
  }

  boolean knows(int payment) {
    return logs.containsKey(payment);
  }

  long held() {
    return logs.values().stream().mapToLong(log -> read(log).held).sum();
  }

  long cashHeld() {
    return logs.values().stream()
        .filter(log -> log.first.isCash())
        .mapToLong(log -> read(log).held)
        .sum();
  }

  long booked() {
    return booked;
  }

  void forget(int payment) {
    logs.remove(payment);
    early.remove(payment);
  }
}
