package org.florin.underwriting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The principal reasons an applicant can be told, in the bank's words; code to text, in order. */
public final class ReasonTexts {

  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("serious_derogatory", "Serious derogatory public record or collection on file");
    TEXTS.put("past_due_obligations", "Delinquent past or present credit obligations with others");
    TEXTS.put("low_credit_score", "Credit score too low for this product");
    TEXTS.put("excessive_obligations", "Excessive obligations in relation to income");
    TEXTS.put("insufficient_income", "Income insufficient for amount of credit requested");
    TEXTS.put("no_independent_income", "No independent income for an applicant under 21");
    TEXTS.put("high_utilisation", "Balances too high in relation to credit limits");
    TEXTS.put("short_history", "Length of credit history");
    TEXTS.put("thin_file", "Too few accounts with credit history");
    TEXTS.put("unable_to_verify_employment", "Unable to verify employment");
    TEXTS.put("amount_above_product", "Amount asked for is above what this product offers");
    TEXTS.put("information_missing", "Information we asked for was not supplied");
    TEXTS.put("no_credit_file", "No credit file was found");
    TEXTS.put("credit_file_frozen", "The credit file is closed to inquiries");
    TEXTS.put("bureau_unavailable", "The credit bureau gave no answer");
    TEXTS.put("score_in_review_band", "Credit score in the range that a person looks at");
  }

  private ReasonTexts() {}

  /** Every reason there is. */
  public static Map<String, String> all() {
    return Map.copyOf(TEXTS);
  }

  /** Reasons an underwriter may give for a refusal, in the order of the list above. */
  public static Map<String, String> forRefusal() {
    var reasons = new LinkedHashMap<>(TEXTS);
    reasons.remove("score_in_review_band");
    reasons.remove("bureau_unavailable");
    return reasons;
  }

  static boolean isKnown(String code) {
    return TEXTS.containsKey(code);
  }

  /** Reasons by their codes, ranked in that order. */
  public static List<DecisionReason> ranked(List<String> codes) {
    var reasons = new ArrayList<DecisionReason>();
    for (var code : codes) {
      reasons.add(reason(reasons.size() + 1, code));
    }
    return List.copyOf(reasons);
  }

  private static DecisionReason reason(int rank, String code) {
    var text = TEXTS.get(code);
    if (text == null) {
      throw new IllegalArgumentException("no such reason: " + code);
    }
    return new DecisionReason(rank, code, text);
  }
}
