package org.florin.autopay;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.AccountId;

/** Reads what an account pays by itself. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindAutopay {

  @Inject Autopays autopays;

  public Optional<AutopayPlan> ofAccount(AccountId account) {
    return autopays.find(account);
  }
}
