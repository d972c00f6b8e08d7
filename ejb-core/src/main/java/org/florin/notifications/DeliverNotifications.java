package org.florin.notifications;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.florin.applications.NoteNoticeSent;
import org.florin.kernel.BusinessClock;
import org.florin.notifications.Notifications.Notification;

/**
 * Sends what is due. A message that the post doesn't take is tried again after 30 s, 1 min, 2 min …
 * and given up after a dozen tries; the same message always carries the same id.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliverNotifications {

  private static final int BATCH_SIZE = 20;
  private static final int ATTEMPTS_MAX = 12;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  @Inject Notifications notifications;
  @Inject LetterWriter writer;
  @Inject MailSender post;
  @Inject NoteNoticeSent noticeSent;
  @Inject BusinessClock clock;

  /** How many were tried. */
  public int handle() {
    var due = notifications.take(BATCH_SIZE, clock.now(), FIRST_PAUSE);
    due.forEach(this::deliver);
    return due.size();
  }

  private void deliver(Notification notification) {
    var mail = writer.write(notification);
    if (mail.isEmpty()) {
      giveUp(notification, "the person has no e-mail address");
      return;
    }
    try {
      post.send(mail.get());
      notifications.sent(notification.id(), clock.now());
      if (notification.template().isDecision()) {
        notification.application().ifPresent(noticeSent::handle);
      }
    } catch (MailSender.Refused e) {
      if (notification.attempts() >= ATTEMPTS_MAX) {
        giveUp(notification, "refused too often");
      } else {
        notifications.failed(notification.id(), "refused", false);
        NotificationLog.LOG.notTaken(notification.id().toString(), e);
      }
    }
  }

  private void giveUp(Notification notification, String why) {
    notifications.failed(notification.id(), why, true);
    NotificationLog.LOG.undeliverable(notification.id().toString(), why);
  }
}
