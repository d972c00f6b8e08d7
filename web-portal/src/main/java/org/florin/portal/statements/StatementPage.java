package org.florin.portal.statements;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.StatementId;
import org.florin.portal.session.CurrentUser;
import org.florin.statements.FindStatements;
import org.florin.statements.ShowStatement;
import org.florin.statements.StatementSheet;
import org.florin.statements.StatementView;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One statement, explained; a cardholder sees only those of own accounts. */
@Named
@ViewScoped
public class StatementPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject CurrentUser user;
  @Inject FindStatements find;
  @Inject FindAccounts accounts;
  @Inject ShowStatement show;

  private String id = "";
  private transient @Nullable StatementView statement;
  private transient @Nullable StatementSheet sheet;

  /** Reads the statement. */
  public void open() {
    var found = visible();
    statement = found.orElse(null);
    sheet = found.map(StatementSheet::of).orElse(null);
  }

  /** Hands out the statement as a PDF. */
  public void download() throws IOException {
    var found = visible();
    var pdf = found.flatMap(each -> show.pdf(each.id()));
    if (found.isPresent() && pdf.isPresent()) {
      Faces.sendFile(pdf.get(), "statement-" + found.get().closedOn() + ".pdf", true);
    }
  }

  private Optional<StatementView> visible() {
    try {
      return find.byId(StatementId.parse(id)).filter(this::isVisible);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isVisible(StatementView found) {
    return user.getRole().isStaff()
        || accounts
            .byId(found.account())
            .filter(account -> account.customer().equals(user.customer()))
            .isPresent();
  }

  public @Nullable StatementView getStatement() {
    return statement;
  }

  public @Nullable StatementSheet getSheet() {
    return sheet;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
