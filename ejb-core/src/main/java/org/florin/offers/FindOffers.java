package org.florin.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.AccountId;
import org.florin.statements.AccountRates;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;

/** The rates that accounts have for a while. */
@ApplicationScoped
public class FindOffers {

  @Inject AccountRates rates;

  /** By their first day. */
  public List<Promotion> promotions(AccountId account) {
    return rates.promotions(List.of(account.value())).getOrDefault(account, List.of());
  }

  /** By their first day. */
  public List<RateCap> caps(AccountId account) {
    return rates.caps(List.of(account.value())).getOrDefault(account, List.of());
  }
}
