package org.florin.notifications;

/** Hands a message to the post. Called outside any transaction. */
public interface MailSender {

  /**
   * A message to one person.
   *
   * @param id the same for every try, so that a repeat can be recognized
   */
  record Mail(String id, String to, String subject, String text, String html) {

    @Override
    public String toString() {
      return "Mail[" + id + "]";
    }
  }

  /** The post didn't take it; it may later. */
  class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    public Refused(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /** Sends it. */
  void send(Mail mail) throws Refused;
}
