package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.kernel.AccountId;
import org.florin.ledger.MerchantDetails;
import org.florin.ledger.Posting;
import org.florin.platform.sql.Database;
import org.florin.statements.tape.AccountDay;

/**
 * Gives a new account a past: every day of it lived by the policies, with interest, fees and
 * statements, as if the bank had been there. Nobody is told of any of it.
 */
@ApplicationScoped
public class RecordPastLife {

  /** What happens on an account, day by day. */
  @FunctionalInterface
  public interface Life {

    /**
     * @param evening the account on the evening before
     */
    List<Posting> on(LocalDate day, AccountDay evening);
  }

  @Inject Database database;
  @Inject BillingFacts billing;
  @Inject StatementSettings settings;
  @Inject CloseAccounts close;
  @Inject AccountBook book;

  /**
   * @param from first day of the past
   * @param until first day that is no past any more
   * @throws IllegalArgumentException if there is no such account
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void handle(AccountId id, LocalDate from, LocalDate until, Life life) {
    var account =
        billing.accounts(List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no account " + id));
    var lived = new AccountLife(account, settings.homeCountry(), Optional.empty());
    var evening = AccountDay.before(from);
    while (evening.day().plusDays(1).isBefore(until)) {
      var postings = life.on(evening.day().plusDays(1), evening);
      lived.book(postings);
      evening =
          lived.live(
              evening,
              postings.stream().map(RecordPastLife::line).toList(),
              AccountLife.DayNews.NONE,
              0);
    }
    var record = lived.record();
    record.events.clear();
    book.post(record.postings);
    record.postings.clear();
    var last = lastSequence(id, until);
    record.rows.replaceAll(row -> row.upTo(last));
    record.drawn.replaceAll(drawn -> drawn.upTo(lastSequence(id, drawn.closedOn())));
    close.keep(record);
  }

  private static BookedLine line(Posting posting) {
    return new BookedLine(
        posting.id(),
        posting.kind(),
        posting.amount().minor(),
        posting.bookedOn(),
        posting.description(),
        posting.merchant().flatMap(MerchantDetails::country),
        posting.flags().contains(Posting.NO_FEE));
  }

  private long lastSequence(AccountId account, LocalDate day) {
    return database
        .first(
            "select coalesce(max(sequence), 0) as last from journal_entry where account_id = ? and booked_on <= ?",
            row -> row.number("last"),
            account.value(),
            day)
        .orElse(0L);
  }
}
