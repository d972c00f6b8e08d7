package org.florin.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.ClientId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.sql.Database;

/** Makes a partner known, with a first key. */
@Stateless
public class EnrolClient {

  /**
   * @param key {@code sk_test_} or {@code sk_live_} and at least 24 characters; not kept
   */
  public record Command(
      String name, boolean sandbox, String key, List<Scope> scopes, String actor) {}

  private static final int KEY_LENGTH_MIN = 32;

  @Inject Database database;
  @Inject AuditTrail audit;
  @Inject IdentifyClient identify;

  /**
   * @throws IllegalArgumentException if the key is too short or of another form
   */
  public ClientId handle(Command command) {
    var prefix = command.sandbox() ? "sk_test_" : "sk_live_";
    if (!command.key().startsWith(prefix) || command.key().length() < KEY_LENGTH_MIN) {
      throw new IllegalArgumentException("an API key is " + prefix + " and 24 or more characters");
    }
    var client = ClientId.create();
    database.update(
        "insert into api_client (id, name, sandbox) values (?, ?, ?)",
        client.value(),
        command.name(),
        command.sandbox());
    database.update(
        "insert into api_key (key_hash, client_id, hint, scopes) values (?, ?, ?, ?)",
        IdentifyClient.hash(command.key()),
        client.value(),
        command.key().substring(command.key().length() - 4),
        command.scopes().stream().map(Scope::code).toList());
    identify.forget(command.key());
    audit.record(
        AuditEntry.done(
            command.actor(), "system", "partner.enrol", client.toString(), command.name()));
    return client;
  }
}
