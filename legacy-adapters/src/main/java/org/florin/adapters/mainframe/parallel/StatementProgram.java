package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.florin.adapters.copybook.Field;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.florin.adapters.mainframe.parallel.RecordSorter.Stretch;
import org.florin.adapters.mainframe.parallel.RecordSource.Found;

/**
 * Prints one text statement for each card of the cross reference (CBSTM03A and the sort before it).
 * The program prints only the first word of a city and a name; the correct mode prints them whole.
 * What the program makes of more transactions than its table holds is an accident of its storage
 * and is not repeated: all are printed in either mode, and the difference report names the cards.
 */
final class StatementProgram {

  static final String STATEMENTS = "STATEMNT";

  private static final int WIDTH = 80;
  private static final int TABLE_ROWS = 10;
  private static final int TABLE_CARDS = 51;
  private static final long TOTAL_MODULUS = 100_000_000_000L;

  private final RecordCodec codec = new RecordCodec(Layouts.TRANSACTION, RecordEncoding.ebcdic());
  private final KeyedRecords crossReferences;
  private final KeyedRecords customers;
  private final KeyedRecords accounts;
  private final RunOrder order;
  private final Differences differences;

  StatementProgram(
      KeyedRecords crossReferences,
      KeyedRecords customers,
      KeyedRecords accounts,
      RunOrder order,
      Differences differences) {
    this.crossReferences = crossReferences;
    this.customers = customers;
    this.accounts = accounts;
    this.order = order;
    this.differences = differences;
  }

  /** The statements while the transactions come by, both in the order of the cards. */
  private final class Run {
    private final OutputFile target;
    private final Iterator<RecordImage> references = crossReferences.inOrder().iterator();
    private Optional<RecordImage> reference = Optional.empty();
    private Optional<Ending.Abended> abend = Optional.empty();
    private long statements;
    private long transactions;
    private long cardRows;
    private long cards;
    private String cardSeen = "";
    private long totalMinor;

    Run(OutputFile target) {
      this.target = target;
    }

    void take(byte[] record) throws IOException {
      RecordImage row = RecordImage.of(codec, record);
      String card = row.key("card-number");
      while (canGoOn() && currentCard().compareTo(card) < 0) {
        nextStatement();
      }
      countTable(card);
      if (abend.isPresent() || !currentCard().equals(card)) {
        return;
      }
      if (row.firstWrongNumber().isPresent()) {
        abend =
            Optional.of(
                new Ending.Abended(
                    transactions + 1, "S0C7", row.firstWrongNumber().get().reason()));
        return;
      }
      transactions++;
      totalMinor = (totalMinor + row.number("amount")) % TOTAL_MODULUS;
      target.add(line(row));
    }

    private void countTable(String card) throws IOException {
      if (!card.equals(cardSeen)) {
        cards++;
        cardRows = 0;
        cardSeen = card;
        if (cards == TABLE_CARDS + 1) {
          tell("run", "more than " + TABLE_CARDS + " cards with transactions");
        }
      }
      cardRows++;
      if (cardRows == TABLE_ROWS + 1) {
        tell(
            "statement " + (statements + 1),
            "more than " + TABLE_ROWS + " transactions of one card");
      }
    }

    private void tell(String record, String what) throws IOException {
      differences.tell(
          STATEMENTS,
          record,
          what,
          "all are printed",
          "all are printed",
          "the mainframe's table has no room for them: there it prints what lies behind it");
    }

    void end() throws IOException {
      while (canGoOn()) {
        nextStatement();
      }
      if (abend.isEmpty() && reference.isPresent()) {
        footer();
      }
    }

    private boolean canGoOn() {
      return abend.isEmpty() && references.hasNext();
    }

    private String currentCard() {
      return reference.map(found -> found.key("card-number")).orElse("");
    }

    /** Ends the statement at hand and begins the next one. */
    private void nextStatement() throws IOException {
      if (reference.isPresent()) {
        footer();
        reference = Optional.empty();
      }
      RecordImage next = references.next();
      Optional<RecordImage> customer = customers.get(next.key("customer-id"));
      Optional<RecordImage> account = accounts.get(next.key("account-id"));
      if (customer.isEmpty() || account.isEmpty()) {
        String missing = customer.isEmpty() ? "customer" : "account";
        abend =
            Optional.of(
                new Ending.Abended(
                    statements + 1, "999", "the " + missing + " of a card is missing"));
        return;
      }
      reference = Optional.of(next);
      statements++;
      totalMinor = 0;
      header(customer.get(), account.get());
    }

