package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.lifecycle.LifecyclePolicy;
import org.florin.authorization.lifecycle.Message;
import org.florin.authorization.lifecycle.MessageKind;
import org.florin.authorization.rules.RuleBook;
import org.florin.kernel.CardId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/**
 * Raises an authorization. The difference is decided anew, with all checks; a decline leaves the
 * authorization as it was.
 */
@Stateless
public class IncrementAuthorization {

  /** What the amount of an increment says. */
  public enum AmountMeaning {
    /** So much more. */
    DELTA,
    /** So much in all. */
    CUMULATIVE,
    /** What the authorization's network says in its profile. */
    AS_NETWORK
  }

  /**
   * @param amountMinor above zero, in minor units of the authorization
   */
  public record Command(
      Original original,
      long amountMinor,
      AmountMeaning meaning,
      HeldAuthorizations.Origin origin) {
    public Command {
      if (amountMinor < 1) {
        throw new IllegalArgumentException("an increment's amount is above zero");
      }
    }
  }

  @Inject Database database;
  @Inject HeldAuthorizations authorizations;
  @Inject RuleBook rules;
  @Inject RiskScreening risk;

  /** Done, declined, or unknown; whether unknown then counts as new is the network's rule. */
  public ElementOutcome handle(Command command) {
    return authorizations
        .lock(command.original())
        .<ElementOutcome>map(
            locked ->
                locked.account().isPresent()
                    ? decide(locked, command)
                    : new ElementOutcome.Declined(locked, List.of(new DeclineReason.CardUnknown())))
        .orElseGet(ElementOutcome.Unknown::new);
  }

  private ElementOutcome decide(AuthorizationSnapshot locked, Command command) {
    var delta = delta(locked, command);
    if (delta <= 0) {
      return new ElementOutcome.Done(locked);
    }
    var payment = locked.payment();
    var closed =
        HeldAuthorizations.closedFor(
            locked, LifecyclePolicy.effectOn(payment, MessageKind.INCREMENT));
    if (closed.isPresent()) {
      return declined(locked, delta, List.of(closed.get()), command);
    }
    var look = look(locked, delta, command.origin().channel());
    return switch (AuthorizationPolicy.decide(look.facts())) {
      case Approved ignored -> {
        extend(locked);
        yield new ElementOutcome.Done(
            authorizations.apply(locked, new Message.Increment(delta), command.origin()));
      }
      case Declined declined -> declined(locked, delta, declined.reasons(), command);
    };
  }

  /** The facts with what the risk rules find, which is recorded with the increment's element. */
  private RiskScreen.Look look(AuthorizationSnapshot locked, long delta, String channel) {
    var cardId = locked.card().orElseThrow();
    var card = found(cardId);
    var screen = risk.open(database, card.stream().toList(), SystemTime.now());
    var look = screen.look(facts(locked, delta, card), card, channel, false);
    screen.note(look, locked.id(), locked.elements().getLast().number() + 1);
    screen.write(database);
    return look;
  }

  private void extend(AuthorizationSnapshot locked) {
    var rule = rules.current().hold(locked.heldAs());
    if (rule.extendsOnIncrement()) {
      authorizations.extend(locked.id(), SystemTime.now().plus(rule.life()));
    }
  }

  private ElementOutcome declined(
      AuthorizationSnapshot locked, long delta, List<DeclineReason> reasons, Command command) {
    return new ElementOutcome.Declined(
        authorizations.recordDeclined(locked, delta, reasons, command.origin()), reasons);
  }

  private long delta(AuthorizationSnapshot locked, Command command) {
    var cumulative =
        switch (command.meaning()) {
          case DELTA -> false;
          case CUMULATIVE -> true;
          case AS_NETWORK ->
              rules
                  .current()
                  .profile(locked.network().map(NetworkReference::name))
                  .incrementIsCumulative();
        };
    return cumulative ? command.amountMinor() - locked.authorized().minor() : command.amountMinor();
  }

  private AuthorizationFacts facts(
      AuthorizationSnapshot locked, long delta, Optional<AuthorizationBatch.LockedCard> card) {
    return new AuthorizationFacts(
        new AuthorizationFacts.Request(
            locked.kind(),
            locked.entryMode(),
            new Money(delta, locked.requested().currency()),
            false,
            locked.merchant(),
            Optional.empty(),
            Optional.empty(),
            Evidence.NONE,
            locked.network().map(NetworkReference::name),
            locked.authorized()),
        card.map(found -> found.facts(rules.current())),
        YearMonth.from(SystemTime.now().atOffset(ZoneOffset.UTC)));
  }

  private Optional<AuthorizationBatch.LockedCard> found(CardId card) {
    var cards = AuthorizationStore.read(database, List.of(card.value()), List.of());
    AuthorizationStore.readAnnounced(database, cards, rules.current());
    return Optional.ofNullable(cards.byId().get(card));
  }
}
