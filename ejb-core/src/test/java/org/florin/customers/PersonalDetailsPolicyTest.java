package org.florin.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDetailsPolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @Test
  void complete_details_pass() {
    assertEquals(List.of(), PersonalDetailsPolicy.violations(ada(), TODAY));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "' ', ''", "King, ''", "<b>, invalid_name"})
  void a_middle_name_may_be_left_empty(String middleName, String code) {
    var ada = ada();
    assertEquals(
        code,
        codes(
            new PersonalDetails(
                ada.firstName(),
                middleName,
                ada.lastName(),
                ada.dateOfBirth(),
                ada.taxId(),
                ada.email(),
                ada.phone(),
                ada.address())));
  }

  @ParameterizedTest
  @CsvSource({
    "2008-03-01, ''",
    "2008-03-02, under_age",
    "2026-03-02, invalid_date",
    "1906-02-28, invalid_date"
  })
  void age_is_counted_to_the_day(LocalDate birth, String code) {
    assertEquals(code, codes(with(birth, "900550800", "ada@example.com", "+15125550100")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"90055080", "9005508000", "abcdefghi", "000000000"})
  void a_tax_id_has_nine_digits(String taxId) {
    assertEquals(
        "invalid_tax_id",
        codes(with(LocalDate.of(1985, 12, 10), taxId, "ada@example.com", "+15125550100")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "ada@example", "a da@example.com", "ada@@example.com", "@x.com"})
  void an_email_has_a_box_and_a_domain(String email) {
    assertEquals(
        "invalid_email",
        codes(with(LocalDate.of(1985, 12, 10), "900550800", email, "+15125550100")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "none", "+1 512"})
  void a_phone_number_can_be_dialled(String phone) {
    assertEquals(
        "invalid_phone",
        codes(with(LocalDate.of(1985, 12, 10), "900550800", "ada@example.com", phone)));
  }

  @Test
  void stored_form_is_one_form() {
    var stored =
        PersonalDetailsPolicy.normalized(
            with(LocalDate.of(1985, 12, 10), "900-55-0800", " Ada@Example.com ", "(512) 555-0100"));
    assertEquals("900550800", stored.taxId());
    assertEquals("ada@example.com", stored.email());
    assertEquals("+15125550100", stored.phone());
  }

  @Test
  void details_survive_their_stored_form_and_never_print_themselves() {
    assertEquals(ada(), PersonalDetailsCodec.decode(PersonalDetailsCodec.encode(ada())));
    assertFalse(ada().toString().contains("Ada"));
  }

  private static String codes(PersonalDetails details) {
    return String.join(
        ",",
        PersonalDetailsPolicy.violations(details, TODAY).stream().map(Violation::code).toList());
  }

  private static PersonalDetails ada() {
    return with(LocalDate.of(1985, 12, 10), "900550800", "ada@example.com", "+15125550100");
  }

  private static PersonalDetails with(LocalDate birth, String taxId, String email, String phone) {
    return new PersonalDetails(
        "Ada",
        null,
        "Byron",
        birth,
        taxId,
        email,
        phone,
        new PostalAddress("1 Main St", null, "Austin", "TX", "78701", "US"));
  }
}
