package org.florin.portal.disputes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.florin.disputes.DisputeView;
import org.florin.disputes.FindDisputes;
import org.florin.portal.accounts.OwnAccounts;
import org.florin.portal.session.CurrentUser;

/** A cardholder's disputes. */
@Named
@RequestScoped
public class DisputesPage {

  private static final int SHOWN = 60;

  @Inject CurrentUser user;
  @Inject OwnAccounts accounts;
  @Inject FindDisputes find;

  private List<DisputeView> disputes = List.of();

  @PostConstruct
  void open() {
    accounts
        .of(user.customer())
        .ifPresent(
            account ->
                disputes =
                    find.page(
                        Optional.of(account.id()), Optional.empty(), Optional.empty(), SHOWN));
  }

  public List<DisputeView> getDisputes() {
    return disputes;
  }
}
