package org.florin.adapters.stripe;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operations hear of Stripe. */
@MessageLogger(projectCode = "FLSTRIPE", length = 4)
interface StripeLog extends BasicLogger {

  StripeLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), StripeLog.class, "org.florin.stripe");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1, value = "Stripe gave no telling answer for payment %s: %s")
  void noTelling(String payment, String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2, value = "Refused a message that claims to come from Stripe: %s")
  void noticeRefused(String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 3, value = "Stripe object %s carries payment %s, which is no id of ours")
  void foreignPayment(String object, String payment);
}
