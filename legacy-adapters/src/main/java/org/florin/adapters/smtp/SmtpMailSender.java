package org.florin.adapters.smtp;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import org.florin.notifications.MailSender;

/** Sends each message as plain text and as HTML, in English, with an id of ours. */
@ApplicationScoped
class SmtpMailSender implements MailSender {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  @Resource(lookup = "java:jboss/mail/Florin")
  Session session;

  @Override
  public void send(Mail mail) throws Refused {
    try {
      Transport.send(message(mail));
    } catch (MessagingException e) {
      throw new Refused("the mail server did not take it", e);
    }
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    var html = new MimeBodyPart();
    html.setContent(mail.html(), "text/html; charset=UTF-8");
    var message = new IdentifiedMessage(session, "<" + mail.id() + "@florin>");
    message.setFrom();
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  /** Keeps its id where Jakarta Mail would make a new one at every saving. */
  private static final class IdentifiedMessage extends MimeMessage {

    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
