package org.florin.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.florin.kernel.CardId;
import org.florin.kernel.GeoPoint;
import org.florin.kernel.Money;

/** An authorization as rules look at it: what is asked, of which card, after which history. */
public final class Subject {

  /**
   * What is asked.
   *
   * @param zone in which hours and weekdays are told
   * @param amount what is decided on; for an increment the difference
   * @param authorizedBefore what an increment comes on top of
   * @param kind code of the kind of payment
   * @param cash whether it draws on the cash limit
   * @param merchantInitiated whether the merchant asks without the cardholder taking part
   * @param channel code of the door
   * @param standIn whether somebody else decided in our place
   * @param checks empty where they aren't known any more
   */
  public record Request(
      Instant at,
      ZoneId zone,
      Money amount,
      Money authorizedBefore,
      String kind,
      boolean cash,
      String entryMode,
      boolean cardPresent,
      boolean merchantInitiated,
      String merchantId,
      String merchantCategory,
      String merchantCountry,
      Optional<String> merchantState,
      Optional<GeoPoint> location,
      String channel,
      Optional<String> network,
      boolean standIn,
      Optional<Checks> checks) {}

  /**
   * What the door found out, as codes; {@code not_checked} where it didn't look.
   *
   * @param partialCapable whether the terminal takes approvals of a part
   */
  public record Checks(
      String pin,
      String cryptogram,
      String securityCode,
      String address,
      String challenge,
      boolean partialCapable,
      int wrongPins) {}

  /**
   * The account right before the decision.
   *
   * @param dates empty if no rule asks for them
   */
  public record Account(
      CardId card,
      String product,
      Money creditLimit,
      Money available,
      int daysPastDue,
      Optional<Dates> dates) {}

  /** How old things are. */
  public record Dates(
      LocalDate accountOpenedOn,
      String cardKind,
      Instant cardIssuedAt,
      Optional<Instant> cardActivatedAt) {}

  private final Request request;
  private final Account account;
  private final History history;
  private final Map<AttributeSource, Tally> tallies = new EnumMap<>(AttributeSource.class);

  public Subject(Request request, Account account, History history) {
    this.request = request;
    this.account = account;
    this.history = history;
  }

  public Request request() {
    return request;
  }

  public Account account() {
    return account;
  }

  History history() {
    return history;
  }

  /** What the card did in a window up to now; counted once. */
  Tally tally(AttributeSource window) {
    return tallies.computeIfAbsent(
        window,
        each ->
            Tally.of(
                history.since(request.at().minus(each.lookback().orElseThrow())), account.card()));
  }
}
