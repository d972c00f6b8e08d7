package org.florin.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an applicant's personal details must be; pure. */
public final class PersonalDetailsPolicy {

  /** The age at which a person may contract. */
  public static final int ADULT_AGE_YEARS = 18;

  private static final int AGE_YEARS_MAX = 120;
  private static final int NAME_LENGTH_MAX = 60;
  private static final int LINE_LENGTH_MAX = 80;
  private static final int EMAIL_LENGTH_MAX = 254;
  private static final Pattern TAX_ID = Pattern.compile("[0-9]{9}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]*");
  private static final Pattern LINE = Pattern.compile("[^\\p{Cc}<>]+");
  private static final Pattern POSTAL_CODE_US = Pattern.compile("[0-9]{5}(-[0-9]{4})?");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
  private static final Set<String> STATES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV"
                  + " NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR"
                  + " VI")
              .split(" "));

  private PersonalDetailsPolicy() {}

  /** Everything that is wrong, in the order of the form; empty when an application may go on. */
  public static List<Violation> violations(PersonalDetails details, LocalDate today) {
    var found = new ArrayList<Violation>();
    name(found, "first_name", details.firstName());
    var middleName = details.middleName();
    if (middleName != null && !middleName.isBlank()) {
      name(found, "middle_name", middleName);
    }
    name(found, "last_name", details.lastName());
    dateOfBirth(found, details.dateOfBirth(), today);
    if (details.taxId() == null || !isTaxId(details.taxId())) {
      found.add(new Violation("tax_id", "invalid_tax_id", "A tax id has nine digits."));
    }
    if (details.email() == null
        || details.email().length() > EMAIL_LENGTH_MAX
        || !EMAIL.matcher(details.email()).matches()) {
      found.add(new Violation("email", "invalid_email", "This is not an e-mail address."));
    }
    if (details.phone() == null || !isPhone(details.phone())) {
      found.add(
          new Violation(
              "phone", "invalid_phone", "This is not a phone number, e.g. +1 512 555 0100."));
    }
    address(found, details.address());
    return List.copyOf(found);
  }

  /** The details in the form they are stored in: trimmed, e-mail lower case, phone as E.164. */
  public static PersonalDetails normalized(PersonalDetails details) {
    var address = details.address();
    return new PersonalDetails(
        details.firstName().strip(),
        stripped(details.middleName()),
        details.lastName().strip(),
        details.dateOfBirth(),
        digits(details.taxId()),
        details.email() == null ? null : details.email().strip().toLowerCase(Locale.ROOT),
        details.phone() == null ? null : phone(details.phone()),
        new PostalAddress(
            address.line1().strip(),
            stripped(address.line2()),
            address.city().strip(),
            address.state() == null ? null : address.state().strip().toUpperCase(Locale.ROOT),
            address.postalCode().strip(),
            address.country().strip().toUpperCase(Locale.ROOT)));
  }

  private static void name(List<Violation> found, String pointer, String name) {
    if (name.isBlank()) {
      found.add(new Violation(pointer, "required", "Please fill this in."));
    } else if (name.strip().length() > NAME_LENGTH_MAX || !NAME.matcher(name.strip()).matches()) {
      found.add(
          new Violation(
              pointer, "invalid_name", "A name has letters, blanks, hyphens and apostrophes."));
    }
  }

  private static void dateOfBirth(
      List<Violation> found, @Nullable LocalDate birth, LocalDate today) {
    if (birth == null) {
      found.add(new Violation("date_of_birth", "required", "Please fill this in."));
    } else if (birth.isAfter(today) || birth.plusYears(AGE_YEARS_MAX).isBefore(today)) {
      found.add(new Violation("date_of_birth", "invalid_date", "This can't be a date of birth."));
    } else if (birth.plusYears(ADULT_AGE_YEARS).isAfter(today)) {
      found.add(new Violation("date_of_birth", "under_age", "You must be 18 or older to apply."));
    }
  }

  private static void address(List<Violation> found, PostalAddress address) {
    line(found, "address/line1", address.line1());
    var second = address.line2();
    if (second != null && !second.isBlank()) {
      line(found, "address/line2", second);
    }
    line(found, "address/city", address.city());
    if (!"US".equalsIgnoreCase(address.country().strip())) {
      found.add(
          new Violation(
              "address/country", "unsupported_country", "Cards are issued in the US only."));
      return;
    }
    if (address.state() == null
        || !STATES.contains(address.state().strip().toUpperCase(Locale.ROOT))) {
      found.add(new Violation("address/state", "invalid_state", "Two letters, such as TX."));
    }
    if (!POSTAL_CODE_US.matcher(address.postalCode().strip()).matches()) {
      found.add(
          new Violation(
              "address/postal_code", "invalid_postal_code", "Five digits, or five and four."));
    }
  }

  private static void line(List<Violation> found, String pointer, String text) {
    if (text.isBlank()) {
      found.add(new Violation(pointer, "required", "Please fill this in."));
    } else if (text.length() > LINE_LENGTH_MAX || !LINE.matcher(text).matches()) {
      found.add(new Violation(pointer, "invalid_text", "Up to 80 plain characters."));
    }
  }

  private static boolean isTaxId(String taxId) {
    var digits = digits(taxId);
    return digits != null
        && TAX_ID.matcher(digits).matches()
        && digits.chars().distinct().count() > 1;
  }

  private static boolean isPhone(String phone) {
    try {
      var number = PhoneNumberUtil.getInstance().parse(phone, "US");
      return PhoneNumberUtil.getInstance().isPossibleNumber(number);
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static String phone(String phone) {
    try {
      var numbers = PhoneNumberUtil.getInstance();
      return numbers.format(numbers.parse(phone, "US"), PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      return phone.strip();
    }
  }

  private static @Nullable String digits(@Nullable String taxId) {
    return taxId == null ? null : taxId.replaceAll("[\\s-]", "");
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
