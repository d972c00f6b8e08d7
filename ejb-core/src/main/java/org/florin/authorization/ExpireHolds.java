package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.lifecycle.Message;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/** Releases holds whose time is over. */
@Stateless
public class ExpireHolds {

  private static final HeldAuthorizations.Origin SYSTEM =
      new HeldAuthorizations.Origin("system", "system");

  @Inject Database database;
  @Inject HeldAuthorizations authorizations;

  /**
   * Releases up to {@code countMax} holds that are due, in one transaction.
   *
   * @return how many were released; call again while that is {@code countMax}
   */
  public int handle(int countMax) {
    List<AuthorizationId> due =
        database.list(
            """
            select id from card_authorization
            where status in ('pending', 'partially_cleared') and expires_at <= ?
            order by account_id, id limit ?
            """,
            row -> new AuthorizationId(row.uuid("id")),
            SystemTime.now(),
            countMax);
    due.forEach(
        id ->
            authorizations
                .lock(id)
                .ifPresent(held -> authorizations.apply(held, new Message.Expiry(), SYSTEM)));
    return due.size();
  }

  /** Releases one hold now, due or not. */
  public Optional<AuthorizationSnapshot> handle(
      AuthorizationId authorization, HeldAuthorizations.Origin origin) {
    return authorizations
        .lock(authorization)
        .map(
            held ->
                held.account().isEmpty()
                    ? held
                    : authorizations.apply(held, new Message.Expiry(), origin));
  }
}
