package org.florin.adapters.paymentmq;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import org.florin.kernel.BusinessClock;
import org.florin.payments.PaymentRail;
import org.florin.payments.PaymentReplies;
import org.florin.payments.PaymentStatus;
import org.florin.payments.PaymentView;
import org.florin.payments.Rail;
import org.florin.payments.RailAnswer;

/** Hands payments to the mainframe by message; what becomes of them comes back as another one. */
@ApplicationScoped
public class MainframePaymentRail implements PaymentRail, PaymentReplies {

  @Resource(lookup = "java:/jms/MainframeCF")
  ConnectionFactory connections;

  @Inject MainframeSettings settings;
  @Inject BusinessClock clock;

  @Override
  public Rail rail() {
    return Rail.MAINFRAME;
  }

  @Override
  public RailAnswer submit(PaymentView payment) {
    return send(payment, records().payment(payment, clock.businessDate()))
        ? new RailAnswer.Processing(payment.railReference())
        : new RailAnswer.Unknown("the queue did not take the request");
  }

  /** The answer comes by message as well: until then the payment stays what it is. */
  @Override
  public RailAnswer inquire(PaymentView payment) {
    boolean sent = send(payment, records().inquiry(payment, clock.businessDate()));
    return sent && payment.status() == PaymentStatus.PROCESSING
        ? new RailAnswer.Processing(payment.railReference())
        : new RailAnswer.Unknown(
            sent ? "asked the mainframe" : "the queue did not take the inquiry");
  }

  @Override
  public Reading read(byte[] message) {
    return records().read(message);
  }

  private PaymentRecords records() {
    return new PaymentRecords(settings.codePage);
  }

  private boolean send(PaymentView payment, byte[] record) {
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      BytesMessage message = context.createBytesMessage();
      message.writeBytes(record);
      message.setJMSCorrelationID(PaymentRecords.correlation(payment.id()));
      context
          .createProducer()
          .setTimeToLive(settings.requestTimeToLive.toMillis())
          .send(context.createQueue(settings.requestQueue), message);
      return true;
    } catch (JMSException | JMSRuntimeException fault) {
      MainframeLog.LOG.notSent(payment.id().toString(), String.valueOf(fault.getMessage()));
      return false;
    }
  }
}
