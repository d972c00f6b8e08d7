package org.florin.authorization.hooks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.platform.sql.Database;

/** Reads which programs ask a partner, and what came of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindHooks {

  @Inject HookRows rows;
  @Inject Database database;

  public List<PartnerHook> all() {
    return rows.list();
  }

  public Optional<PartnerHook> byProgram(String productCode) {
    return rows.list().stream().filter(hook -> hook.productCode().equals(productCode)).findFirst();
  }

  /** The latest questions of all programs, newest first. */
  public List<HookCall> latestCalls(int countMax) {
    return HookCalls.latest(database, countMax);
  }
}
