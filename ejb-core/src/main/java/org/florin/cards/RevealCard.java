package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.CardId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** Tells what is printed on a card, for whoever is to pay with it; each look is on record. */
@Stateless
public class RevealCard {

  /** Which card, and who wants to know. */
  public record Command(CardId card, Actor actor) {}

  /**
   * What is printed on it.
   *
   * @param securityCode three digits; empty if we didn't issue the card
   */
  public record Printed(
      String pan, int expiryMonth, int expiryYear, Optional<String> securityCode) {

    @Override
    public String toString() {
      return "Printed[…]";
    }
  }

  @Inject Cards cards;
  @Inject CardVault vault;
  @Inject AuditTrail audit;

  /** Empty if there is no such card. */
  public Optional<Printed> handle(Command command) {
    var printed =
        cards
            .find(command.card())
            .flatMap(card -> cards.number(card.id()).map(number -> printed(card, number)));
    printed.ifPresent(
        ignored ->
            audit.record(
                AuditEntry.done(
                    command.actor().name(),
                    command.actor().channel(),
                    "card.reveal",
                    command.card().toString(),
                    "")));
    return printed;
  }

  private Printed printed(Card card, CardVault.Sealed number) {
    var pan = vault.open(card.id(), number);
    var month = card.view().expiryMonth();
    var year = card.view().expiryYear();
    return new Printed(
        pan,
        month,
        year,
        card.hasSecurityCode()
            ? Optional.of(vault.securityCode(pan, month, year))
            : Optional.empty());
  }
}
