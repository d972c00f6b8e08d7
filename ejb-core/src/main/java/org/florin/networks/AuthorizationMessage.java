package org.florin.networks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.EntryMode;
import org.florin.authorization.Merchant;
import org.florin.authorization.NetworkReference;
import org.florin.kernel.Money;

/**
 * What a message says about a card payment, in the words of authorization: which card, how much,
 * what for, where.
 *
 * @param balanceAsked whether the answer tells the available credit
 */
record AuthorizationMessage(
    CardReference card,
    AuthorizationKind kind,
    EntryMode entryMode,
    Money amount,
    boolean partialApproval,
    boolean balanceAsked,
    Merchant merchant,
    NetworkReference network) {

  private static final List<Integer> MANDATORY =
      List.of(2, 3, 4, 7, 11, 12, 13, 18, 22, 25, 32, 37, 41, 42, 43, 49);

  private static final Pattern PAN = Pattern.compile("[0-9]{12,19}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Name, city, state and country in data element 43. */
  private static final int NAME_LENGTH = 23;

  private static final int CITY_END = 36;
  private static final int STATE_END = 38;
  private static final int COUNTRY_END = 40;

  /** Security code in data element 48: subelement 92, three digits. */
  private static final Pattern SECURITY_CODE = Pattern.compile("(?:[A-Z])?9203([0-9]{3}).*");

  /** Where data element 60 says that the terminal can take a part of the amount. */
  private static final int PARTIAL_FLAG = 11;

  static AuthorizationMessage of(NetworkMessage message, NetworkLink link) throws MessageFault {
    var elements = new MessageElements(message);
    elements.require(MANDATORY);
    var amount = elements.amount();
    var code = elements.text(3).substring(0, 2);
    return new AuthorizationMessage(
        card(elements),
        kind(code, elements, amount),
        MessageCodes.entryMode(
            elements.text(22).substring(0, 2), elements.text(25), code, elements.text(18)),
        amount,
        isPartWelcome(link, elements),
        code.equals(MessageCodes.BALANCE_INQUIRY),
        merchant(elements),
        reference(elements, link));
  }

  /** The card by what a message says of it; reversals need no more than its number. */
  static CardReference.ByNumber card(MessageElements elements) throws MessageFault {
    return new CardReference.ByNumber(
        elements.text(2, PAN),
        elements.expiry(),
        elements
            .optional(48)
            .map(SECURITY_CODE::matcher)
            .filter(java.util.regex.Matcher::matches)
            .map(matcher -> matcher.group(1)));
  }

  /** The network's marks on the message itself. */
  static NetworkReference reference(MessageElements elements, NetworkLink link)
      throws MessageFault {
    return new NetworkReference(
        link.network(),
        elements.networkTransactionId(),
        Optional.of(elements.text(37)),
        Optional.of(elements.text(11)),
        Optional.of(elements.text(32)),
        Optional.of(elements.text(7)));
  }

  private static AuthorizationKind kind(String code, MessageElements elements, Money amount)
      throws MessageFault {
    var kind =
        MessageCodes.kind(code, elements.text(25), amount.isZero())
            .orElseThrow(() -> new MessageFault(ResponseCode.INVALID_TRANSACTION, 3));
    if (amount.isZero() && kind != AuthorizationKind.ACCOUNT_VERIFICATION) {
      throw new MessageFault(ResponseCode.INVALID_AMOUNT, 4);
    }
    return kind;
  }

  /** Part of an amount that the network converted can't be told in the merchant's currency. */
  private static boolean isPartWelcome(NetworkLink link, MessageElements elements) {
    if (elements.isBilledInAnotherCurrency()) {
      return false;
    }
    return switch (link.partialApproval()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AS_ASKED ->
          elements
              .optional(60)
              .filter(value -> value.length() > PARTIAL_FLAG && value.charAt(PARTIAL_FLAG) == '1')
              .isPresent();
    };
  }

  private static Merchant merchant(MessageElements elements) throws MessageFault {
    var place = elements.whole(43);
    if (place.length() != COUNTRY_END) {
      throw new MessageFault(ResponseCode.FORMAT_ERROR, 43);
    }
    var country = place.substring(STATE_END);
    if (!COUNTRIES.contains(country)) {
      throw new MessageFault(ResponseCode.FORMAT_ERROR, 43);
    }
    return new Merchant(
        elements.text(42),
        place.substring(0, NAME_LENGTH).strip(),
        elements.text(18),
        filled(place.substring(NAME_LENGTH, CITY_END)),
        filled(place.substring(CITY_END, STATE_END)),
        country,
        Optional.empty());
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }
}
