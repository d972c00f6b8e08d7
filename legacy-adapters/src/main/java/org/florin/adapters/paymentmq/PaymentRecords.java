package org.florin.adapters.paymentmq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import org.florin.adapters.copybook.Decoding;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordValues;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;
import org.florin.payments.PaymentReplies.Reading;
import org.florin.payments.PaymentView;
import org.florin.payments.RailAnswer;

/** Writes payment requests and reads replies, by the copybook and a code page. */
final class PaymentRecords {

  private static final Layout REQUEST = Layouts.named("payment-request");
  private static final Layout REPLY = Layouts.named("payment-reply");
  private static final String ID_PREFIX = "FL";
  private static final int VERSION = 1;
  private static final int ACCOUNT_LENGTH = 17;

  private final RecordCodec requests;
  private final RecordCodec replies;

  PaymentRecords(String codePage) {
    var encoding = RecordEncoding.ebcdic(codePage);
    this.requests = new RecordCodec(REQUEST, encoding);
    this.replies = new RecordCodec(REPLY, encoding);
  }

  byte[] payment(PaymentView payment, LocalDate effective) {
    return request("PAYQ", payment, effective);
  }

  byte[] inquiry(PaymentView payment, LocalDate effective) {
    return request("INQQ", payment, effective);
  }

  private byte[] request(String type, PaymentView payment, LocalDate effective) {
    var source = payment.method().split("/", 2);
    var account = source[source.length - 1];
    long routing =
        source.length == 2 && source[0].matches("[0-9]{9}") ? Long.parseLong(source[0]) : 0;
    return requests.encode(
        RecordValues.of(REQUEST)
            .text("message-type", type)
            .number("layout-version", VERSION)
            .text("payment-id", correlation(payment.id()))
            .text("payment-code", "PYMT")
            .number("amount", payment.amount().minor())
            .text("currency", payment.amount().currency().code())
            .text("debit-credit", "C")
            .number(
                "effective-date",
                Long.parseLong(effective.format(DateTimeFormatter.BASIC_ISO_DATE)))
            .number("routing-number", routing)
            .text("bank-account", account.substring(Math.max(0, account.length() - ACCOUNT_LENGTH)))
            .build());
  }

  /** Our id in the 24 characters a correlation id may have. */
  static String correlation(PaymentId id) {
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(id.value().getMostSignificantBits())
            .putLong(id.value().getLeastSignificantBits())
            .array();
    return ID_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static PaymentId payment(String correlation) {
    if (!correlation.startsWith(ID_PREFIX)) {
      throw new IllegalArgumentException("payment id " + correlation + " is not ours");
    }
    var bytes = Base64.getUrlDecoder().decode(correlation.substring(ID_PREFIX.length()));
    if (bytes.length != 16) {
      throw new IllegalArgumentException("payment id " + correlation + " is not ours");
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new PaymentId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  Reading read(byte[] message) {
    return switch (replies.decode(message)) {
      case Decoding.Undecodable undecodable ->
          new Reading.Malformed(undecodable.faults().toString());
      case Decoding.Decoded decoded -> {
        try {
          yield about(decoded.values());
        } catch (IllegalArgumentException notOurs) {
          yield new Reading.Malformed(String.valueOf(notOurs.getMessage()));
        }
      }
    };
  }

  private static Reading about(RecordValues reply) {
    var status = reply.trimmed("status");
    var reason = reply.trimmed("reason");
    var reference = reply.trimmed("reference");
    RailAnswer answer =
        switch (status) {
          case "AC" -> new RailAnswer.Succeeded(reference);
          case "PD" -> new RailAnswer.Processing(optional(reference));
          case "RJ" -> new RailAnswer.Failed(optional(reference), reason, text(reason));
          case "RT" -> new RailAnswer.Returned(reason, text(reason));
          case "UN" -> new RailAnswer.NotFound();
          default -> throw new IllegalArgumentException("status " + status + " is not defined");
        };
    var id = payment(reply.trimmed("payment-id"));
    var message =
        String.join(
            "|",
            "mainframe",
            id.toString(),
            reply.trimmed("message-type"),
            status,
            reason,
            reply.digits("processed-at"));
    return new Reading.AboutPayment(
        UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8)),
        id,
        Money.of(reply.number("amount"), reply.trimmed("currency")),
        answer);
  }

  private static java.util.Optional<String> optional(String reference) {
    return reference.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(reference);
  }

  private static String text(String reason) {
    return switch (reason) {
      case "R01" -> "Insufficient funds.";
      case "R02" -> "The bank account is closed.";
      case "R03" -> "No such bank account.";
      case "R16" -> "The bank account is frozen.";
      case "R24" -> "It was sent twice.";
      default -> "Refused by the bank with code " + reason + ".";
    };
  }
}
