package org.florin.networks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.florin.cards.RevealCard.Printed;
import org.florin.kernel.SystemTime;

/** Writes the messages that a terminal and its acquirer make of a card at a corner shop. */
final class SimulatedTerminal {

  /** Data element 25: an amount that is still an estimate. */
  static final String PREAUTHORIZED = "06";

  /** Data element 60 of a terminal that can take a part of an amount. */
  static final String TAKES_A_PART = "000000000001";

  /** A number with a right check digit that no card has. */
  static final String NOBODYS_NUMBER = "4999999999999996";

  private static final String ACQUIRER = "123456";
  private static final DateTimeFormatter LOCAL_TIME = form("HHmmss");
  private static final DateTimeFormatter LOCAL_DATE = form("MMdd");
  private static final DateTimeFormatter QUEUE_DATE = form("yyMMdd");
  private static final int NUMBERS = 1_000_000;

  private final Printed card;

  SimulatedTerminal(Printed card) {
    this.card = card;
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** A purchase with a trace number and a reference of its own. */
  NetworkMessage.Builder purchase(long amountMinor) {
    var now = SystemTime.now();
    return begun("0100", now)
        .set(2, card.pan())
        .set(3, "000000")
        .set(4, digits(amountMinor))
        .set(12, LOCAL_TIME.format(now))
        .set(13, LOCAL_DATE.format(now))
        .set(14, expiry(card.expiryYear() % 100, card.expiryMonth()))
        .set(18, "5411")
        .set(22, "051")
        .set(25, "00")
        .set(32, ACQUIRER)
        .set(37, sixDigits() + sixDigits())
        .set(41, "TERM0001")
        .set(42, "MERCHANT0000001")
        .set(43, "CORNER GROCERY         SPRINGFIELD  ILUS")
        .set(49, "840");
  }

  /** Takes back all that a request asked. */
  NetworkMessage reversal(NetworkMessage request, String type) {
    return copy(request, type).set(39, "68").set(90, original(request)).build();
  }

  /** Says that a request was approved in our place. */
  NetworkMessage advice(NetworkMessage request, String type) {
    return copy(request, type).set(38, "S00001").set(39, "00").build();
  }

  /** A later message for the same payment. */
  NetworkMessage following(NetworkMessage first, String type, long amountMinor) {
    var later = copy(first, type);
    var begun = begun(type, SystemTime.now()).build();
    begun.elements().forEach(later::set);
    return later.set(4, digits(amountMinor)).set(90, original(first)).build();
  }

  NetworkMessage echo() {
    return begun("0800", SystemTime.now()).set(70, "301").build();
  }

  /** A purchase as the mainframe's queue carries it. */
  String queueRequest(long amountMinor) {
    var now = SystemTime.now();
    return String.join(
        ",",
        QUEUE_DATE.format(now),
        LOCAL_TIME.format(now),
        card.pan(),
        "0100",
        expiry(card.expiryMonth(), card.expiryYear() % 100),
        "0100",
        "POS",
        "000000",
        BigDecimal.valueOf(amountMinor, 2).toPlainString(),
        "5411",
        "USA",
        "05",
        "MERCHANT0000001",
        "CORNER GROCERY",
        "SPRINGFIELD",
        "IL",
        "62701",
        "TX" + sixDigits() + sixDigits());
  }

  /** A text without the card's number. */
  String masked(String text) {
    return text.replace(card.pan(), "****" + card.pan().substring(card.pan().length() - 4));
  }

  /** Data element 4. */
  static String digits(long amountMinor) {
    return String.format(Locale.ROOT, "%012d", amountMinor);
  }

  /** Data element 95: what remains. */
  static String replacement(long amountMinor) {
    return digits(amountMinor) + digits(0) + "C00000000C00000000";
  }

  private static NetworkMessage.Builder begun(String type, Instant now) {
    return NetworkMessage.ofType(type)
        .set(7, MessageElements.transmissionTimeOf(now))
        .set(11, sixDigits());
  }

  private static NetworkMessage.Builder copy(NetworkMessage message, String type) {
    var copy = NetworkMessage.ofType(type);
    message.elements().forEach(copy::set);
    return copy;
  }

  private static String original(NetworkMessage request) {
    return request.type()
        + request.element(11).orElseThrow()
        + request.element(7).orElseThrow()
        + "0".repeat(11 - ACQUIRER.length())
        + ACQUIRER
        + "0".repeat(11);
  }

  private static String expiry(int first, int second) {
    return String.format(Locale.ROOT, "%02d%02d", first, second);
  }

  private static String sixDigits() {
    return String.format(Locale.ROOT, "%06d", ThreadLocalRandom.current().nextInt(NUMBERS));
  }
}
