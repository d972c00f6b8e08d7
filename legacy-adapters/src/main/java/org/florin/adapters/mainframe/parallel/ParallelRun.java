package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.florin.adapters.copybook.Layouts;
import org.florin.legacyfiles.FileKind;

/**
 * Runs the steps of one order in the sequence of the batch chain. Each takes what an earlier step
 * of the run has made, else what an earlier run has left in the input folder, else the input
 * itself.
 */
public final class ParallelRun {

  /** Everything was read, and nothing rejected. */
  public static final int CLEAN = 0;

  /** Some records were rejected, or wait in suspense. */
  public static final int WITH_EXCEPTIONS = 4;

  /** A program stopped before its end. */
  public static final int ABENDED = 8;

  private final RunOrder order;
  private final BiConsumer<RunStep, Ending> observer;
  private final InputFolder input;
  private final OutputFolder output;

  private ParallelRun(RunOrder order, BiConsumer<RunStep, Ending> observer) throws IOException {
    this.order = order;
    this.observer = observer;
    this.input = InputFolder.of(order.in());
    boolean ascii = order.asciiOutput().isPresent() ? order.asciiOutput().get() : input.isAscii();
    this.output = OutputFolder.in(order.out(), ascii);
  }

  /**
   * Runs to the end or to the first step that stops.
   *
   * @param observer told how each step ended
   * @return the condition code of the whole
   */
  public static int of(RunOrder order, BiConsumer<RunStep, Ending> observer) throws IOException {
    return new ParallelRun(order, observer).run();
  }

  private int run() throws IOException {
    RunSummary summary = new RunSummary(order, output.isAscii());
    int code = CLEAN;
    try (Differences differences = Differences.in(output)) {
      for (RunStep step : RunStep.values()) {
        if (order.steps().contains(step) && code != ABENDED) {
          Ending ending = run(step, differences);
          observer.accept(step, ending);
          summary.add(step, ending);
          code = Math.max(code, code(ending));
        }
      }
      differences.finish();
      summary.write(output, differences.count());
      return code;
    }
  }

  private static int code(Ending ending) {
    return switch (ending) {
      case Ending.Abended abended -> ABENDED;
      case Ending.Completed completed ->
          completed.returnCode() == 0 && completed.figures().getOrDefault("in_suspense", 0L) == 0
              ? CLEAN
              : WITH_EXCEPTIONS;
    };
  }

  private Ending run(RunStep step, Differences differences) throws IOException {
    return switch (step) {
      case POST -> post(differences);
      case INTEREST -> interest(differences);
      case COMBINE -> combine();
      case REPORT -> report(differences);
      case STATEMENTS -> statements(differences);
      case EXPORT -> export();
      case IMPORT -> split();
    };
  }

  private Ending post(Differences differences) throws IOException {
    PostingProgram program =
        new PostingProgram(
            crossReferences(),
            KeyedRecords.load(input.open(FileKind.ACCOUNTS), "account-id"),
            KeyedRecords.load(
                input.open(FileKind.CATEGORY_BALANCES), "account-id", "type-code", "category-code"),
            order,
            differences);
    try (RecordSource daily = input.open(FileKind.DAILY_TRANSACTIONS)) {
      String name = input.path(FileKind.DAILY_TRANSACTIONS).getFileName().toString();
      return program.run(daily, name, output);
    }
  }

  private Ending interest(Differences differences) throws IOException {
    Optional<Path> categories = result(PostingProgram.CATEGORIES);
    RecordSource balances =
        categories.isPresent()
            ? RecordSource.open(categories.get(), Layouts.CATEGORY_BALANCE)
            : input.open(FileKind.CATEGORY_BALANCES);
    InterestProgram program =
        new InterestProgram(
            crossReferences(),
            KeyedRecords.load(accounts(PostingProgram.ACCOUNTS), "account-id"),
            KeyedRecords.load(balances, "account-id", "type-code", "category-code"),
            KeyedRecords.load(
                input.open(FileKind.DISCLOSURE_GROUPS), "group-id", "type-code", "category-code"),
            order,
            differences);
    return program.run(output);
  }

  private Ending combine() throws IOException {
    try (RecordSource posted = transactions(PostingProgram.TRANSACTIONS);
        RecordSource interest =
            RecordSource.open(
                result(InterestProgram.TRANSACTIONS)
                    .orElseThrow(
                        () ->
                            new IOException(
                                "there is no "
                                    + InterestProgram.TRANSACTIONS
                                    + " to combine: run the step interest")),
                Layouts.TRANSACTION)) {
      return new CombineProgram().run(List.of(posted, interest), output);
    }
  }

  private Ending report(Differences differences) throws IOException {
    ReportProgram program =
        new ReportProgram(
            crossReferences(),
            KeyedRecords.load(input.open(FileKind.TRANSACTION_TYPES), "type-code"),
            KeyedRecords.load(
                input.open(FileKind.TRANSACTION_CATEGORIES), "type-code", "category-code"),
            order,
            differences);
    try (RecordSource transactions = latestTransactions()) {
      return program.run(transactions, output);
    }
  }

  private Ending statements(Differences differences) throws IOException {
    StatementProgram program =
        new StatementProgram(
            crossReferences(),
            KeyedRecords.load(input.open(FileKind.CUSTOMERS), "customer-id"),
            KeyedRecords.load(latestAccounts(), "account-id"),
            order,
            differences);
    try (RecordSource transactions = latestTransactions()) {
      return program.run(transactions, output);
    }
  }

  private Ending export() throws IOException {
    try (RecordSource transactions = latestTransactions()) {
      ExportProgram.Sources sources =
          new ExportProgram.Sources(
              KeyedRecords.load(input.open(FileKind.CUSTOMERS), "customer-id"),
              KeyedRecords.load(latestAccounts(), "account-id"),
              crossReferences(),
              transactions,
              KeyedRecords.load(input.open(FileKind.CARDS), "card-number"));
      return new ExportProgram(order).run(sources, output);
    }
  }

  private Ending split() throws IOException {
    Optional<Path> made = result(ExportProgram.EXPORT);
    Path export = made.isPresent() ? made.get() : input.exportFile();
    try (RecordSource source = RecordSource.openBinary(export, Layouts.named("export-customer"))) {
      return new ImportProgram(order).run(source, output);
    }
  }

  private KeyedRecords crossReferences() throws IOException {
    return KeyedRecords.load(input.open(FileKind.CROSS_REFERENCES), "card-number");
  }

  private Optional<Path> result(String name) {
    return output.made(name).or(() -> input.result(name));
  }

  private RecordSource latestAccounts() throws IOException {
    return accounts(InterestProgram.ACCOUNTS, PostingProgram.ACCOUNTS);
  }

  /** The first of these results that is there, else the accounts of the input. */
  private RecordSource accounts(String... names) throws IOException {
    for (String name : names) {
      Optional<Path> file = result(name);
      if (file.isPresent()) {
        return RecordSource.open(file.get(), Layouts.ACCOUNT);
      }
    }
    return input.open(FileKind.ACCOUNTS);
  }

  private RecordSource latestTransactions() throws IOException {
    return transactions(CombineProgram.TRANSACTIONS, PostingProgram.TRANSACTIONS);
  }

  private RecordSource transactions(String... names) throws IOException {
    for (String name : names) {
      Optional<Path> file = result(name);
      if (file.isPresent()) {
        return RecordSource.open(file.get(), Layouts.TRANSACTION);
      }
    }
    return input.openTransactions();
  }
}
