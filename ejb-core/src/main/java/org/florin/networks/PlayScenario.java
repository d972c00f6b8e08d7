package org.florin.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.florin.cards.RevealCard;
import org.florin.kernel.Actor;
import org.florin.kernel.CardId;

/** Has a simulated sender play a scenario with a card of ours, over the wire like any other. */
@ApplicationScoped
public class PlayScenario {

  /**
   * @param amountMinor above zero, at most twelve digits
   */
  public record Command(Scenario scenario, CardId card, long amountMinor, Actor actor) {}

  /**
   * A message and its answer, card data masked.
   *
   * @param answer empty if none came
   */
  public record Exchange(String sent, Optional<String> answer) {}

  private static final int BURST_COUNT = 20;

  @Inject SimulatedWorld world;
  @Inject RevealCard reveal;

  /** What was said and answered; empty if there is no such card. */
  public Optional<List<Exchange>> handle(Command command) {
    return reveal
        .handle(new RevealCard.Command(command.card(), command.actor()))
        .map(card -> play(command, new SimulatedTerminal(card)));
  }

  private List<Exchange> play(Command command, SimulatedTerminal terminal) {
    var amount = command.amountMinor();
    return switch (command.scenario()) {
      case QUEUE -> queue(List.of(terminal.queueRequest(amount)), terminal);
      case QUEUE_REPEATED -> {
        var request = terminal.queueRequest(amount);
        yield queue(List.of(request, request), terminal);
      }
      case QUEUE_MALFORMED -> queue(List.of("no request"), terminal);
      case BURST ->
          acquirer(
              IntStream.range(0, BURST_COUNT)
                  .mapToObj(i -> step(terminal.purchase(amount).build(), false))
                  .toList());
      case REVERSAL_OVERTAKEN -> {
        var purchase = terminal.purchase(amount).build();
        yield acquirer(
            List.of(step(purchase, false), step(terminal.reversal(purchase, "0400"), false)));
      }
      case PURCHASE_UNHEARD ->
          acquirer(
              List.of(new SimulatedWorld.Step(terminal.purchase(amount).build(), false, true)));
      default ->
          acquirer(
              messages(command.scenario(), amount, terminal).stream()
                  .map(message -> step(message, true))
                  .toList());
    };
  }

  private static List<NetworkMessage> messages(
      Scenario scenario, long amount, SimulatedTerminal terminal) {
    var half = Math.max(1, amount / 2);
    var purchase = terminal.purchase(amount).build();
    return switch (scenario) {
      case PURCHASE -> List.of(purchase);
      case PURCHASE_REPEATED -> List.of(purchase, again(purchase));
      case PURCHASE_CHANGED ->
          List.of(purchase, with(purchase, 4, SimulatedTerminal.digits(amount + 1)));
      case PURCHASE_IN_PART -> List.of(with(purchase, 60, SimulatedTerminal.TAKES_A_PART));
      case REVERSAL -> List.of(purchase, terminal.reversal(purchase, "0400"));
      case REVERSAL_REPEATED -> {
        var reversal = terminal.reversal(purchase, "0400");
        yield List.of(purchase, reversal, again(reversal));
      }
      case REVERSAL_FIRST -> List.of(terminal.reversal(purchase, "0400"), purchase);
      case REVERSAL_IN_PART ->
          List.of(
              purchase,
              with(terminal.reversal(purchase, "0420"), 95, SimulatedTerminal.replacement(half)));
      case REVERSAL_UNKNOWN -> List.of(terminal.reversal(purchase, "0400"));
      case ADVICE -> List.of(terminal.advice(purchase, "0120"));
      case ADVICE_REPEATED -> {
        var advice = terminal.advice(purchase, "0120");
        yield List.of(advice, again(advice));
      }
      case INCREMENT -> {
        var first = with(purchase, 25, SimulatedTerminal.PREAUTHORIZED);
        yield List.of(first, terminal.following(first, "0100", half));
      }
      case COMPLETION -> {
        var first = with(purchase, 25, SimulatedTerminal.PREAUTHORIZED);
        yield List.of(first, terminal.advice(terminal.following(first, "0220", half), "0220"));
      }
      case CASH -> List.of(with(with(purchase, 3, "010000"), 18, "6011"));
      case REFUND -> List.of(with(purchase, 3, "200000"));
      case VERIFICATION -> List.of(with(purchase, 4, SimulatedTerminal.digits(0)));
      case BALANCE -> List.of(with(with(purchase, 3, "300000"), 4, SimulatedTerminal.digits(0)));
      case UNKNOWN_CARD -> List.of(with(purchase, 2, SimulatedTerminal.NOBODYS_NUMBER));
      case MALFORMED -> {
        var elements = new TreeMap<>(purchase.elements());
        elements.remove(42);
        yield List.of(new NetworkMessage("0100", elements));
      }
      case ECHO -> List.of(terminal.echo());
      case PURCHASE_UNHEARD, BURST, REVERSAL_OVERTAKEN, QUEUE, QUEUE_REPEATED, QUEUE_MALFORMED ->
          throw new IllegalArgumentException(scenario + " is no row of messages");
    };
  }

  private static NetworkMessage with(NetworkMessage message, int number, String value) {
    var changed = NetworkMessage.ofType(message.type());
    message.elements().forEach(changed::set);
    return changed.set(number, value).build();
  }

  private static NetworkMessage again(NetworkMessage message) {
    return new NetworkMessage(message.type().substring(0, 3) + "1", message.elements());
  }

  private static SimulatedWorld.Step step(NetworkMessage message, boolean await) {
    return new SimulatedWorld.Step(message, await, false);
  }

  private List<Exchange> acquirer(List<SimulatedWorld.Step> steps) {
    var answers = world.acquirer(steps);
    var exchanges = new ArrayList<Exchange>();
    for (var i = 0; i < steps.size(); i++) {
      exchanges.add(
          new Exchange(
              steps.get(i).message().masked(), answers.get(i).map(NetworkMessage::masked)));
    }
    return exchanges;
  }

  private List<Exchange> queue(List<String> requests, SimulatedTerminal terminal) {
    var replies = world.mainframe(requests);
    var exchanges = new ArrayList<Exchange>();
    for (var i = 0; i < requests.size(); i++) {
      exchanges.add(
          new Exchange(terminal.masked(requests.get(i)), replies.get(i).map(terminal::masked)));
    }
    return exchanges;
  }
}
