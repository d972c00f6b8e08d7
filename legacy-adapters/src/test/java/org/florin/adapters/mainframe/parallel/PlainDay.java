package org.florin.adapters.mainframe.parallel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mainframe's day once more, worked out another way: on lines of text cut at their columns, in
 * decimal numbers, everything in memory. It shares no code with what it checks.
 */
final class PlainDay {

  private static final String PLUS = "{ABCDEFGHI";
  private static final String MINUS = "}JKLMNOPQR";

  final Map<String, String> outputs = new TreeMap<>();
  private final Map<String, String> accounts = new TreeMap<>();
  private final Map<String, String> categories = new TreeMap<>();
  private final Map<String, String> references = new TreeMap<>();
  private final List<String> transactions = new ArrayList<>();

  /** The input as lines of text by name of the file, in full record length. */
  record Input(
      List<String> references,
      List<String> accounts,
      List<String> categories,
      List<String> daily,
      List<String> groups,
      List<String> types,
      List<String> typeCategories,
      List<String> customers) {}

  PlainDay(Input input, String postStamp, String interestStamp, String parameter, String[] range) {
    input.references().forEach(line -> references.put(line.substring(0, 16), line));
    input.accounts().forEach(line -> accounts.put(line.substring(0, 11), line));
    input.categories().forEach(line -> categories.put(line.substring(0, 17), line));
    post(input.daily(), postStamp);
    interest(input.groups(), interestStamp, parameter);
    report(input.types(), input.typeCategories(), range);
    statements(input.customers());
  }

  private static BigDecimal amount(String field) {
    int last = field.length() - 1;
    boolean minus = MINUS.indexOf(field.charAt(last)) >= 0;
    int digit = (minus ? MINUS : PLUS).indexOf(field.charAt(last));
    BigDecimal value = new BigDecimal(field.substring(0, last) + digit).movePointLeft(2);
    return minus ? value.negate() : value;
  }

  private static String field(BigDecimal value, int width) {
    String digits = value.abs().movePointRight(2).toBigIntegerExact().toString();
    String padded = "0".repeat(width - digits.length()) + digits;
    String signs = value.signum() < 0 ? MINUS : PLUS;
    return padded.substring(0, width - 1) + signs.charAt(padded.charAt(width - 1) - '0');
  }

  private static String with(String line, int at, String text) {
    return line.substring(0, at) + text + line.substring(at + text.length());
  }

  private static String wide(String text, int width) {
    return text.length() >= width
        ? text.substring(0, width)
        : text + " ".repeat(width - text.length());
  }

  private void post(List<String> daily, String stamp) {
    StringBuilder rejects = new StringBuilder();
    for (String row : daily) {
      String reference = references.get(row.substring(262, 278));
      String account = reference == null ? null : accounts.get(reference.substring(25, 36));
      String reason = "";
      BigDecimal amount = amount(row.substring(132, 143));
      if (reference == null) {
        reason = "0100INVALID CARD NUMBER FOUND";
      } else if (account == null) {
        reason = "0101ACCOUNT RECORD NOT FOUND";
      } else {
        BigDecimal test =
            amount(account.substring(78, 90))
                .subtract(amount(account.substring(90, 102)))
                .add(amount);
        if (amount(account.substring(24, 36)).compareTo(test) < 0) {
          reason = "0102OVERLIMIT TRANSACTION";
        }
        if (account.substring(58, 68).compareTo(row.substring(278, 288)) < 0) {
          reason = "0103TRANSACTION RECEIVED AFTER ACCT EXPIRATION";
        }
      }
      if (!reason.isEmpty()) {
        rejects.append(row).append(wide(reason, 80));
        continue;
      }
      String number = account.substring(0, 11);
      String key = number + row.substring(16, 22);
      String category = categories.getOrDefault(key, wide(key + "0000000000{", 50));
      categories.put(
          key, with(category, 17, field(amount(category.substring(17, 28)).add(amount), 11)));
      String moved = with(account, 12, field(amount(account.substring(12, 24)).add(amount), 12));
      int cycle = amount.signum() < 0 ? 90 : 78;
      moved = with(moved, cycle, field(amount(moved.substring(cycle, cycle + 12)).add(amount), 12));
      accounts.put(number, moved);
      transactions.add(wide(with(row, 304, stamp).substring(0, 330), 350));
    }
    transactions.sort(Comparator.comparing(line -> line.substring(0, 16)));
    outputs.put("DALYREJS", rejects.toString());
    outputs.put("ACCTDATA.POSTED", String.join("", accounts.values()));
    outputs.put("TCATBALF.POSTED", String.join("", categories.values()));
    outputs.put("TRANSACT.POSTED", String.join("", transactions));
  }

