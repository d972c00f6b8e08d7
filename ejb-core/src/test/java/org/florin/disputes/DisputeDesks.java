package org.florin.disputes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.florin.accounts.AccountBooks;
import org.florin.kernel.BusinessClock;
import org.florin.ledger.Journals;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.statements.Closes;

/** Makes the use cases of disputes outside a container, on a business date of the test's own. */
final class DisputeDesks {

  private final Database database;
  private final BusinessClock clock;

  DisputeDesks(Database database, LocalDate today) {
    this.database = database;
    this.clock =
        new BusinessClock() {
          @Override
          public Instant now() {
            return Instant.EPOCH;
          }

          @Override
          public LocalDate businessDate() {
            return today;
          }
        };
  }

  OpenDispute open() {
    var open = new OpenDispute();
    open.disputes = disputes();
    open.desk = desk();
    open.money = money();
    open.book = AccountBooks.on(database);
    open.accounts = AccountBooks.findOn(database);
    open.journal = Journals.on(database);
    open.statements = Closes.findOn(database, clock);
    open.clock = clock;
    return open;
  }

  AdvanceDispute advance() {
    var advance = new AdvanceDispute();
    advance.desk = desk();
    advance.money = money();
    advance.letters = letters();
    return advance;
  }

  ResolveDispute resolve() {
    var resolve = new ResolveDispute();
    resolve.disputes = disputes();
    resolve.desk = desk();
    resolve.money = money();
    resolve.letters = letters();
    return resolve;
  }

  WithdrawDispute withdraw() {
    var withdraw = new WithdrawDispute();
    withdraw.desk = desk();
    withdraw.money = money();
    withdraw.accounts = AccountBooks.findOn(database);
    withdraw.letters = letters();
    return withdraw;
  }

  AddEvidence evidence() {
    var add = new AddEvidence();
    add.desk = desk();
    add.evidences = new Evidences();
    add.evidences.database = database;
    add.settings = new DisputeSettings();
    add.settings.evidenceBytesMax = 1_000;
    add.settings.evidenceFilesMax = 2;
    add.clock = clock;
    add.audit = AuditTrails.on(database);
    return add;
  }

  Disputes disputes() {
    var disputes = new Disputes();
    disputes.database = database;
    return disputes;
  }

  DisputeLetters letters() {
    var letters = new DisputeLetters();
    letters.disputes = disputes();
    letters.journal = Journals.on(database);
    letters.clock = clock;
    letters.printer = page -> ("printed " + page).getBytes(StandardCharsets.UTF_8);
    return letters;
  }

  private DisputeDesk desk() {
    var desk = new DisputeDesk();
    desk.disputes = disputes();
    desk.book = AccountBooks.on(database);
    desk.clock = clock;
    desk.outbox = Outboxes.on(database);
    desk.audit = AuditTrails.on(database);
    return desk;
  }

  private DisputeMoney money() {
    var money = new DisputeMoney();
    money.book = AccountBooks.on(database);
    money.journal = Journals.on(database);
    money.disputed = Closes.disputed(database);
    money.clock = clock;
    return money;
  }
}
