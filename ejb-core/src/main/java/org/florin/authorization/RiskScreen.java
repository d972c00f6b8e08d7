package org.florin.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.florin.authorization.AuthorizationBatch.LockedCard;
import org.florin.authorization.RiskTraces.Trace;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.platform.sql.Database;
import org.florin.risk.Finding;
import org.florin.risk.History;
import org.florin.risk.PastAuthorization;
import org.florin.risk.Subject;
import org.florin.risk.versions.RulesInForce;
import org.florin.risk.versions.RulesInForce.InForce;

/**
 * Looks at authorizations with the rules in force. One screen serves a batch: history is loaded for
 * all its accounts at once, and each authorization sees those that were decided before it.
 */
final class RiskScreen {

  /** What one version found. */
  record Evaluation(int version, boolean decides, List<Finding> findings) {}

  /**
   * What the rules saw and found.
   *
   * @param facts with the findings that decide
   * @param evaluations of each version in force; none if no rule could be asked
   */
  record Look(AuthorizationFacts facts, List<Evaluation> evaluations) {}

  private final List<InForce> rules;
  private final RulesInForce inForce;
  private final Instant now;
  private final Optional<Duration> lookback;
  private final Map<AccountId, List<PastAuthorization>> past = new HashMap<>();
  private final Map<CardId, Subject.Dates> dates = new HashMap<>();
  private final List<Trace> traces = new ArrayList<>();

  RiskScreen(RulesInForce inForce, Database connection, Collection<LockedCard> cards, Instant now) {
    this.inForce = inForce;
    this.rules = inForce.all();
    this.now = now;
    this.lookback =
        rules.stream()
            .flatMap(each -> each.rules().lookback().stream())
            .max(Comparator.naturalOrder());
    lookback.ifPresent(
        far ->
            past.putAll(
                RiskHistory.read(
                    connection,
                    cards.stream().map(card -> card.account.id).distinct().toList(),
                    now.minus(far))));
    if (rules.stream().anyMatch(each -> each.rules().needsDates())) {
      dates.putAll(RiskHistory.dates(connection, cards.stream().map(card -> card.card).toList()));
    }
  }

  /** Asks the rules, if there are any for this payment. */
  Look look(AuthorizationFacts facts, Optional<LockedCard> card, String channel, boolean standIn) {
    if (rules.isEmpty()
        || card.isEmpty()
        || facts.request().kind() == AuthorizationKind.REFUND
        || !facts.request().amount().currency().equals(card.get().account.held.currency())) {
      return new Look(facts, List.of());
    }
    var subject =
        new Subject(
            request(facts.request(), card.get(), channel, standIn),
            account(card.get()),
            History.latestOf(past.getOrDefault(card.get().account.id, List.of())));
    var evaluations =
        rules.stream()
            .map(
                each ->
                    new Evaluation(each.version(), each.decides(), each.rules().evaluate(subject)))
            .toList();
    var deciding =
        evaluations.stream()
            .filter(Evaluation::decides)
            .flatMap(evaluation -> evaluation.findings().stream())
            .toList();
    return new Look(
        new AuthorizationFacts(facts.request(), facts.card(), facts.today(), deciding),
        evaluations);
  }

  /** Keeps what was found for {@link #write}. */
  void note(Look look, AuthorizationId authorization, int element) {
    if (!look.evaluations().isEmpty()) {
      var facts = look.facts();
      var wouldApprove =
          AuthorizationPolicy.decide(
                  new AuthorizationFacts(facts.request(), facts.card(), facts.today()))
              instanceof AuthorizationDecision.Approved;
      look.evaluations()
          .forEach(
              evaluation ->
                  traces.add(new Trace(authorization, element, evaluation, wouldApprove, now)));
    }
  }

  /** Lets the next ones of the batch see this one. */
  void remember(AuthorizationSnapshot snapshot) {
    if (lookback.isPresent()
        && snapshot.account().isPresent()
        && snapshot.kind() != AuthorizationKind.REFUND) {
      past.computeIfAbsent(snapshot.account().get(), account -> new ArrayList<>())
          .add(RiskHistory.past(snapshot));
    }
  }

  /** Writes what was found, in the transaction of the decisions. */
  void write(Database connection) {
    RiskTraces.insert(connection, traces);
  }

  private Subject.Request request(
      AuthorizationFacts.Request request, LockedCard card, String channel, boolean standIn) {
    return RiskHistory.request(
        now, inForce.zone(), request, channel, standIn, Optional.of(checks(request, card)));
  }

  private static Subject.Checks checks(AuthorizationFacts.Request request, LockedCard card) {
    var evidence = request.evidence();
    var securityCode =
        card.securityCodeVerifiable
            ? request.securityCodeRight().map(right -> right ? "right" : "wrong")
            : Optional.<String>empty();
    return new Subject.Checks(
        code(evidence.pin()),
        code(evidence.cryptogram()),
        securityCode.orElse("not_checked"),
        code(evidence.address()),
        code(evidence.challenge()),
        request.partialApproval(),
        card.pinTries);
  }

  private Subject.Account account(LockedCard card) {
    return new Subject.Account(
        card.card,
        card.account.productCode,
        card.account.creditLimit,
        card.account.available(),
        card.account.daysPastDue,
        Optional.ofNullable(dates.get(card.card)));
  }

  private static String code(Enum<?> result) {
    return result.name().toLowerCase(Locale.ROOT);
  }
}
