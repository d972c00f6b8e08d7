package org.florin.networks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.florin.networks.NetworkAnswer.Reply;

/** Takes back an approval whose answer could not leave us, and lets the network know. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TakeBackApproval {

  /**
   * @param request what was asked
   * @param reply what could not be delivered; has to be an approval
   */
  public record Command(NetworkLink link, NetworkMessage request, Reply reply) {}

  @Inject Withdrawals withdrawals;

  public void handle(Command command) {
    withdrawals.withdraw(command.link(), command.request(), command.reply());
  }
}