  private void interest(List<String> groups, String stamp, String parameter) {
    Map<String, String> rates = new TreeMap<>();
    groups.forEach(line -> rates.put(line.substring(0, 16), line.substring(16, 22)));
    Map<String, String> cards = new TreeMap<>();
    references.values().forEach(line -> cards.putIfAbsent(line.substring(25, 36), line));
    Map<String, BigDecimal> totals = new TreeMap<>();
    List<String> system = new ArrayList<>();
    for (String category : categories.values()) {
      String number = category.substring(0, 11);
      totals.putIfAbsent(number, BigDecimal.ZERO);
      String rest = category.substring(11, 17);
      String rate =
          rates.getOrDefault(
              accounts.get(number).substring(112, 122) + rest, rates.get("DEFAULT   " + rest));
      if (amount(rate).signum() == 0) {
        continue;
      }
      BigDecimal interest =
          amount(category.substring(17, 28))
              .multiply(amount(rate))
              .divide(new BigDecimal(1200), 2, RoundingMode.DOWN);
      totals.merge(number, interest, BigDecimal::add);
      String counter = String.valueOf(system.size() + 1);
      system.add(
          parameter
              + "0".repeat(6 - counter.length())
              + counter
              + "010005"
              + wide("System", 10)
              + wide("Int. for a/c " + number, 100)
              + field(interest, 11)
              + "000000000"
              + " ".repeat(110)
              + cards.get(number).substring(0, 16)
              + stamp
              + stamp
              + " ".repeat(20));
    }
    List<String> charged = new ArrayList<>(totals.keySet());
    charged.removeLast();
    for (String number : charged) {
      String account = accounts.get(number);
      BigDecimal balance = amount(account.substring(12, 24)).add(totals.get(number));
      account = with(account, 12, field(balance, 12));
      accounts.put(number, with(account, 78, "00000000000{00000000000{"));
    }
    transactions.addAll(system);
    transactions.sort(Comparator.comparing(line -> line.substring(0, 16)));
    outputs.put("SYSTRAN", String.join("", system));
    outputs.put("ACCTDATA.INTEREST", String.join("", accounts.values()));
    outputs.put("TRANSACT.COMBINED", String.join("", transactions));
  }

  private static String edited(BigDecimal value, String plus) {
    if (value.signum() == 0) {
      return " ".repeat(15);
    }
    String plain = value.abs().setScale(2).toPlainString();
    String whole = plain.substring(0, plain.indexOf('.'));
    StringBuilder grouped = new StringBuilder(whole.equals("0") ? "" : whole);
    for (int at = grouped.length() - 3; at > 0; at -= 3) {
      grouped.insert(at, ',');
    }
    String shown = grouped + plain.substring(plain.indexOf('.'));
    return (value.signum() < 0 ? "-" : plus) + " ".repeat(14 - shown.length()) + shown;
  }

  private void report(List<String> types, List<String> typeCategories, String[] range) {
    Map<String, String> names = new TreeMap<>();
    types.forEach(line -> names.put(line.substring(0, 2), line.substring(2, 17)));
    typeCategories.forEach(line -> names.put(line.substring(0, 6), line.substring(6, 35)));
    List<String> rows = new ArrayList<>();
    for (String row : transactions) {
      String day = row.substring(304, 314);
      if (day.compareTo(range[0]) >= 0 && day.compareTo(range[1]) <= 0) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparing(row -> row.substring(262, 278)));
    List<String> lines = new ArrayList<>();
    BigDecimal page = BigDecimal.ZERO;
    BigDecimal account = BigDecimal.ZERO;
    BigDecimal grand = BigDecimal.ZERO;
    String card = "";
    for (String row : rows) {
      if (!card.isEmpty() && !card.equals(row.substring(262, 278))) {
        lines.add("Account Total" + ".".repeat(84) + edited(account, "+"));
        lines.add("-".repeat(133));
        account = BigDecimal.ZERO;
      }
      card = row.substring(262, 278);
      if (lines.isEmpty()) {
        heading(lines, range);
      }
      if (lines.size() % 20 == 0) {
        lines.add("Page Total " + ".".repeat(86) + edited(page, "+"));
        lines.add("-".repeat(133));
        grand = grand.add(page);
        page = BigDecimal.ZERO;
        heading(lines, range);
      }
      BigDecimal amount = amount(row.substring(132, 143));
      page = page.add(amount);
      account = account.add(amount);
      lines.add(
          row.substring(0, 16)
              + " "
              + references.get(card).substring(25, 36)
              + " "
              + row.substring(16, 18)
              + "-"
              + names.get(row.substring(16, 18))
              + " "
              + row.substring(18, 22)
              + "-"
              + names.get(row.substring(16, 22))
              + " "
              + row.substring(22, 32)
              + "    "
              + edited(amount, " "));
    }
    if (!rows.isEmpty()) {
      page = page.add(amount(rows.getLast().substring(132, 143)));
      lines.add("Page Total " + ".".repeat(86) + edited(page, "+"));
      lines.add("-".repeat(133));
      lines.add("Grand Total" + ".".repeat(86) + edited(grand.add(page), "+"));
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(wide(line, 133)));
    outputs.put("TRANREPT", text.toString());
  }

