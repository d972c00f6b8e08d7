package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.authorization.HeldAuthorizations.Origin;
import org.florin.authorization.NamedCards.NamedCard;
import org.florin.authorization.lifecycle.Message;
import org.florin.authorization.lifecycle.ReversalAmount;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/**
 * Reversals that came before their authorization. Written and read under the lock of the card's
 * account, so that neither of the two can miss the other.
 */
@ApplicationScoped
class ParkedReversals {

  /** One that waits. */
  record Parked(
      UUID id, CardId card, NetworkReference network, ReversalAmount amount, Origin origin) {

    Message message() {
      return new Message.Reversal(amount);
    }
  }

  @Inject Database database;

  /** Parks a reversal; the same one again changes nothing. */
  void park(NamedCard card, NetworkReference network, ReversalAmount amount, Origin origin) {
    if (waiting(database, List.of(card.card())).stream()
        .anyMatch(parked -> parked.network().names(network))) {
      return;
    }
    database.update(
        """
        insert into parked_reversal (id, account_id, card_id, network_name, network_transaction_id,
          network_retrieval_reference, network_stan, network_acquirer_id, network_transmission_time, amount_kind,
          amount_minor, actor, channel, received_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        AuthorizationId.create().value(),
        card.account().value(),
        card.card().value(),
        network.name(),
        network.transactionId(),
        network.retrievalReference(),
        network.stan(),
        network.acquirerId(),
        network.transmissionTime(),
        kind(amount),
        minor(amount),
        origin.actor(),
        origin.channel(),
        SystemTime.now());
  }

  /** Those that wait for an authorization of one of the cards, read on the given connection. */
  static List<Parked> waiting(Database connection, Collection<CardId> cards) {
    return connection.list(
        """
        select * from parked_reversal where card_id = any(?::uuid[]) and authorization_id is null
        order by received_at, id
        """,
        ParkedReversals::parked,
        cards.stream().map(CardId::value).distinct().toList());
  }

  /** Notes which authorizations they took effect on. */
  static void applied(
      Database connection, List<Parked> parked, List<AuthorizationId> authorizations) {
    if (!parked.isEmpty()) {
      connection.update(
          """
          update parked_reversal set authorization_id = applied.authorization_id
          from unnest(?::uuid[], ?::uuid[]) as applied(id, authorization_id)
          where parked_reversal.id = applied.id
          """,
          parked.stream().map(Parked::id).toList(),
          authorizations.stream().map(AuthorizationId::value).toList());
    }
  }

  private static Parked parked(Database.Row row) throws SQLException {
    return new Parked(
        row.uuid("id"),
        new CardId(row.uuid("card_id")),
        FindAuthorizations.network(row).orElseThrow(),
        amount(row.text("amount_kind"), row.number("amount_minor")),
        new Origin(row.text("actor"), row.text("channel")));
  }

  private static ReversalAmount amount(String kind, long minor) {
    return switch (kind) {
      case "all" -> new ReversalAmount.All();
      case "give_back" -> new ReversalAmount.GiveBack(minor);
      case "leave_only" -> new ReversalAmount.LeaveOnly(minor);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String kind(ReversalAmount amount) {
    return switch (amount) {
      case ReversalAmount.All ignored -> "all";
      case ReversalAmount.GiveBack ignored -> "give_back";
      case ReversalAmount.LeaveOnly ignored -> "leave_only";
    };
  }

  private static long minor(ReversalAmount amount) {
    return switch (amount) {
      case ReversalAmount.All ignored -> 0;
      case ReversalAmount.GiveBack giveBack -> giveBack.minor();
      case ReversalAmount.LeaveOnly leave -> leave.minor();
    };
  }

  /** The one that waits for this message, if any. */
  static Optional<Parked> of(
      List<Parked> waiting, CardId card, Optional<NetworkReference> network) {
    return network.flatMap(
        named ->
            waiting.stream()
                .filter(parked -> parked.card().equals(card) && parked.network().names(named))
                .findFirst());
  }
}
