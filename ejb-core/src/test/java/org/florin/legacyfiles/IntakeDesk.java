package org.florin.legacyfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.florin.accounts.AccountBooks;
import org.florin.accounts.AccountOpenings;
import org.florin.cards.CardTakeOvers;
import org.florin.cards.CardVault;
import org.florin.customers.CustomerTakeOvers;
import org.florin.customers.PersonalDataVault;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.FileId;
import org.florin.kernel.JobId;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyFormats.Records;
import org.florin.platform.jobs.JobRunsOn;
import org.florin.platform.jobs.JobTicket;
import org.florin.platform.sql.Database;

/**
 * The intake of files outside a container, on a real PostgreSQL: the use cases themselves, each
 * chunk in a transaction as the batch job has it.
 */
public final class IntakeDesk implements AutoCloseable {

  private static final Actor ACTOR = new Actor("test", "file");

  /** One connection for all, because a thousand sets would open a hundred thousand. */
  private final Connection connection;

  private final Database database;

  private final LegacyFormats formats;
  private final CardVault cardVault;
  private final PersonalDataVault dataVault;
  private final BusinessClock clock;
  private final int chunk;

  public IntakeDesk(
      LegacyFormats formats,
      CardVault cardVault,
      PersonalDataVault dataVault,
      BusinessClock clock,
      int chunk) {
    this.formats = formats;
    this.cardVault = cardVault;
    this.dataVault = dataVault;
    this.clock = clock;
    this.chunk = chunk;
    try {
      this.connection = TestDatabase.dataSource().getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    this.database = new Database(TestDatabase.sharing(connection));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The connection of this desk, each statement on its own. */
  public Database database() {
    return database;
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      connection.setAutoCommit(false);
      try {
        T answer = work.get();
        connection.commit();
        return answer;
      } catch (RuntimeException | Error e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What became of a set of files. */
  public sealed interface Outcome {

    /** Nothing was taken in, for these reasons. */
    record Refused(List<String> reasons) implements Outcome {}

    /** All was looked at; what is in suspense is told with its place. */
    record TakenIn(ImportTally total, List<ImportView.SuspenseView> suspense, boolean repeated)
        implements Outcome {}
  }

  /** Receives the files and takes them in. */
  public Outcome take(Map<String, byte[]> files, ImportMode mode) {
    List<FileId> ids = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      switch (receive(file.getKey(), file.getValue())) {
        case ReceiveFile.Receipt.Kept kept -> ids.add(kept.file().id());
        case ReceiveFile.Receipt.Refused refused ->
            throw new IllegalStateException(refused.reason());
      }
    }
    ImportStart start =
        inTransaction(
            () -> start().handle(new StartImport.Command(formats.system(), mode, ids, ACTOR)));
    return switch (start) {
      case ImportStart.Refused refused -> new Outcome.Refused(refused.reasons());
      case ImportStart.Repeated repeated -> outcome(repeated.run(), true);
      case ImportStart.Started started -> {
        run(started.run());
        yield outcome(started.run(), false);
      }
    };
  }

  /** Receives one file. */
  public ReceiveFile.Receipt receive(String name, byte[] content) {
    return receive(name, new ByteArrayInputStream(content), Optional.empty());
  }

  /** Receives one file of which the sender says what it comes to. */
  public ReceiveFile.Receipt receive(String name, InputStream content, Optional<String> sha256) {
    ReceiveFile receive = new ReceiveFile();
    receive.systems = systems();
    receive.files = files();
    try {
      return receive.handle(
          new ReceiveFile.Command(formats.system(), name, content, ACTOR, sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(JobId run) {
    JobTicket ticket =
        inTransaction(() -> JobRunsOn.database(database).begin(run, "test")).orElseThrow();
    ReadImportFiles reading = new ReadImportFiles();
    reading.imports = runs();
    reading.files = files();
    reading.systems = systems();
    List<ImportItem> items = new ArrayList<>();
    for (ImportFile file : reading.unfinished(run)) {
      try (Records records = reading.open(file)) {
        Reading next;
        do {
          next = records.next();
          items.add(new ImportItem(file.ordinal(), next));
          if (items.size() == chunk) {
            takeIn(ticket, items);
            items.clear();
          }
        } while (!(next instanceof Reading.End));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (!items.isEmpty()) {
      takeIn(ticket, items);
    }
  }

  private void takeIn(JobTicket ticket, List<ImportItem> items) {
    inTransaction(
        () -> {
          TakeInRecords use = new TakeInRecords();
          use.imports = runs();
          use.jobs = JobRunsOn.database(database);
          use.masterData = masterData();
          use.dailyPosting = dailyPosting();
          return use.handle(new TakeInRecords.Command(ticket, List.copyOf(items)));
        });
  }

  private Outcome outcome(JobId run, boolean repeated) {
    ImportRuns runs = runs();
    ImportTally total = ImportTally.NOTHING;
    List<ImportRuns.Counted> counted = runs.files(run);
    for (ImportRuns.Counted file : counted) {
      total = total.plus(file.tally());
    }
    List<ImportView.SuspenseView> suspense =
        runs.suspense(run, Integer.MAX_VALUE).stream()
            .map(
                place ->
                    new ImportView.SuspenseView(
                        counted.get(place.ordinal() - 1).name(),
                        place.item().line(),
                        place.item().offset(),
                        place.item().key(),
                        place.item().field(),
                        place.item().reason()))
            .toList();
    return new Outcome.TakenIn(total, suspense, repeated);
  }

  private StartImport start() {
    StartImport start = new StartImport();
    start.systems = systems();
    start.files = files();
    start.imports = runs();
    start.jobs = JobRunsOn.database(database);
    return start;
  }

  private SystemFormats systems() {
    return new SystemFormats() {
      @Override
      Optional<LegacyFormats> of(String system) {
        return Optional.of(formats).filter(known -> known.system().equals(system));
      }
    };
  }

  private LegacyFiles files() {
    LegacyFiles files = new LegacyFiles();
    files.database = database;
    files.vault = dataVault;
    return files;
  }

  private ImportRuns runs() {
    ImportRuns runs = new ImportRuns();
    runs.database = database;
    return runs;
  }

  private LegacyRecords records() {
    LegacyRecords records = new LegacyRecords();
    records.database = database;
    return records;
  }

  private LegacyFilesSettings settings() {
    LegacyFilesSettings settings = new LegacyFilesSettings();
    settings.timeZone = "UTC";
    settings.product = "classic";
    return settings;
  }

  private MasterDataDesk masterData() {
    MasterDataDesk desk = new MasterDataDesk();
    desk.records = records();
    desk.cardVault = cardVault;
    desk.personalDataVault = dataVault;
    desk.takeOverCustomers = CustomerTakeOvers.on(database, dataVault, clock);
    desk.openAccounts = AccountOpenings.on(database);
    desk.suspendAccount = AccountOpenings.suspensionsOn(database);
    desk.takeOverCards = CardTakeOvers.on(database, cardVault, clock);
    desk.book = AccountBooks.on(database);
    desk.clock = clock;
    desk.settings = settings();
    return desk;
  }

  private DailyPostingDesk dailyPosting() {
    DailyPostingDesk desk = new DailyPostingDesk();
    desk.records = records();
    desk.transactions = new LegacyTransactions();
    desk.transactions.database = database;
    desk.cardVault = cardVault;
    desk.book = AccountBooks.on(database);
    desk.clock = clock;
    desk.settings = settings();
    return desk;
  }
}
