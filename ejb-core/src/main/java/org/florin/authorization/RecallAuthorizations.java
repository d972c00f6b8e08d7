package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.florin.authorization.RiskHistory.Known;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.platform.sql.Database;
import org.florin.risk.History;
import org.florin.risk.Subject;

/**
 * Recalls authorizations in the order of their arrival, each with what was known before it: the
 * history that had been decided, the credit that was available, the dates of the card. What the
 * door checked isn't kept and stays unknown.
 */
@ApplicationScoped
public class RecallAuthorizations {

  /**
   * Which authorizations: all that risk rules are asked about.
   *
   * @param from the first id
   * @param until the id behind the last
   */
  public record Span(UUID from, UUID until) {}

  private static final String OF_SPAN =
      """
      from card_authorization decided
      join credit_account account on account.id = decided.account_id and account.currency = decided.currency
      join card on card.id = decided.card_id
      where decided.id >= ? and decided.id < ? and decided.kind <> 'refund'
      """;

  private static final String PAGE =
      """
      select decided.*, account.product_code, account.credit_limit_minor, account.opened_on, card.kind as card_kind,
        card.created_at as card_created_at, card.activated_at, bank.time_zone,
        case when cardinality(decided.reasons) = 0 and decided.kind <> 'account_verification'
          then element.amount_minor + element.uplift_minor else 0 end as held_first,
        coalesce((select days_past_due from account_day where account_id = decided.account_id and version = 0
          and day < decided.business_date order by day desc limit 1), 0) as past_due,
        coalesce(evaluation.would_approve, false) as would_approve
      from (select decided.id
      """
          + OF_SPAN
          + """
          and (?::uuid is null or decided.id > ?::uuid) order by decided.id limit ?) page
        join card_authorization decided on decided.id = page.id
        join credit_account account on account.id = decided.account_id
        join card on card.id = decided.card_id
        join authorization_element element on element.authorization_id = decided.id and element.number = 1
        left join risk_evaluation evaluation on evaluation.authorization_id = decided.id and evaluation.element = 1
          and evaluation.decides
        cross join bank
      order by decided.id
      """;

  /** A row of the page, still without its history. */
  private record Decided(
      AuthorizationId id,
      AccountId account,
      Instant at,
      boolean approved,
      boolean wouldApprove,
      String merchantName,
      Subject.Request request,
      Subject.Account facts) {}

  @Inject Database database;

  /** How many there are. */
  public long count(Span span) {
    return database
        .first(
            "select count(*) as number " + OF_SPAN,
            row -> row.number("number"),
            span.from(),
            span.until())
        .orElseThrow();
  }

  /**
   * The next ones.
   *
   * @param after the last one of those before
   * @param lookback how far back rules look; empty if they don't
   */
  public List<RecalledAuthorization> next(
      Span span, Optional<AuthorizationId> after, Optional<Duration> lookback, int countMax) {
    var page =
        database.list(
            PAGE,
            RecallAuthorizations::decided,
            span.from(),
            span.until(),
            after.map(AuthorizationId::value),
            after.map(AuthorizationId::value),
            countMax);
    if (page.isEmpty()) {
      return List.of();
    }
    Map<AccountId, List<Known>> known =
        lookback
            .map(
                duration ->
                    RiskHistory.until(
                        database,
                        page.stream().map(Decided::account).distinct().toList(),
                        page.getFirst().at().minus(duration),
                        page.getLast().id().value(),
                        History.LENGTH_MAX + countMax))
            .orElse(new HashMap<>());
    return page.stream()
        .map(
            each ->
                new RecalledAuthorization(
                    each.id(),
                    new Subject(
                        each.request(),
                        each.facts(),
                        before(each.id(), known.getOrDefault(each.account(), List.of()))),
                    each.approved(),
                    !each.approved() && each.wouldApprove(),
                    each.merchantName()))
        .toList();
  }

  /** Ids of one kind sort by their arrival. */
  private static History before(AuthorizationId id, List<Known> known) {
    return History.latestOf(
        known.stream()
            .takeWhile(each -> each.id().compareTo(id.value()) < 0)
            .map(Known::past)
            .toList());
  }

  private static Decided decided(Database.Row row) throws SQLException {
    var currency = new CurrencyCode(row.text("currency"));
    var at = row.instant("created_at");
    var kind = AuthorizationKind.ofCode(row.text("kind"));
    var entryMode = EntryMode.ofCode(row.text("entry_mode"));
    var request =
        new Subject.Request(
            at,
            ZoneId.of(row.text("time_zone")),
            new Money(row.number("requested_minor"), currency),
            Money.zero(currency),
            kind.code(),
            kind.isCash(),
            entryMode.code(),
            entryMode.isCardPresent(),
            entryMode.isMerchantInitiated(),
            row.text("merchant_id"),
            row.text("merchant_mcc"),
            row.text("merchant_country"),
            row.optionalText("merchant_state"),
            FindAuthorizations.location(row),
            row.text("channel"),
            row.optionalText("network_name"),
            row.optionalText("stand_in_by").isPresent(),
            Optional.empty());
    var facts =
        new Subject.Account(
            new CardId(row.uuid("card_id")),
            row.text("product_code"),
            new Money(row.number("credit_limit_minor"), currency),
            new Money(row.number("available_minor") + row.number("held_first"), currency),
            row.integer("past_due"),
            Optional.of(
                new Subject.Dates(
                    row.date("opened_on"),
                    row.text("card_kind"),
                    row.instant("card_created_at"),
                    row.optionalInstant("activated_at"))));
    return new Decided(
        new AuthorizationId(row.uuid("id")),
        new AccountId(row.uuid("account_id")),
        at,
        row.texts("reasons").isEmpty(),
        row.flag("would_approve"),
        row.text("merchant_name"),
        request,
        facts);
  }
}
