package org.florin.platform.audit;

import java.util.Optional;

/**
 * One line of the audit trail.
 *
 * @param actor outside form of a user or client id, or {@code system}
 * @param channel api, portal, mq, file, batch or system
 * @param action verb phrase such as {@code application.decide}
 * @param object outside form of the id of what was acted on
 * @param outcome done, refused or failed
 * @param details what an auditor needs to know; never a card number, a security code or a name
 */
public record AuditEntry(
    String actor,
    String channel,
    String action,
    String object,
    String outcome,
    String details,
    Optional<String> requestId) {

  /** Something that was done. */
  public static AuditEntry done(
      String actor, String channel, String action, String object, String details) {
    return new AuditEntry(actor, channel, action, object, "done", details, Optional.empty());
  }

  /** Something that was refused. */
  public static AuditEntry refused(
      String actor, String channel, String action, String object, String details) {
    return new AuditEntry(actor, channel, action, object, "refused", details, Optional.empty());
  }
}
