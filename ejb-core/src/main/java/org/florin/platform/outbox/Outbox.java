package org.florin.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.florin.kernel.AccountId;
import org.florin.kernel.EventId;
import org.florin.kernel.SystemTime;
import org.florin.platform.json.JsonParts;
import org.florin.platform.sql.Database;

/**
 * Events waiting to be published, in the order in which they were committed for an account. An
 * event that nobody subscribes to is kept all the same, with nothing left to publish.
 */
@ApplicationScoped
public class Outbox {

  /** Fired with each append; a transactional observer learns after commit that there is work. */
  public record Appended() {}

  @Inject Database database;
  @Inject Event<Appended> appended;
  @Inject EventAudience audience;

  /** Writes the event in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(OutboxEvent event) {
    var wanted = audience.wants(event);
    database.update(
        """
        insert into outbox_event (id, type, aggregate, account_id, headers, payload, published_at)
        values (?, ?, ?, ?, ?, ?, case when ? then null else clock_timestamp() end)
        """,
        event.id().value(),
        event.type(),
        event.aggregate(),
        event.account().map(AccountId::value),
        json(event.headers()),
        event.payload(),
        wanted);
    tell(wanted);
  }

  /** Writes events on the given connection, in order; part of that connection's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appendAll(Database connection, List<OutboxEvent> events) {
    var wanted = events.stream().map(audience::wants).toList();
    connection.update(
        """
        insert into outbox_event (id, type, aggregate, account_id, headers, payload, published_at)
        select id, type, aggregate, account_id, headers, payload,
          case when wanted then null else clock_timestamp() end
        from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::boolean[]) with ordinality
          as event(id, type, aggregate, account_id, headers, payload, wanted, position)
        order by position
        """,
        events.stream().map(event -> event.id().value()).toList(),
        events.stream().map(OutboxEvent::type).toList(),
        events.stream().map(OutboxEvent::aggregate).toList(),
        events.stream().map(event -> event.account().map(AccountId::value)).toList(),
        events.stream().map(event -> json(event.headers())).toList(),
        events.stream().map(OutboxEvent::payload).toList(),
        wanted);
    tell(wanted.contains(true));
  }

  private void tell(boolean wanted) {
    if (wanted) {
      appended.fire(new Appended());
    }
  }

  /**
   * Hands up to {@code countMax} unpublished events, oldest first, to the sender and marks them
   * published; one transaction. If the sender throws, nothing is marked.
   *
   * @return how many were handed over
   */
  @Transactional
  public int drain(int countMax, Consumer<List<OutboxEvent>> sender) {
    var events =
        database.list(
            """
            select id, type, aggregate, account_id, headers, payload from outbox_event
            where published_at is null order by sequence limit ? for update skip locked
            """,
            row ->
                new OutboxEvent(
                    new EventId(row.uuid("id")),
                    row.text("type"),
                    row.text("aggregate"),
                    row.optionalUuid("account_id").map(AccountId::new),
                    map(row.text("headers")),
                    row.text("payload")),
            countMax);
    if (!events.isEmpty()) {
      sender.accept(events);
      database.update(
          "update outbox_event set published_at = ? where id = any(?)",
          SystemTime.now(),
          events.stream().map(event -> event.id().value()).toList());
    }
    return events.size();
  }

  private static String json(Map<String, String> headers) {
    if (headers.isEmpty()) {
      return "{}";
    }
    var object = JsonParts.object();
    headers.forEach(object::add);
    return object.build().toString();
  }

  private static Map<String, String> map(String json) {
    if (json.equals("{}")) {
      return Map.of();
    }
    var headers = new LinkedHashMap<String, String>();
    JsonParts.read(json)
        .forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));
    return headers;
  }
}
