package org.florin.platform.outbox;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import org.florin.platform.sql.Database;

/** Makes outboxes outside a container. */
public final class Outboxes {

  private Outboxes() {}

  /** The outbox on the given connection; nobody is woken. */
  @SuppressWarnings("unchecked")
  public static Outbox on(Database database) {
    var outbox = new Outbox();
    outbox.database = database;
    outbox.appended =
        (Event<Outbox.Appended>)
            Proxy.newProxyInstance(
                Outboxes.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> null);
    outbox.audience = event -> true;
    return outbox;
  }
}
