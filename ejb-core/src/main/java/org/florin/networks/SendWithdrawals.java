package org.florin.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.florin.kernel.SystemTime;

/**
 * Sends the reversal advices that wait, each until the network acknowledges it: with growing
 * pauses, marked as repeats, and after six tries a person has to look.
 */
@ApplicationScoped
public class SendWithdrawals {

  private static final int ATTEMPTS_MAX = 6;
  private static final int COUNT_MAX = 100;

  /** Hands a message to a connection of a link, if there is one that is signed on. */
  @FunctionalInterface
  public interface Sender {
    void send(NetworkLink link, NetworkMessage message);
  }

  @Inject Withdrawals withdrawals;
  @Inject NetworkLinks links;
  @Inject NetworkSettings settings;
  @Inject MessageJournal journal;

  /** Sends all that are due. Only one node does so at a time. */
  public void handle(Sender sender) {
    for (var due : withdrawals.due(SystemTime.now(), COUNT_MAX)) {
      var last = due.attemptCount() + 1 == ATTEMPTS_MAX;
      var pause = settings.resendPause().multipliedBy(1L << due.attemptCount());
      withdrawals.tried(due, last, SystemTime.now().plus(pause));
      links.byId(due.link()).ifPresent(link -> sender.send(link, due.message()));
      if (last) {
        NetworksLog.LOG.withdrawalUnacknowledged(due.authorization().toString(), ATTEMPTS_MAX);
      }
    }
  }

  /** The network has said that it knows. */
  public void acknowledged(NetworkLink link, NetworkMessage answer) {
    answer.element(11).ifPresent(stan -> withdrawals.acknowledged(link.id(), stan));
  }

  /** Housekeeping, once a day. */
  public void forgetOldMessages() {
    journal.forgetOld();
  }
}
