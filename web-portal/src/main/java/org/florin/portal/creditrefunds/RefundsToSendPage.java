package org.florin.portal.creditrefunds;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.florin.access.Role;
import org.florin.creditrefunds.CreditRefundView;
import org.florin.creditrefunds.FindCreditRefunds;
import org.florin.creditrefunds.RecordRefundSent;
import org.florin.kernel.BusinessClock;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;

/** Credit balances that the payments office has to send, the next deadline first. */
@Named
@ViewScoped
public class RefundsToSendPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;

  @Inject FindCreditRefunds find;
  @Inject RecordRefundSent record;
  @Inject BusinessClock clock;
  @Inject CurrentUser user;

  private transient List<CreditRefundView> waiting = List.of();
  private String reference = "";

  @PostConstruct
  void open() {
    waiting = find.open(SHOWN);
  }

  /** Notes that one was sent, by the reference. */
  public void sent(CreditRefundView refund) {
    if (reference.isBlank()) {
      Messages.failed("Say by which check or transfer.");
      return;
    }
    if (isOperator()
        && record.handle(
            new RecordRefundSent.Command(refund.id(), reference.strip(), user.actor()))) {
      Messages.done("Noted. The cardholder is told by e-mail.");
      reference = "";
    } else {
      Messages.failed("It was sent before.");
    }
    open();
  }

  public boolean overdue(CreditRefundView refund) {
    return refund.isOverdue(clock.businessDate());
  }

  public List<CreditRefundView> getWaiting() {
    return waiting;
  }

  public boolean isOperator() {
    return user.getRole() == Role.OPERATIONS;
  }

  public int getReferenceLengthMax() {
    return RecordRefundSent.REFERENCE_LENGTH_MAX;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
