package org.florin.portal.statements;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.portal.accounts.OwnAccounts;
import org.florin.portal.session.CurrentUser;
import org.florin.statements.AccountStanding;
import org.florin.statements.FindStatements;
import org.florin.statements.StatementView;
import org.jspecify.annotations.Nullable;

/** A cardholder's statements and what is to be paid by when. */
@Named
@RequestScoped
public class StatementsPage {

  private static final int SHOWN = 60;

  @Inject CurrentUser user;
  @Inject OwnAccounts accounts;
  @Inject FindStatements find;

  private List<StatementView> statements = List.of();
  private @Nullable AccountStanding standing;

  @PostConstruct
  void open() {
    accounts
        .of(user.customer())
        .ifPresent(
            account -> {
              statements = find.ofAccount(account.id(), FindStatements.LATEST, SHOWN);
              standing = find.standing(account.id()).orElse(null);
            });
  }

  public List<StatementView> getStatements() {
    return statements;
  }

  public @Nullable AccountStanding getStanding() {
    return standing;
  }
}
