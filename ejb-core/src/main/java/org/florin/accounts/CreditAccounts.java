package org.florin.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The store of credit accounts. */
@ApplicationScoped
class CreditAccounts {

  @PersistenceContext(unitName = "florin")
  EntityManager entities;

  /** Adds and writes at once, so that plain SQL of the same transaction sees the row. */
  void add(CreditAccount account) {
    entities.persist(account);
    entities.flush();
  }
}
