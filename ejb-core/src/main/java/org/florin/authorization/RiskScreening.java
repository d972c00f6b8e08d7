package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import org.florin.authorization.AuthorizationBatch.LockedCard;
import org.florin.platform.sql.Database;
import org.florin.risk.versions.RuleShelf;

/** Opens the screens through which the risk rules in force look at authorizations. */
@ApplicationScoped
class RiskScreening {

  @Inject RuleShelf shelf;

  /** A screen for these cards; loads what the rules ask for, and nothing if none is in force. */
  RiskScreen open(Database connection, Collection<LockedCard> cards, Instant now) {
    return new RiskScreen(shelf.current(), connection, cards, now);
  }
}
