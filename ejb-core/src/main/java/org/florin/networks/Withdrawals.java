package org.florin.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.FindAuthorizations;
import org.florin.authorization.HeldAuthorizations.Origin;
import org.florin.authorization.Original;
import org.florin.authorization.ReverseAuthorization;
import org.florin.authorization.lifecycle.ReversalAmount;
import org.florin.cards.CardVault;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.EventId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.networks.NetworkAnswer.Reply;
import org.florin.platform.sql.Database;

/**
 * Approvals that we took back because their answer could not be given, each with the reversal
 * advice that tells the network. Written in the transaction that gives the hold back.
 */
@ApplicationScoped
class Withdrawals {

  /** Elements of the request that the advice repeats. */
  private static final Set<Integer> REPEATED = Set.of(3, 4, 12, 13, 32, 33, 37, 41, 42, 43, 49);

  private static final String LATE = "68";

  /** An advice that waits to be sent or acknowledged. */
  record Due(
      UUID id,
      AuthorizationId authorization,
      ClientId link,
      int attemptCount,
      NetworkMessage message) {}

  @Inject Database database;
  @Inject ReverseAuthorization reverse;
  @Inject FindAuthorizations authorizations;
  @Inject CardVault vault;

  /** Gives the hold back and keeps the advice; the same approval again changes nothing. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void withdraw(NetworkLink link, NetworkMessage request, Reply reply) {
    var id = reply.approved().orElseThrow();
    if (isWithdrawn(id)) {
      return;
    }
    reverse.handle(
        new ReverseAuthorization.Command(
            new Original.ById(id), new ReversalAmount.All(), new Origin(link.name(), "iso8583")));
    authorizations
        .byId(id)
        .flatMap(AuthorizationSnapshot::card)
        .ifPresent(card -> keep(link, request, reply, id, card));
    NetworksLog.LOG.withdrawn(id.toString(), link.name());
  }

  boolean isWithdrawn(AuthorizationId id) {
    return database
        .first(
            "select 1 as found from network_withdrawal where authorization_id = ?",
            row -> row.integer("found"),
            id.value())
        .isPresent();
  }

  private void keep(
      NetworkLink link, NetworkMessage request, Reply reply, AuthorizationId id, CardId card) {
    var stan =
        database
            .first(
                "select nextval('network_withdrawal_stan') as number",
                row -> String.format(Locale.ROOT, "%06d", row.number("number")),
                new Object[0])
            .orElseThrow();
    var sealed = vault.seal(card, request.element(2).orElseThrow());
    var now = SystemTime.now();
    database.update(
        """
        insert into network_withdrawal (id, authorization_id, link_id, card_id, pan_sealed, pan_key_version, stan,
          elements, status, next_attempt_at, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'due', ?, ?) on conflict (authorization_id) do nothing
        """,
        EventId.create().value(),
        id.value(),
        link.id().value(),
        card.value(),
        sealed.bytes(),
        sealed.keyVersion(),
        stan,
        elements(request, reply),
        now,
        now);
  }

  /** All but the card number and what changes with each sending. */
  private static String elements(NetworkMessage request, Reply reply) {
    var elements = new TreeMap<Integer, String>();
    request
        .elements()
        .forEach(
            (number, value) -> {
              if (REPEATED.contains(number)) {
                elements.put(number, value);
              }
            });
    reply.message().element(38).ifPresent(code -> elements.put(38, code));
    elements.put(39, LATE);
    elements.put(
        90,
        request.originalType()
            + request.element(11).orElse("0")
            + request.element(7).orElse("0")
            + padded(request.element(32))
            + padded(request.element(33)));
    return elements.entrySet().stream()
        .map(element -> element.getKey() + "=" + element.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static String padded(Optional<String> institution) {
    var digits = institution.orElse("");
    return "0".repeat(11 - digits.length()) + digits;
  }

  List<Due> due(Instant now, int countMax) {
    return database.list(
        """
        select * from network_withdrawal where status = 'due' and next_attempt_at <= ? order by next_attempt_at
        limit ?
        """,
        this::due,
        now,
        countMax);
  }

  private Due due(Database.Row row) throws SQLException {
    var attempts = row.integer("attempt_count");
    var message =
        NetworkMessage.ofType(attempts == 0 ? "0420" : "0421")
            .set(
                2,
                vault.open(
                    new CardId(row.uuid("card_id")),
                    new CardVault.Sealed(row.bytes("pan_sealed"), row.integer("pan_key_version"))))
            .set(7, MessageElements.transmissionTimeOf(row.instant("created_at")))
            .set(11, row.text("stan"));
    row.text("elements")
        .lines()
        .forEach(
            line -> {
              var equals = line.indexOf('=');
              message.set(Integer.parseInt(line.substring(0, equals)), line.substring(equals + 1));
            });
    return new Due(
        row.uuid("id"),
        new AuthorizationId(row.uuid("authorization_id")),
        new ClientId(row.uuid("link_id")),
        attempts,
        message.build());
  }

  void tried(Due due, boolean last, Instant nextAttemptAt) {
    database.update(
        """
        update network_withdrawal set attempt_count = attempt_count + 1, next_attempt_at = ?,
          status = case when ? then 'human' else status end
        where id = ? and status = 'due'
        """,
        nextAttemptAt,
        last,
        due.id());
  }

  List<WithdrawalView> forPeople(int countMax) {
    return database.list(
        """
        select withdrawal.authorization_id, link.name, payment.requested_minor, payment.currency, payment.merchant_name,
          withdrawal.attempt_count, withdrawal.created_at
        from network_withdrawal withdrawal join network_link link on link.id = withdrawal.link_id
        join card_authorization payment on payment.id = withdrawal.authorization_id
        where withdrawal.status = 'human' order by withdrawal.created_at limit ?
        """,
        row ->
            new WithdrawalView(
                new AuthorizationId(row.uuid("authorization_id")),
                row.text("name"),
                Money.of(row.number("requested_minor"), row.text("currency")),
                row.text("merchant_name"),
                row.integer("attempt_count"),
                row.instant("created_at")),
        countMax);
  }

  boolean sendAgain(AuthorizationId authorization, Instant now) {
    return database.update(
            """
            update network_withdrawal set status = 'due', attempt_count = 0, next_attempt_at = ?
            where authorization_id = ? and status = 'human'
            """,
            now,
            authorization.value())
        == 1;
  }

  boolean settled(AuthorizationId authorization) {
    return database.update(
            "update network_withdrawal set status = 'settled' where authorization_id = ? and status = 'human'",
            authorization.value())
        == 1;
  }

  void acknowledged(ClientId link, String stan) {
    database.update(
        """
        update network_withdrawal set status = 'acknowledged', acknowledged_at = clock_timestamp()
        where link_id = ? and stan = ? and status in ('due', 'human')
        """,
        link.value(),
        stan);
  }
}
