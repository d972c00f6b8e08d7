package org.florin.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.florin.kernel.Money;
import org.florin.risk.AttributeValue.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

  private static final String FILE =
      """
      {
        "format": 1,
        "name": "Test",
        "currency": "USD",
        "rules": [
          {
            "id": "one",
            "name": "One",
            "reason": "Because.",
            "action": "decline_fraud",
            "when_missing": "pass",
            "when": {"attribute": "amount", "above": 1000}
          }
        ]
      }
      """;

  private static String with(String condition, String missing, String action) {
    return FILE.replace("{\"attribute\": \"amount\", \"above\": 1000}", condition)
        .replace("\"pass\"", "\"" + missing + "\"")
        .replace("decline_fraud", action);
  }

  private static RuleSet valid(String text) {
    return assertInstanceOf(RuleFile.Valid.class, RuleFile.read(text), text).rules();
  }

  private static List<RuleFault> faults(String text) {
    return assertInstanceOf(RuleFile.Invalid.class, RuleFile.read(text), text).faults();
  }

  private static boolean fires(String condition, String missing, Subject subject) {
    return !valid(with(condition, missing, "flag")).evaluate(subject).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'attribute':'amount','above':4499}|true",
        "{'attribute':'amount','above':4500}|false",
        "{'attribute':'amount','at_least':4500}|true",
        "{'attribute':'amount','below':4501}|true",
        "{'attribute':'amount','below':4500}|false",
        "{'attribute':'amount','at_most':4500}|true",
        "{'attribute':'amount','between':[4500,9000]}|true",
        "{'attribute':'amount','between':[4501,9000]}|false",
        "{'attribute':'amount','equals':4500}|true",
        "{'attribute':'amount','not_equals':4500}|false",
        "{'attribute':'amount','in':[1,4500]}|true",
        "{'attribute':'amount','not_in':[1,4500]}|false",
        "{'attribute':'merchant_country','equals':'US'}|true",
        "{'attribute':'merchant_country','not_equals':'US'}|false",
        "{'attribute':'merchant_country','in':['MX','US']}|true",
        "{'attribute':'merchant_country','not_in':['MX','US']}|false",
        "{'attribute':'card_present','equals':true}|true",
        "{'attribute':'card_present','equals':false}|false",
        "{'attribute':'card_present','not_equals':false}|true",
        "{'attribute':'distance_km','known':false}|true",
        "{'attribute':'distance_km','known':true}|false",
        "{'all':[{'attribute':'cash','equals':false},{'attribute':'amount','above':1}]}|true",
        "{'all':[{'attribute':'cash','equals':true},{'attribute':'amount','above':1}]}|false",
        "{'any':[{'attribute':'cash','equals':true},{'attribute':'amount','above':1}]}|true",
        "{'not':{'attribute':'cash','equals':true}}|true",
      })
  void a_condition_means_what_it_says(String condition, boolean holds) {
    assertEquals(holds, fires(condition.replace('\'', '"'), "pass", Subjects.aPurchase().build()));
  }

  @Test
  void a_missing_attribute_means_what_the_rule_says() {
    var fresh = Subjects.aPurchase().build();
    var speed = "{\"attribute\": \"speed_kmh\", \"above\": 900}";
    assertEquals(false, fires(speed, "pass", fresh));
    assertEquals(true, fires(speed, "fire", fresh));
    assertEquals(true, fires("{\"not\": " + speed + "}", "fire", fresh));
    assertEquals(false, fires("{\"not\": " + speed + "}", "pass", fresh));
    var settled = "{\"all\": [{\"attribute\": \"amount\", \"below\": 1}, " + speed + "]}";
    assertEquals(false, fires(settled, "fire", fresh), "known to be false all the same");

    var finding = valid(with(speed, "fire", "flag")).evaluate(fresh).getFirst();
    assertTrue(finding.open());
    assertEquals(AttributeValue.MISSING, finding.evidence().get(Attribute.SPEED));
  }

  @Test
  void amounts_of_another_currency_are_missing() {
    var euros = Subjects.aPurchase().of(Money.of(999_999, "EUR")).build();
    assertEquals(false, fires("{\"attribute\": \"amount\", \"above\": 1}", "pass", euros));
    assertEquals(true, fires("{\"attribute\": \"currency\", \"equals\": \"EUR\"}", "pass", euros));
  }

  @Test
  void a_finding_carries_what_the_rule_saw() {
    var finding = valid(FILE).evaluate(Subjects.aPurchase().build()).getFirst();
    assertEquals("one", finding.rule().id());
    assertEquals(Finding.Effect.DECLINES, finding.effect());
    assertEquals(new Whole(4_500), finding.evidence().get(Attribute.AMOUNT_ASKED));
  }

  @Test
  void a_challenge_is_content_with_one_that_was_passed() {
    var rules = valid(with("{\"attribute\": \"amount\", \"above\": 1}", "pass", "challenge"));
    assertEquals(
        Finding.Effect.CHALLENGES,
        rules.evaluate(Subjects.aPurchase().build()).getFirst().effect());
    assertEquals(
        Finding.Effect.SATISFIED,
        rules.evaluate(Subjects.aPurchase().challenge("passed").build()).getFirst().effect());
  }

  @Test
  void rules_tell_what_has_to_be_loaded() {
    assertTrue(valid(FILE).lookback().isEmpty());
    assertEquals(false, valid(FILE).needsDates());
    var deep =
        valid(
            with(
                "{\"any\": [{\"attribute\": \"countries_7d\", \"above\": 2},"
                    + " {\"not\": {\"attribute\": \"card_age_days\", \"above\": 2}}]}",
                "pass",
                "flag"));
    assertEquals(AttributeSource.WEEK.lookback(), deep.lookback());
    assertEquals(true, deep.needsDates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\": 1,| |/format|1|format",
        "\"format\": 1|\"format\": 2|/format|2|format",
        "\"USD\"|\"Dollars\"|/currency|4|length",
        "\"USD\"|\"XXY\"|/currency|4|format",
        "\"id\": \"one\"|\"id\": \"One!\"|/rules/0/id|7|format",
        "\"decline_fraud\"|\"decline\"|/rules/0/action|10|choice",
        "\"pass\"|\"maybe\"|/rules/0/when_missing|11|choice",
        "\"amount\",|\"amuont\",|/rules/0/when/attribute|12|unknown_attribute",
        "\"above\": 1000|\"above\": 10.5|/rules/0/when/above|12|not_whole",
        "\"above\": 1000|\"above\": \"1000\"|/rules/0/when/above|12|not_whole",
        "\"above\": 1000|\"over\": 1000|/rules/0/when|12|operator",
        "\"above\": 1000|\"above\": 1, \"below\": 9|/rules/0/when|12|operator",
        "\"above\": 1000|\"between\": [9, 1]|/rules/0/when/between|12|range",
        "\"above\": 1000|\"in\": []|/rules/0/when/in|12|length",
        "\"amount\", \"above\": 1000|\"kind\", \"equals\": \"gift\"|/rules/0/when/equals|12|choice",
        "\"amount\", \"above\": 1000|\"kind\", \"above\": 3|/rules/0/when/above|12|operator",
        "\"amount\", \"above\": 1000|\"cash\", \"equals\": \"yes\"|/rules/0/when/equals|12|not_boolean",
        "{\"attribute\": \"amount\", \"above\": 1000}|{\"all\": []}|/rules/0/when/all|12|length",
        "{\"attribute\": \"amount\", \"above\": 1000}|{}|/rules/0/when|12|condition",
        "{\"attribute\": \"amount\", \"above\": 1000}|7|/rules/0/when|12|required",
        "\"reason\"|\"because\"|/rules/0/because|9|unknown_field",
        "\"name\": \"One\"|\"id\": \"two\"|/rules/0/id|8|duplicate_name",
        "\"rules\": [|\"rules\": [ 3,|/rules/0|5|not_object",
        "\"rules\"|\"rulez\"|/rulez|5|unknown_field",
        "1000}|1000|''|14|malformed_json",
      })
  void a_fault_is_told_with_its_place(
      String what, String by, String pointer, int line, String code) {
    var text =
        FILE.replaceFirst(
            java.util.regex.Pattern.quote(what), by == null ? "" : by.replace("\\", "\\\\"));
    assertTrue(
        faults(text).stream()
            .anyMatch(
                fault ->
                    fault.pointer().equals(pointer)
                        && fault.line() == line
                        && fault.code().equals(code)),
        () -> faults(text).toString());
  }

  @Test
  void all_faults_are_told_at_once_in_the_files_order() {
    var text = FILE.replace("\"USD\"", "7").replace("\"pass\"", "3").replace("1000", "null");
    assertEquals(
        List.of("/currency", "/rules/0/when_missing", "/rules/0/when/above"),
        faults(text).stream().map(RuleFault::pointer).toList());
  }

  @Test
  void depth_and_size_are_bounded() {
    var deep =
        "{\"not\": ".repeat(9) + "{\"attribute\": \"cash\", \"equals\": true}" + "}".repeat(9);
    assertEquals("depth", faults(with(deep, "pass", "flag")).getFirst().code());
    assertEquals("malformed_json", faults("[".repeat(100_000)).getFirst().code());
    assertEquals("malformed_json", faults(" ".repeat(RuleFile.LENGTH_MAX + 1)).getFirst().code());
  }

  /** However broken a file is, reading it ends in an answer that points into it. */
  @Test
  void no_text_breaks_the_reader() {
    var lineCount = FILE.lines().count();
    for (var seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder(FILE);
      for (var i = 1 + random.nextInt(4); i > 0; i--) {
        var at = random.nextInt(text.length() - 1);
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "{}[]\",:01ae".charAt(random.nextInt(11)));
          default -> text.setCharAt(at, "{}[]\",:01ae".charAt(random.nextInt(11)));
        }
      }
      if (RuleFile.read(text.toString()) instanceof RuleFile.Invalid invalid) {
        assertTrue(!invalid.faults().isEmpty(), "seed " + seed);
        for (var fault : invalid.faults()) {
          assertTrue(fault.line() >= 1 && fault.line() <= lineCount + 4, "seed " + seed);
        }
      }
    }
  }

  /** Kleene's laws, which let authors rewrite conditions without changing them. */
  @Test
  void truth_keeps_its_laws() {
    for (var one : Truth.values()) {
      assertEquals(one, one.not().not());
      for (var other : Truth.values()) {
        assertEquals(one.and(other), other.and(one));
        assertEquals(one.or(other), other.or(one));
        assertEquals(one.and(other).not(), one.not().or(other.not()));
        for (var third : Truth.values()) {
          assertEquals(one.and(other.and(third)), one.and(other).and(third));
          assertEquals(one.and(other.or(third)), one.and(other).or(one.and(third)));
        }
      }
    }
  }
}
