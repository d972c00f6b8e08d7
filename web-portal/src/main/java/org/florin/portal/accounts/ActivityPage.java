package org.florin.portal.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.FindAuthorizations;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Everything on a cardholder's account, pending apart from posted, page by page. */
@Named
@ViewScoped
public class ActivityPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int PAGE_LENGTH = 25;
  private static final int DECISIONS_LOOKED_AT = 50;

  @Inject CurrentUser user;
  @Inject OwnAccounts accounts;
  @Inject FindAuthorizations authorizations;

  private transient @Nullable AccountView account;
  private transient List<AuthorizationSnapshot> pending = List.of();
  private transient List<AuthorizationSnapshot> declined = List.of();
  private transient List<PostedLine> posted = new ArrayList<>();
  private boolean unfinished;

  @PostConstruct
  void open() {
    var found = accounts.of(user.customer());
    if (found.isPresent()) {
      account = found.get();
      pending = authorizations.openHolds(account.id());
      declined =
          authorizations.ofAccount(account.id(), Optional.empty(), DECISIONS_LOOKED_AT).stream()
              .filter(each -> !each.isApproved())
              .toList();
      more();
    }
  }

  /** Shows the next page too. */
  public void more() {
    if (account == null) {
      return;
    }
    var behind = posted.isEmpty() ? Long.MAX_VALUE : posted.getLast().sequence();
    var next = accounts.posted(account.id(), behind, PAGE_LENGTH + 1);
    unfinished = next.size() > PAGE_LENGTH;
    posted.addAll(unfinished ? next.subList(0, PAGE_LENGTH) : next);
  }

  public List<AuthorizationSnapshot> getPending() {
    return pending;
  }

  public List<AuthorizationSnapshot> getDeclined() {
    return declined;
  }

  public List<PostedLine> getPosted() {
    return posted;
  }

  public boolean isUnfinished() {
    return unfinished;
  }
}
