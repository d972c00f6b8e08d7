package org.florin.networks;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.kernel.Money;

/** Writes answers: what the request said and has to be repeated, and what was decided. */
final class MessageAnswers {

  /** Data elements of a request that its answer repeats. */
  private static final Set<Integer> REPEATED =
      Set.of(2, 3, 4, 7, 11, 12, 13, 32, 33, 37, 41, 42, 49, 70, 90);

  private static final String ORIGINAL_AMOUNT = "57";
  private static final String AVAILABLE_CREDIT = "02";
  private static final String CREDIT_ACCOUNT = "30";

  private MessageAnswers() {}

  static NetworkMessage answer(NetworkMessage request, StoredElements decided) {
    var answer = NetworkMessage.ofType(request.answerType());
    request.elements().entrySet().stream()
        .filter(element -> REPEATED.contains(element.getKey()))
        .forEach(element -> answer.set(element.getKey(), element.getValue()));
    decided.elements().forEach(answer::set);
    return answer.build();
  }

  /** The elements that a decision gives to the answer. */
  static StoredElements of(AuthorizationSnapshot snapshot, boolean balanceAsked) {
    var elements = new TreeMap<Integer, String>();
    elements.put(39, snapshot.responseCode());
    snapshot.authorizationCode().ifPresent(code -> elements.put(38, code));
    var amounts = new StringBuilder();
    if (snapshot.isApproved() && snapshot.approved().compareTo(snapshot.requested()) < 0) {
      elements.put(4, digits(snapshot.approved()));
      amounts.append(additionalAmount("00", ORIGINAL_AMOUNT, snapshot.requested()));
    }
    if (balanceAsked) {
      snapshot
          .available()
          .filter(available -> snapshot.isApproved())
          .ifPresent(
              available ->
                  amounts.append(additionalAmount(CREDIT_ACCOUNT, AVAILABLE_CREDIT, available)));
    }
    if (!amounts.isEmpty()) {
      elements.put(54, amounts.toString());
    }
    return new StoredElements(Optional.of(snapshot.id()), elements);
  }

  /** One entry of data element 54: account, kind, currency, sign, twelve digits. */
  private static String additionalAmount(String account, String kind, Money amount) {
    var sign = amount.minor() < 0 ? "D" : "C";
    var absolute = amount.minor() < 0 ? Money.zero(amount.currency()).minus(amount) : amount;
    return account + kind + MessageElements.numberOf(amount.currency()) + sign + digits(absolute);
  }

  private static String digits(Money amount) {
    return String.format("%012d", amount.minor());
  }
}
