package org.florin.adapters.mainframe.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "50477|         504.77",
        "-91900|-        919.00",
        "123456789|   1,234,567.89",
        "99999999999| 999,999,999.99",
        "5|            .05",
        "0|               "
      })
  void a_detail_amount_has_its_sign_in_front(long minor, String shown) {
    assertEquals(shown, PrintLine.commaEdited(minor, ' '));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"160000|+      1,600.00", "-1|-           .01", "0|               "})
  void a_total_shows_its_plus(long minor, String shown) {
    assertEquals(shown, PrintLine.commaEdited(minor, '+'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "50477|      504.77 |000000504.77 ",
        "-5|         .05-|000000000.05-",
        "0|         .00 |000000000.00 ",
        "123456789012|234567890.12 |234567890.12 "
      })
  void a_statement_amount_has_its_sign_behind(long minor, String blanks, String zeros) {
    assertEquals(blanks, PrintLine.blankEdited(minor));
    assertEquals(zeros, PrintLine.zeroEdited(minor));
  }
}