  private static void heading(List<String> lines, String[] range) {
    lines.add(
        wide("DALYREPT", 38)
            + wide("Daily Transaction Report", 41)
            + "Date Range: "
            + range[0]
            + " to "
            + range[1]);
    lines.add("");
    lines.add(
        "Transaction ID   Account ID  Transaction Type   Tran Category                      Tran Source"
            + "            Amount");
    lines.add("-".repeat(133));
  }

  private static String trailing(BigDecimal value, boolean zeros) {
    String plain = value.abs().setScale(2).toPlainString();
    String filled = (zeros ? "0" : " ").repeat(12 - plain.length()) + plain;
    String shown = !zeros && plain.startsWith("0.") ? filled.replace(" 0.", "  .") : filled;
    return shown + (value.signum() < 0 ? "-" : " ");
  }

  private static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return (blank < 0 ? text : text.substring(0, blank)) + " ";
  }

  private void statements(List<String> customers) {
    Map<String, String> people = new TreeMap<>();
    customers.forEach(line -> people.put(line.substring(0, 9), line));
    StringBuilder text = new StringBuilder();
    Set<String> printed = new HashSet<>();
    for (String reference : references.values()) {
      String card = reference.substring(0, 16);
      String person = people.get(reference.substring(16, 25));
      String account = accounts.get(reference.substring(25, 36));
      List<String> lines = new ArrayList<>();
      lines.add("*".repeat(31) + "START OF STATEMENT" + "*".repeat(31));
      lines.add(
          firstWord(person.substring(9, 34))
              + firstWord(person.substring(34, 59))
              + firstWord(person.substring(59, 84)));
      lines.add(person.substring(84, 134));
      lines.add(person.substring(134, 184));
      lines.add(
          firstWord(person.substring(184, 234))
              + firstWord(person.substring(234, 236))
              + firstWord(person.substring(236, 239))
              + firstWord(person.substring(239, 249)));
      lines.add("-".repeat(80));
      lines.add(" ".repeat(33) + "Basic Details");
      lines.add("-".repeat(80));
      lines.add("Account ID         :" + account.substring(0, 11));
      lines.add("Current Balance    :" + trailing(amount(account.substring(12, 24)), true));
      lines.add("FICO Score         :" + person.substring(329, 332));
      lines.add("-".repeat(80));
      lines.add(" ".repeat(30) + "TRANSACTION SUMMARY");
      lines.add("-".repeat(80));
      lines.add(wide("Tran ID", 16) + wide("Tran Details", 51) + "  Tran Amount");
      lines.add("-".repeat(80));
      BigDecimal total = BigDecimal.ZERO;
      for (String row : transactions) {
        if (row.substring(262, 278).equals(card) && printed.add(row.substring(0, 16))) {
          BigDecimal amount = amount(row.substring(132, 143));
          total = total.add(amount);
          lines.add(
              row.substring(0, 16) + " " + row.substring(32, 81) + "$" + trailing(amount, false));
        }
      }
      lines.add("-".repeat(80));
      lines.add("Total EXP:" + " ".repeat(56) + "$" + trailing(total, false));
      lines.add("*".repeat(32) + "END OF STATEMENT" + "*".repeat(32));
      lines.forEach(line -> text.append(wide(line, 80)));
    }
    outputs.put("STATEMNT", text.toString());
  }
}
