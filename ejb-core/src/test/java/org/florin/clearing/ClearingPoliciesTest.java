package org.florin.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.EntryMode;
import org.florin.authorization.HeldAuthorizations.Origin;
import org.florin.authorization.Merchant;
import org.florin.authorization.NetworkReference;
import org.florin.authorization.lifecycle.AuthorizationStatus;
import org.florin.authorization.lifecycle.Tolerance;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.ledger.PostingKind;
import org.junit.jupiter.api.Test;

class ClearingPoliciesTest {

  private static final Optional<NetworkReference> NETWORK =
      Optional.of(
          new NetworkReference(
              "visa",
              Optional.of("T1"),
              Optional.of("R1"),
              Optional.of("7"),
              Optional.empty(),
              Optional.empty()));

  @Test
  void acquirer_reference_names_a_presentment_before_all_else() {
    assertEquals(
        "clearing:arn:A1", key(NETWORK, Optional.of("A1"), Optional.of("e"), Optional.of(2), 100));
  }

  @Test
  void network_marks_name_it_with_sequence_kind_and_amount() {
    assertEquals(
        "clearing:network:visa:T1:R1:7:2:purchase:100",
        key(NETWORK, Optional.empty(), Optional.of("e"), Optional.of(2), 100));
    assertEquals(
        "clearing:network:visa:T1:R1:7:-:purchase:100",
        key(NETWORK, Optional.empty(), Optional.empty(), Optional.empty(), 100));
  }

  @Test
  void marks_that_many_share_name_nothing() {
    var shared =
        Optional.of(
            new NetworkReference(
                "visa",
                Optional.empty(),
                Optional.empty(),
                Optional.of("7"),
                Optional.empty(),
                Optional.empty()));
    assertEquals(
        "clearing:partner:e", key(shared, Optional.empty(), Optional.of("e"), Optional.empty(), 1));
    var byRetrieval =
        Optional.of(
            new NetworkReference(
                "visa",
                Optional.empty(),
                Optional.of("R1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertEquals(
        "clearing:network:visa:-:R1:-:-:purchase:1",
        key(byRetrieval, Optional.empty(), Optional.of("e"), Optional.empty(), 1));
  }

  @Test
  void without_any_name_each_is_another() {
    var first = key(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
    var second = key(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
    assertTrue(first.startsWith("clearing:txn_"));
    assertNotEquals(first, second);
  }

  @Test
  void match_is_of_the_same_merchant_and_takes_clearings() {
    var right = authorization("M1", AuthorizationStatus.PENDING, 1_000, 0);
    assertEquals(
        Optional.of(right),
        match(
            1_000,
            Tolerance.NONE,
            authorization("M2", AuthorizationStatus.PENDING, 1_000, 0),
            authorization("M1", AuthorizationStatus.REVERSED, 1_000, 0),
            right));
  }

  @Test
  void match_allows_the_usual_excess_or_the_categorys() {
    var open = authorization("M1", AuthorizationStatus.PENDING, 1_000, 0);
    assertTrue(match(1_200, Tolerance.NONE, open).isPresent());
    assertTrue(match(1_201, Tolerance.NONE, open).isEmpty());
    assertTrue(match(9_999, new Tolerance.Any(), open).isPresent());
    var part = authorization("M1", AuthorizationStatus.PARTIALLY_CLEARED, 1_000, 600);
    assertTrue(match(600, Tolerance.NONE, part).isPresent());
    assertTrue(match(601, Tolerance.NONE, part).isEmpty());
  }

  private static Optional<AuthorizationSnapshot> match(
      long minor, Tolerance expected, AuthorizationSnapshot... candidates) {
    return MatchingPolicy.match(List.of(candidates), merchant("M1"), Money.usd(minor), expected);
  }

  private static String key(
      Optional<NetworkReference> network,
      Optional<String> acquirerReference,
      Optional<String> externalId,
      Optional<Integer> sequence,
      long minor) {
    return ClearingKeyPolicy.naturalKey(
        new PostClearing.Command(
            new CardReference.ById(CardId.create()),
            Optional.empty(),
            Money.usd(minor),
            PostingKind.PURCHASE,
            true,
            sequence,
            merchant("M1"),
            network,
            acquirerReference,
            Optional.empty(),
            externalId,
            "partner",
            new Origin("partner", "api")));
  }

  private static Merchant merchant(String id) {
    return new Merchant(
        id, "Shop", "5411", Optional.empty(), Optional.empty(), "US", Optional.empty());
  }

  private static AuthorizationSnapshot authorization(
      String merchant, AuthorizationStatus status, long authorized, long captured) {
    var open =
        status == AuthorizationStatus.PENDING || status == AuthorizationStatus.PARTIALLY_CLEARED;
    return new AuthorizationSnapshot(
        AuthorizationId.create(),
        Optional.empty(),
        Optional.empty(),
        ClientId.create(),
        AuthorizationKind.PURCHASE,
        EntryMode.CHIP,
        status,
        "00",
        List.of(),
        Money.usd(authorized),
        Money.usd(authorized),
        Money.usd(authorized),
        Money.usd(0),
        Money.usd(captured),
        Money.usd(0),
        Money.usd(open ? authorized - captured : 0),
        Optional.empty(),
        Optional.empty(),
        merchant(merchant),
        Optional.empty(),
        Optional.empty(),
        "{}",
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        List.of());
  }
}
