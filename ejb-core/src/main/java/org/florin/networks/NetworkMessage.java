package org.florin.networks;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A message of a card network, free of any wire encoding: its type and its data elements.
 *
 * @param type message type indicator, four digits, such as {@code 0100}
 * @param elements values by data element number, 2 to 192; binary ones as upper-case hexadecimal
 *     digits, track separators as {@code =}
 */
public record NetworkMessage(String type, SortedMap<Integer, String> elements) {

  private static final Set<Integer> NEVER_SHOWN =
      Set.of(14, 34, 35, 36, 45, 46, 47, 48, 52, 53, 55, 64, 128);
  private static final int PAN_SHOWN_FIRST = 6;
  private static final int PAN_SHOWN_LAST = 4;

  public NetworkMessage {
    if (!type.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("a message type is four digits");
    }
    elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
  }

  /** A message under construction. */
  public static final class Builder {

    private final String type;
    private final TreeMap<Integer, String> elements = new TreeMap<>();

    private Builder(String type) {
      this.type = type;
    }

    /** Sets a data element, or replaces it. */
    public Builder set(int number, String value) {
      elements.put(number, value);
      return this;
    }

    /** Sets a data element if there is a value. */
    public Builder set(int number, Optional<String> value) {
      value.ifPresent(present -> elements.put(number, present));
      return this;
    }

    public NetworkMessage build() {
      return new NetworkMessage(type, elements);
    }
  }

  public static Builder ofType(String type) {
    return new Builder(type);
  }

  /** The value of a data element, if the message has it. */
  public Optional<String> element(int number) {
    return Optional.ofNullable(elements.get(number));
  }

  /** Whether the sender says that this is a repeat of a message it sent before. */
  public boolean isRepeat() {
    return (type.charAt(3) - '0') % 2 == 1;
  }

  /** Whether this is an answer to a message that we sent. */
  public boolean isAnswer() {
    return (type.charAt(2) - '0') % 2 == 1;
  }

  /** The type without the mark of a repeat: 0101 belongs to 0100. */
  public String originalType() {
    return isRepeat() ? type.substring(0, 3) + (char) (type.charAt(3) - 1) : type;
  }

  /** The type of the answer to this message: 0110 to 0100 and 0101, 0130 to 0120. */
  public String answerType() {
    return type.substring(0, 2) + (char) (type.charAt(2) + 1) + "0";
  }

  /** For logs and journals: no card data beyond the first six and last four digits. */
  public String masked() {
    return elements.entrySet().stream()
        .map(element -> element.getKey() + "=" + masked(element))
        .collect(Collectors.joining(" ", type + " ", ""));
  }

  private static String masked(Map.Entry<Integer, String> element) {
    if (NEVER_SHOWN.contains(element.getKey())) {
      return "*";
    }
    return element.getKey() == 2 ? maskedPan(element.getValue()) : withoutCardNumbers(element);
  }

  private static String maskedPan(String pan) {
    var hidden = pan.length() - PAN_SHOWN_FIRST - PAN_SHOWN_LAST;
    return hidden <= 0
        ? "*".repeat(pan.length())
        : pan.substring(0, PAN_SHOWN_FIRST)
            + "*".repeat(hidden)
            + pan.substring(pan.length() - PAN_SHOWN_LAST);
  }

  /** Free text and private data may carry a card number where none belongs. */
  private static String withoutCardNumbers(Map.Entry<Integer, String> element) {
    var number = element.getKey();
    var mayHideOne = number == 43 || number == 44 || number >= 56;
    return mayHideOne && number != 90 && number != 95
        ? element.getValue().replaceAll("[0-9]{12,19}", "*")
        : element.getValue();
  }

  @Override
  public String toString() {
    return masked();
  }
}
