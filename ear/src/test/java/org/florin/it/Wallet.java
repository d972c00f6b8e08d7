package org.florin.it;

import java.util.UUID;
import org.florin.networks.NetworkMessage;

/** Cards as terminals see them, and the messages that terminals make of them. */
final class Wallet {

  private static final String ACQUIRER = "123456";

  private Wallet() {}

  /** What is printed on a cardholder's card. */
  static Card card(Bank bank, Bank.Cardholder holder) {
    var printed = bank.get("/simulate/cards/" + holder.card());
    if (printed.status() != 200) {
      throw new IllegalStateException(printed.status() + " " + printed.body());
    }
    return new Card(
        holder.account(),
        holder.card(),
        printed.text("number"),
        String.format(
            "%02d%02d", printed.number("expiry_year") % 100, printed.number("expiry_month")));
  }

  /**
   * @param expiry {@code YYMM}
   */
  record Card(String account, String id, String number, String expiry) {

    /** A request at a corner shop, each with its own trace number and reference. */
    NetworkMessage.Builder purchase(long amount) {
      return NetworkMessage.ofType("0100")
          .set(2, number)
          .set(3, "000000")
          .set(4, String.format("%012d", amount))
          .set(7, AcquirerLine.now())
          .set(11, AcquirerLine.newTrace())
          .set(12, "053015")
          .set(13, "0105")
          .set(14, expiry)
          .set(18, "5411")
          .set(22, "051")
          .set(25, "00")
          .set(32, ACQUIRER)
          .set(37, UUID.randomUUID().toString().replace("-", "").substring(0, 12))
          .set(41, "TERM0001")
          .set(42, "MERCHANT0000001")
          .set(43, "CORNER GROCERY         SPRINGFIELD  ILUS")
          .set(49, "840");
    }

    /** A request as the mainframe's queue carries it. */
    String queueRequest(String amount, String transaction) {
      return String.join(
          ",",
          "260105",
          "103015",
          number,
          "0100",
          expiry.substring(2) + expiry.substring(0, 2),
          "0100",
          "POS",
          "000000",
          amount,
          "5411",
          "USA",
          "05",
          "MERCHANT0000001",
          "CORNER GROCERY",
          "SPRINGFIELD",
          "IL",
          "62701",
          transaction);
    }

    /** Takes back what a request asked. */
    NetworkMessage.Builder reversal(NetworkMessage request, String type) {
      var reversal = NetworkMessage.ofType(type);
      request.elements().entrySet().stream()
          .filter(element -> element.getKey() != 14 && element.getKey() != 60)
          .forEach(element -> reversal.set(element.getKey(), element.getValue()));
      return reversal.set(39, "68").set(90, original(request));
    }
  }

  /** Data element 90 that names a request. */
  static String original(NetworkMessage request) {
    return "0100"
        + request.elements().get(11)
        + request.elements().get(7)
        + "00000"
        + ACQUIRER
        + "00000000000";
  }
}
