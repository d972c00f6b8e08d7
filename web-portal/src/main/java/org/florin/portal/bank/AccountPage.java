package org.florin.portal.bank;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.florin.access.Role;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.FindAuthorizations;
import org.florin.authorization.LiftPinBlock;
import org.florin.cards.CardView;
import org.florin.cards.FindCards;
import org.florin.customers.CustomerProfile;
import org.florin.customers.FindCustomers;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.payments.FindPayments;
import org.florin.payments.PaymentView;
import org.florin.platform.audit.AuditTrail;
import org.florin.portal.accounts.AccountFigures;
import org.florin.portal.accounts.OwnAccounts;
import org.florin.portal.accounts.PostedLine;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.statements.AccountStanding;
import org.florin.statements.FindStatements;
import org.florin.statements.StatementView;
import org.jspecify.annotations.Nullable;

/** Everything about one account. */
@Named
@ViewScoped
public class AccountPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int PAGE_LENGTH = 15;
  private static final int SHOWN = 10;
  private static final int AUDIT_SHOWN = 30;

  @Inject FindAccounts accounts;
  @Inject OwnAccounts book;
  @Inject FindCards findCards;
  @Inject FindCustomers customers;
  @Inject FindAuthorizations findAuthorizations;
  @Inject FindPayments findPayments;
  @Inject AuditTrail trail;
  @Inject FindStatements findStatements;
  @Inject LiftPinBlock pins;
  @Inject CurrentUser user;

  private String id = "";
  private boolean unfinished;
  private transient @Nullable AccountView account;
  private transient @Nullable AccountFigures figures;
  private transient @Nullable CustomerProfile profile;
  private transient List<CardView> cards = List.of();
  private transient Set<CardId> blockedPins = Set.of();
  private transient List<AuthorizationSnapshot> holds = List.of();
  private transient List<AuthorizationSnapshot> authorizations = List.of();
  private transient List<PaymentView> payments = List.of();
  private transient List<AuditTrail.Recorded> audit = List.of();
  private transient List<StatementView> statements = List.of();
  private transient @Nullable AccountStanding standing;
  private transient List<PostedLine> posted = new ArrayList<>();

  /** Reads it all. */
  public void open() {
    var found = find();
    if (found.isEmpty()) {
      return;
    }
    account = found.get();
    figures = AccountFigures.of(account);
    profile = customers.byId(account.customer()).orElse(null);
    cards = findCards.byAccount(account.id());
    blockedPins = pins.blocked(cards.stream().map(CardView::id).toList());
    holds = findAuthorizations.openHolds(account.id());
    authorizations = findAuthorizations.ofAccount(account.id(), Optional.empty(), SHOWN);
    payments =
        findPayments.page(
            Optional.of(account.id()), Optional.empty(), Optional.empty(), Optional.empty(), SHOWN);
    audit =
        Stream.concat(
                trail.about(account.id().toString(), AUDIT_SHOWN).stream(),
                cards.stream()
                    .flatMap(card -> trail.about(card.id().toString(), AUDIT_SHOWN).stream()))
            .sorted((one, other) -> other.at().compareTo(one.at()))
            .limit(AUDIT_SHOWN)
            .toList();
    statements = findStatements.ofAccount(account.id(), FindStatements.LATEST, SHOWN);
    standing = findStatements.standing(account.id()).orElse(null);
    posted = new ArrayList<>();
    more();
  }

  /** Lets the PIN be tried again; the cardholder was identified by other means. */
  public void liftPinBlock(CardView card) {
    if (isOperator() && pins.handle(new LiftPinBlock.Command(card.id(), user.actor()))) {
      Messages.done("The PIN can be tried again.");
    } else {
      Messages.failed("The PIN isn't blocked.");
    }
    open();
  }

  public boolean isOperator() {
    return user.getRole() == Role.OPERATIONS;
  }

  /** Whether the PIN was wrong too often. */
  public boolean pinBlocked(CardView card) {
    return blockedPins.contains(card.id());
  }

  /** Shows the next transactions too. */
  public void more() {
    if (account == null) {
      return;
    }
    var behind = posted.isEmpty() ? Long.MAX_VALUE : posted.getLast().sequence();
    var next = book.posted(account.id(), behind, PAGE_LENGTH + 1);
    unfinished = next.size() > PAGE_LENGTH;
    posted.addAll(unfinished ? next.subList(0, PAGE_LENGTH) : next);
  }

  private Optional<AccountView> find() {
    try {
      return accounts.byId(AccountId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String getHolder() {
    return profile == null ? "Account" : profile.details().fullName();
  }

  /** How to reach the holder. */
  public List<Line> getContact() {
    if (profile == null) {
      return List.of();
    }
    var details = profile.details();
    var lines = new ArrayList<Line>();
    lines.add(new Line("Customer", profile.id().toString()));
    if (details.email() != null) {
      lines.add(new Line("E-mail", details.email()));
    }
    if (details.phone() != null) {
      lines.add(new Line("Phone", details.phone()));
    }
    lines.add(new Line("Address", details.address().line1() + ", " + details.address().city()));
    return lines;
  }

  public @Nullable AccountView getAccount() {
    return account;
  }

  public @Nullable AccountFigures getFigures() {
    return figures;
  }

  public List<CardView> getCards() {
    return cards;
  }

  public List<AuthorizationSnapshot> getHolds() {
    return holds;
  }

  public List<AuthorizationSnapshot> getAuthorizations() {
    return authorizations;
  }

  public List<PaymentView> getPayments() {
    return payments;
  }

  public List<AuditTrail.Recorded> getAudit() {
    return audit;
  }

  public List<StatementView> getStatements() {
    return statements;
  }

  public @Nullable AccountStanding getStanding() {
    return standing;
  }

  public List<PostedLine> getPosted() {
    return posted;
  }

  public boolean isUnfinished() {
    return unfinished;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
