package org.florin.authorization.controls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.platform.sql.Database;

/**
 * Counts what was spent in the windows of limits, from the authorizations themselves: open ones
 * with what they authorize, ended ones with what was cleared. One statement for any number.
 */
public final class SpendingCounters {

  /**
   * Whose limits they are.
   *
   * @param card empty for the limits of the account, over all its cards
   */
  public record Owner(AccountId account, Optional<CardId> card) {}

  private record Wanted(Owner owner, SpendingLimit limit) {}

  private record Spent(long minor, int count) {}

  /** Ids carry their time in the first 48 bits, so that the account's index bounds the window. */
  private static final String COUNT =
      """
      select wanted.position, coalesce(sum(spent.minor), 0) as minor, count(spent.minor) as count
      from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[]) as wanted(position, account_id, card_id, first_id)
      left join lateral (
        select case when status in ('cleared', 'expired') then captured_minor
          else greatest(authorized_minor, captured_minor) end as minor
        from card_authorization
        where account_id = wanted.account_id and id >= wanted.first_id
          and (wanted.card_id is null or card_id = wanted.card_id)
          and kind <> 'refund' and status not in ('declined', 'reversed')) spent
        on spent.minor > 0
      group by wanted.position
      """;

  private SpendingCounters() {}

  /** What counts now against each owner's limits, in the order of the limits. */
  public static Map<Owner, List<LimitUse>> read(
      Database connection, Map<Owner, List<SpendingLimit>> limits, Instant now) {
    var wanted = new ArrayList<Wanted>();
    limits.forEach(
        (owner, ofOwner) -> ofOwner.forEach(limit -> wanted.add(new Wanted(owner, limit))));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    var positions = new ArrayList<Integer>();
    for (var position = 0; position < wanted.size(); position++) {
      positions.add(position);
    }
    var spent = new HashMap<Integer, Spent>();
    connection.list(
        COUNT,
        row ->
            spent.put(
                row.integer("position"), new Spent(row.number("minor"), row.integer("count"))),
        positions,
        wanted.stream().map(each -> each.owner().account().value()).toList(),
        wanted.stream().map(each -> each.owner().card().map(CardId::value)).toList(),
        wanted.stream().map(each -> firstId(each.limit().since(now))).toList());
    var uses = new HashMap<Owner, List<LimitUse>>();
    for (var position = 0; position < wanted.size(); position++) {
      var each = wanted.get(position);
      var counted = spent.getOrDefault(position, new Spent(0, 0));
      uses.computeIfAbsent(each.owner(), owner -> new ArrayList<>())
          .add(new LimitUse(each.limit(), counted.minor(), counted.count()));
    }
    return uses;
  }

  /** The smallest id (UUID version 7) that was made at or after the instant. */
  public static UUID firstId(Instant since) {
    return new UUID((since.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
  }
}
