package org.florin.authorization.controls;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.authorization.controls.SpendingCounters.Owner;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.platform.sql.Database;

/** Shows what isn't allowed, and what is left of limits. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindControls {

  /** Controls with what counts against their limits now, in the limits' order. */
  public record InUse(SpendingControls controls, List<LimitUse> uses) {}

  @Inject Database database;
  @Inject BusinessClock clock;

  /** A card's controls. */
  public InUse ofCard(CardId card, AccountId account) {
    return inUse(
        database
            .first(
                """
                select transaction_limit_minor as card_transaction_limit_minor, blocked_mccs as card_blocked_mccs,
                  blocked_countries as card_blocked_countries, blocked_entry_modes as card_blocked_entry_modes,
                  stopped_merchants as card_stopped_merchants, limits as card_limits
                from card_control where card_id = ?
                """,
                row -> ControlRows.read(row, "card_"),
                card.value())
            .orElse(SpendingControls.NONE),
        new Owner(account, Optional.of(card)));
  }

  /** An account's controls. */
  public InUse ofAccount(AccountId account) {
    return inUse(
        database
            .first(
                """
                select transaction_limit_minor as account_transaction_limit_minor,
                  blocked_mccs as account_blocked_mccs, blocked_countries as account_blocked_countries,
                  blocked_entry_modes as account_blocked_entry_modes,
                  stopped_merchants as account_stopped_merchants, limits as account_limits
                from account_control where account_id = ?
                """,
                row -> ControlRows.read(row, "account_"),
                account.value())
            .orElse(SpendingControls.NONE),
        new Owner(account, Optional.empty()));
  }

  private InUse inUse(SpendingControls controls, Owner owner) {
    var uses = SpendingCounters.read(database, Map.of(owner, controls.limits()), clock.now());
    return new InUse(controls, uses.getOrDefault(owner, List.of()));
  }
}
