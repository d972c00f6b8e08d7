package org.florin.networks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a simulated sender can be made to do with a card. */
public enum Scenario {
  PURCHASE("A purchase"),
  PURCHASE_REPEATED("The same request twice, the second one marked as a repeat"),
  PURCHASE_CHANGED("The same request with another amount: a conflict, answered 94"),
  PURCHASE_IN_PART("More than is there, at a terminal that can take a part"),
  PURCHASE_UNHEARD("A purchase whose answer nobody hears: the line is cut; taken back, 0420"),
  BURST("Twenty purchases at once on one connection"),
  REVERSAL("A purchase, and its full reversal"),
  REVERSAL_REPEATED("A purchase, its reversal, and the reversal again"),
  REVERSAL_FIRST("A reversal that comes before its purchase"),
  REVERSAL_OVERTAKEN("A purchase and its reversal, sent without waiting in between"),
  REVERSAL_IN_PART("A purchase, and a reversal that leaves half of it"),
  REVERSAL_UNKNOWN("A reversal of what was never asked"),
  ADVICE("A decision made in our place, over the limit or not"),
  ADVICE_REPEATED("The same advice twice"),
  INCREMENT("A pre-authorization, and half as much more"),
  COMPLETION("A pre-authorization, and the final amount of half of it"),
  CASH("Cash at a machine"),
  REFUND("A refund"),
  VERIFICATION("Zero: is the card good"),
  BALANCE("How much is there"),
  UNKNOWN_CARD("A card that nobody has"),
  MALFORMED("A request without a merchant, answered 30"),
  ECHO("Is somebody there"),
  QUEUE("A purchase through the mainframe's queue"),
  QUEUE_REPEATED("The same transaction twice through the mainframe's queue"),
  QUEUE_MALFORMED("A text in the mainframe's queue that is no request; set aside");

  private final String description;

  Scenario(String description) {
    this.description = description;
  }

  /** Lower case, words joined by hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One line for people. */
  public String description() {
    return description;
  }

  public static Optional<Scenario> ofCode(String code) {
    return Arrays.stream(values()).filter(scenario -> scenario.code().equals(code)).findFirst();
  }
}
