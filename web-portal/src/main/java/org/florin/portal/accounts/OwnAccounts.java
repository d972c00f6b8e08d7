package org.florin.portal.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.CustomerId;
import org.florin.ledger.Journal;

/** What a cardholder's pages read: only ever the accounts of one customer. */
@ApplicationScoped
public class OwnAccounts {

  @Inject FindAccounts accounts;
  @Inject Journal journal;

  /** The account the customer uses: the newest one that is open, else the newest. */
  public Optional<AccountView> of(CustomerId customer) {
    var all = accounts.ofCustomer(customer);
    return all.stream()
        .filter(account -> account.status().equals("open"))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Booked transactions, newest first, behind the given sequence. */
  public List<PostedLine> posted(AccountId account, long beforeSequence, int countMax) {
    return journal.ofAccount(account, beforeSequence, countMax).stream()
        .map(PostedLine::of)
        .toList();
  }
}
