package org.florin.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.florin.platform.sql.Database;

/** Which messages already took effect. */
@ApplicationScoped
public class Inbox {

  @Inject Database database;

  /**
   * True the first time a consumer asks for an event, false for every repeat. Part of the caller's
   * transaction: if that rolls back, the next delivery is the first one again.
   *
   * @param source the consumer and where its messages come from
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean firstTime(String source, UUID eventId) {
    return database.update(
            "insert into inbox_message (source, event_id) values (?, ?) on conflict do nothing",
            source,
            eventId)
        == 1;
  }
}
