package org.florin.legacyfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.florin.legacyfiles.MainframeVerdict.Accepted;
import org.florin.legacyfiles.MainframeVerdict.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainframePostingPolicyTest {

  private static final String TIMESTAMP = "2022-06-10 19:27:53.000000";

  private static MainframeCycle cycle(long limit, long credit, long debit, String expirationDate) {
    return new MainframeCycle(0, limit, credit, debit, expirationDate);
  }

  private static MainframeVerdict judge(MainframeCycle cycle, long amountMinor) {
    return MainframePostingPolicy.judge(true, Optional.of(cycle), amountMinor, TIMESTAMP);
  }

  @Test
  void an_unknown_card_is_rejected_before_anything_else() {
    assertEquals(
        new Rejected(RejectReason.INVALID_CARD),
        MainframePostingPolicy.judge(false, Optional.empty(), 100, TIMESTAMP));
  }

  @Test
  void a_card_without_an_account_is_rejected() {
    assertEquals(
        new Rejected(RejectReason.ACCOUNT_NOT_FOUND),
        MainframePostingPolicy.judge(true, Optional.empty(), 100, TIMESTAMP));
  }

  @ParameterizedTest
  @CsvSource({"99999,true", "100000,true", "100001,false"})
  void the_limit_itself_still_passes(long amountMinor, boolean accepted) {
    MainframeVerdict verdict = judge(cycle(100_000, 0, 0, "2025-01-01"), amountMinor);
    assertEquals(accepted ? new Accepted() : new Rejected(RejectReason.OVER_LIMIT), verdict);
  }

  @Test
  void a_return_uses_up_limit() {
    MainframeCycle returned = cycle(100_000, 0, 0, "2025-01-01").posted(-50_000);
    assertEquals(new Rejected(RejectReason.OVER_LIMIT), judge(returned, 60_000));
    assertEquals(new Accepted(), judge(returned, 50_000));
  }

  @Test
  void the_balance_plays_no_part() {
    MainframeCycle inDebt = new MainframeCycle(999_999, 100_000, 0, 0, "2025-01-01");
    assertEquals(new Accepted(), judge(inDebt, 100_000));
  }

  @ParameterizedTest
  @CsvSource({"2022-06-10,true", "2022-06-09,false", "2022-06-11,true", "'          ',false"})
  void the_last_day_still_passes(String expirationDate, boolean accepted) {
    assertEquals(
        accepted ? new Accepted() : new Rejected(RejectReason.AFTER_EXPIRATION),
        judge(cycle(100_000, 0, 0, expirationDate), 1));
  }

  @Test
  void lateness_hides_being_over_the_limit() {
    assertEquals(
        new Rejected(RejectReason.AFTER_EXPIRATION), judge(cycle(0, 0, 0, "2022-06-09"), 1));
  }

  @Test
  void the_work_field_loses_its_leading_digits() {
    MainframeCycle huge = cycle(100, 99_999_999_999L, 0, "2025-01-01");
    assertEquals(new Accepted(), judge(huge, 1));
    assertEquals(new Accepted(), judge(huge, 101));
    assertEquals(new Rejected(RejectReason.OVER_LIMIT), judge(huge, 102));
  }

  @Test
  void purchases_and_returns_go_to_their_own_totals() {
    MainframeCycle cycle = cycle(100_000, 0, 0, "2025-01-01").posted(700).posted(0).posted(-300);
    assertEquals(new MainframeCycle(400, 100_000, 700, -300, "2025-01-01"), cycle);
  }
}