    private void header(RecordImage customer, RecordImage account) throws IOException {
      target.add(line().fill('*', 31).put("START OF STATEMENT").fill('*', 31).bytes());
      target.add(name(customer));
      target.add(line().put(customer.raw("address-line-1"), 50).bytes());
      target.add(line().put(customer.raw("address-line-2"), 50).bytes());
      target.add(place(customer));
      target.add(dashes());
      target.add(line().fill(' ', 33).put("Basic Details").bytes());
      target.add(dashes());
      target.add(line().put("Account ID         :").put(account.raw("account-id"), 20).bytes());
      target.add(
          line()
              .put("Current Balance    :")
              .put(PrintLine.zeroEdited(account.number("current-balance")))
              .bytes());
      target.add(line().put("FICO Score         :").put(customer.raw("fico"), 20).bytes());
      target.add(dashes());
      target.add(line().fill(' ', 30).put("TRANSACTION SUMMARY ").bytes());
      target.add(dashes());
      target.add(line().put("Tran ID", 16).put("Tran Details", 51).put("  Tran Amount").bytes());
      target.add(dashes());
    }

    private void footer() throws IOException {
      target.add(dashes());
      target.add(
          line()
              .put("Total EXP:")
              .fill(' ', 56)
              .put("$")
              .put(PrintLine.blankEdited(totalMinor))
              .bytes());
      target.add(line().fill('*', 32).put("END OF STATEMENT").fill('*', 32).bytes());
    }

    Ending ending() {
      if (abend.isPresent()) {
        return abend.get();
      }
      Map<String, Long> figures = new LinkedHashMap<>();
      figures.put("statements", statements);
      figures.put("transactions", transactions);
      return new Ending.Completed(0, figures);
    }
  }

  Ending run(RecordSource transactions, OutputFolder folder) throws IOException {
    try (RecordSorter sorter =
            new RecordSorter(
                folder.path(),
                Layouts.TRANSACTION.recordLength(),
                RecordSorter.PART_LENGTH,
                stretch("card-number"),
                stretch("transaction-id"));
        OutputFile target = folder.begin(STATEMENTS, WIDTH)) {
      boolean any = false;
      for (Optional<Found> next = transactions.next();
          next.isPresent();
          next = transactions.next()) {
        sorter.add(next.get().image().bytes());
        any = true;
      }
      Run run = new Run(target);
      if (!any) {
        run.abend =
            Optional.of(new Ending.Abended(0, "999", "there is no transaction to begin with"));
      }
      sorter.drainTo(run::take);
      run.end();
      target.finish();
      return run.ending();
    }
  }

  private static Stretch stretch(String name) {
    Field field = Layouts.TRANSACTION.field(name);
    return new Stretch(field.offset(), field.picture().length());
  }

  private static PrintLine line() {
    return PrintLine.ofWidth(WIDTH);
  }

  private static byte[] dashes() {
    return line().fill('-', WIDTH).bytes();
  }

  private byte[] name(RecordImage customer) throws IOException {
    PrintLine line = line();
    for (String part : new String[] {"first-name", "middle-name", "last-name"}) {
      putWords(line, customer, part);
    }
    byte[] name = line.bytes();
    return line().put(name, 75).bytes();
  }

  private byte[] place(RecordImage customer) throws IOException {
    PrintLine line = line();
    putWords(line, customer, "address-line-3");
    return line.putFirstWord(customer.raw("state"))
        .putFirstWord(customer.raw("country"))
        .putFirstWord(customer.raw("zip"))
        .bytes();
  }

  private void putWords(PrintLine line, RecordImage customer, String field) throws IOException {
    if (customer.text(field).strip().contains(" ")) {
      differences.tell(
          STATEMENTS,
          "customer " + customer.text("customer-id"),
          field,
          "printed whole",
          "only its first word",
          "the mainframe cuts it at the first blank");
    }
    if (order.isCorrect()) {
      line.putTrimmed(customer.raw(field));
    } else {
      line.putFirstWord(customer.raw(field));
    }
  }

  private static byte[] line(RecordImage row) {
    return line()
        .put(row.raw("transaction-id"), 16)
        .put(" ")
        .put(row.raw("description"), 49)
        .put("$")
        .put(PrintLine.blankEdited(row.number("amount")))
        .bytes();
  }
}
