package org.florin.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the bank knows of a person. Parts that a legacy system may lack can be absent; an applicant
 * gives them all ({@link PersonalDetailsPolicy}).
 */
public record PersonalDetails(
    String firstName,
    @Nullable String middleName,
    String lastName,
    @Nullable LocalDate dateOfBirth,
    @Nullable String taxId,
    @Nullable String email,
    @Nullable String phone,
    PostalAddress address) {

  /** First and last name, as written on a card. */
  public String fullName() {
    return (firstName + " " + lastName).strip();
  }

  /** Names nobody: personal data doesn't belong in logs. */
  @Override
  public String toString() {
    return "PersonalDetails[…]";
  }
}
