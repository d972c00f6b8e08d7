package org.florin.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Journal;
import org.florin.ledger.Posting;
import org.florin.platform.sql.Database;

/** The one door through which an account's balance moves: journal and balance together. */
@ApplicationScoped
public class AccountBook {

  private static final class Movement {
    long postedMinor;
    long cashMinor;
  }

  @Inject Database database;
  @Inject Journal journal;

  /**
   * Locks accounts, in id order, until the transaction ends. Do this before reading what is decided
   * on.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(Collection<AccountId> accounts) {
    database.list(
        "select id from credit_account where id = any(?::uuid[]) order by id for update",
        row -> row.uuid("id"),
        accounts.stream().map(AccountId::value).distinct().toList());
  }

  /** Books one posting; false if its natural key was booked before, and then nothing changes. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean post(Posting posting) {
    return !post(List.of(posting)).isEmpty();
  }

  /**
   * Books postings in the order given and moves the balances of their accounts.
   *
   * @return the ids of those that were new
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<TransactionId> post(List<Posting> postings) {
    lock(postings.stream().map(Posting::account).toList());
    var written = journal.write(postings);
    var movements = new TreeMap<UUID, Movement>();
    for (var posting : postings) {
      if (written.contains(posting.id())) {
        var movement =
            movements.computeIfAbsent(posting.account().value(), account -> new Movement());
        var minor = posting.amount().minor();
        movement.postedMinor = Math.addExact(movement.postedMinor, minor);
        if (posting.kind().isCash()) {
          movement.cashMinor = Math.addExact(movement.cashMinor, minor);
        }
      }
    }
    if (!movements.isEmpty()) {
      var posted = new ArrayList<Long>();
      var cash = new ArrayList<Long>();
      movements
          .values()
          .forEach(
              movement -> {
                posted.add(movement.postedMinor);
                cash.add(movement.cashMinor);
              });
      database.update(
          """
          update credit_account set posted_balance_minor = posted_balance_minor + moved.posted,
            cash_balance_minor = greatest(0, cash_balance_minor + moved.cash), version = version + 1
          from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as moved(account_id, posted, cash)
          where id = moved.account_id
          """,
          List.copyOf(movements.keySet()),
          posted,
          cash);
    }
    return written;
  }

  /**
   * Changes what is held on a locked account; negative amounts give back.
   *
   * @param heldMinor minor units of the account's currency
   * @param cashHeldMinor part of it that counts against the cash limit
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void moveHeld(AccountId account, long heldMinor, long cashHeldMinor) {
    database.update(
        "update credit_account set held_minor = held_minor + ?, cash_held_minor = cash_held_minor + ?, version = version + 1 where id = ?",
        heldMinor,
        cashHeldMinor,
        account.value());
  }
}
