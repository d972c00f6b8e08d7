package org.florin.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeMap;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.EntryMode;
import org.florin.authorization.Original;
import org.florin.authorization.lifecycle.ReversalAmount;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.networks.NetworkLink.PartialApproval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationMessageTest {

  private static AuthorizationMessage read(NetworkMessage message) throws MessageFault {
    return AuthorizationMessage.of(message, Messages.LINK);
  }

  private static ResponseCode refusal(NetworkMessage message) {
    return assertThrows(MessageFault.class, () -> read(message)).code();
  }

  @Test
  void a_purchase_is_read_whole() throws MessageFault {
    var said = read(Messages.purchase().build());
    assertEquals(AuthorizationKind.PURCHASE, said.kind());
    assertEquals(EntryMode.CHIP, said.entryMode());
    assertEquals(new Money(12_345, CurrencyCode.USD), said.amount());
    assertFalse(said.partialApproval());
    assertEquals("CORNER GROCERY", said.merchant().name());
    assertEquals(Optional.of("SPRINGFIELD"), said.merchant().city());
    assertEquals(Optional.of("IL"), said.merchant().state());
    assertEquals("US", said.merchant().country());
    assertEquals(Optional.of("123456"), said.network().stan());
    assertEquals(Optional.of("600510123456"), said.network().retrievalReference());
    assertEquals(
        Optional.of(YearMonth.of(2028, 12)),
        AuthorizationMessage.card(new MessageElements(Messages.purchase().build())).expiry());
  }

  @ParameterizedTest
  @CsvSource({
    "000000,000000000100,00,PURCHASE",
    "000000,000000000100,06,PREAUTHORIZATION",
    "000000,000000000000,00,ACCOUNT_VERIFICATION",
    "010000,000000000100,00,CASH_ADVANCE",
    "110000,000000000100,00,QUASI_CASH",
    "200000,000000000100,00,REFUND",
    "300000,000000000000,00,ACCOUNT_VERIFICATION"
  })
  void kinds_follow_from_processing_code_condition_and_amount(
      String processing, String amount, String condition, AuthorizationKind kind)
      throws MessageFault {
    assertEquals(
        kind,
        read(Messages.purchase().set(3, processing).set(4, amount).set(25, condition).build())
            .kind());
  }

  @ParameterizedTest
  @CsvSource({
    "051,00,CHIP", "071,00,CONTACTLESS", "901,00,SWIPE", "812,00,ECOMMERCE",
    "012,08,MOTO", "012,59,ECOMMERCE", "100,00,RECURRING", "010,00,MANUAL"
  })
  void entry_modes_are_those_of_point_of_service_codes(
      String entry, String condition, EntryMode mode) throws MessageFault {
    assertEquals(
        mode, read(Messages.purchase().set(22, entry).set(25, condition).build()).entryMode());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 11, 12, 13, 18, 22, 25, 32, 37, 41, 42, 43, 49})
  void a_mandatory_element_that_is_missing_is_a_format_error(int number) {
    var elements = new TreeMap<>(Messages.purchase().build().elements());
    elements.remove(number);
    assertEquals(ResponseCode.FORMAT_ERROR, refusal(new NetworkMessage("0100", elements)));
  }

  @Test
  void values_that_mean_nothing_are_refused_by_their_own_codes() {
    assertEquals(
        ResponseCode.INVALID_TRANSACTION, refusal(Messages.purchase().set(3, "990000").build()));
    assertEquals(
        ResponseCode.INVALID_AMOUNT,
        refusal(Messages.purchase().set(3, "010000").set(4, "000000000000").build()));
    assertEquals(ResponseCode.FORMAT_ERROR, refusal(Messages.purchase().set(49, "000").build()));
    assertEquals(ResponseCode.FORMAT_ERROR, refusal(Messages.purchase().set(14, "2813").build()));
    assertEquals(ResponseCode.FORMAT_ERROR, refusal(Messages.purchase().set(43, "X").build()));
    assertEquals(ResponseCode.FORMAT_ERROR, refusal(Messages.purchase().set(2, "41111").build()));
  }

  @Test
  void what_the_network_bills_is_what_counts() throws MessageFault {
    var said =
        read(
            Messages.purchase()
                .set(49, "978")
                .set(6, "000000013500")
                .set(51, "840")
                .set(60, "000000000001")
                .build());
    assertEquals(new Money(13_500, CurrencyCode.USD), said.amount());
    assertFalse(said.partialApproval());
  }

  @Test
  void part_is_approved_as_the_link_says() throws MessageFault {
    var asked = Messages.purchase().set(60, "000000000001").build();
    assertTrue(read(asked).partialApproval());
    assertTrue(
        AuthorizationMessage.of(Messages.purchase().build(), Messages.link(PartialApproval.ALWAYS))
            .partialApproval());
    assertFalse(
        AuthorizationMessage.of(asked, Messages.link(PartialApproval.NEVER)).partialApproval());
  }

  @Test
  void the_payments_id_is_text_or_the_second_of_visa_style_fields() {
    assertEquals(
        Optional.of("ABC123"),
        new MessageElements(Messages.purchase().set(62, "ABC123").build()).networkTransactionId());
    assertEquals(
        Optional.of("0123456789012345"),
        new MessageElements(
                Messages.purchase().set(62, "C000000000000000" + "E8" + "0123456789012345").build())
            .networkTransactionId());
    assertEquals(
        Optional.empty(),
        new MessageElements(Messages.purchase().set(62, "8000000000000000E8").build())
            .networkTransactionId());
  }

  @Test
  void a_transmission_time_gets_the_year_nearest_to_its_arrival() throws MessageFault {
    var newYear = Instant.parse("2027-01-01T00:00:05Z");
    var before = new MessageElements(Messages.purchase().set(7, "1231235959").build());
    assertEquals("20261231235959", before.transmissionTime(newYear));
    var leap = new MessageElements(Messages.purchase().set(7, "0229120000").build());
    assertEquals("20280229120000", leap.transmissionTime(Instant.parse("2028-03-01T00:00:00Z")));
    var wrong = new MessageElements(Messages.purchase().set(7, "1331120000").build());
    assertThrows(MessageFault.class, () -> wrong.transmissionTime(newYear));
  }

  @Test
  void an_original_is_named_by_element_90_and_what_remains_by_95() throws MessageFault {
    var reversal =
        Messages.purchase().set(90, "010012345601051030150000012345600000000000").build();
    var original = (Original.ByNetwork) OriginalData.of(reversal, Messages.LINK).orElseThrow();
    assertEquals(Optional.of("0105103015"), original.network().transmissionTime());
    assertEquals(Optional.of("123456"), original.network().acquirerId());
    assertEquals(
        new ReversalAmount.All(), OriginalData.reversalAmount(new MessageElements(reversal)));
    assertEquals(
        new ReversalAmount.LeaveOnly(5_000),
        OriginalData.reversalAmount(
            new MessageElements(
                Messages.purchase()
                    .set(95, "000000005000000000000000C00000000C00000000")
                    .build())));
  }

  @Test
  void replacement_amounts_that_are_none_are_a_format_error() {
    for (var wrong : new String[] {"5", "00000000500A", "C00000000000"}) {
      var elements = new MessageElements(Messages.purchase().set(95, wrong).build());
      assertThrows(MessageFault.class, () -> OriginalData.reversalAmount(elements));
    }
  }

  @Test
  void a_merchants_name_may_begin_with_a_space() throws MessageFault {
    var said =
        read(Messages.purchase().set(43, " CORNER GROCERY        SPRINGFIELD  ILUS").build());
    assertEquals("CORNER GROCERY", said.merchant().name());
    assertEquals(Optional.of("SPRINGFIELD"), said.merchant().city());
  }

  @Test
  void a_fault_of_ours_is_answered_96_and_never_thrown() {
    var session = new LinkSession();
    session.signOn();
    var withoutPayments = new AnswerNetworkMessage();
    var answer =
        withoutPayments
            .handle(
                new AnswerNetworkMessage.Command(
                    Messages.LINK, session, Messages.purchase().build(), SystemTime.now()))
            .toCompletableFuture()
            .join();
    assertEquals("96", ((NetworkAnswer.Reply) answer).message().elements().get(39));
  }

  @Test
  void nothing_of_a_card_but_its_ends_is_shown() {
    var shown =
        Messages.purchase()
            .set(35, "4111111111111111=28121010000")
            .set(48, "9203123")
            .set(52, "0123456789ABCDEF")
            .set(44, "card 4111111111111111 refused")
            .build()
            .toString();
    assertFalse(shown.contains("4111111111111111"));
    assertFalse(shown.contains("9203123"));
    assertFalse(shown.contains("0123456789ABCDEF"));
    assertTrue(shown.contains("2=411111******1111"));
  }
}
