package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scenarios of {@code scenarios.txt}: written once, played at every door. A door says how a
 * step is done there; what has to come of it says the book.
 */
public final class ScenarioBook {

  /** What the account may spend, and take as cash, in minor units. */
  public static final long CREDIT_LIMIT = 100_000;

  public static final long CASH_LIMIT = 20_000;

  /**
   * A step of a scenario.
   *
   * @param verb authorize, verify, announce, advise, increment, reverse, reverse_to, complete,
   *     clear, clear_part, refund, expire, pause, resume or again
   * @param payment the scenario's name for the payment; empty if the verb has none
   * @param minor amount in minor units; -1 if none is given
   * @param settings mcc, kind, entry, part
   * @param answer what has to be answered
   * @param available what has to be available after it, in minor units
   */
  public record Step(
      String verb,
      String payment,
      long minor,
      Map<String, String> settings,
      String answer,
      long available) {

    public String mcc() {
      return settings.getOrDefault("mcc", "5411");
    }

    public String kind() {
      return settings.getOrDefault("kind", "purchase");
    }

    public String entryMode() {
      return settings.getOrDefault("entry", "ecommerce");
    }

    public boolean takesPart() {
      return settings.containsKey("part");
    }
  }

  /** One way into the bank, with an account of its own for each scenario. */
  public interface Door {

    /** Does the step and tells the answer in the book's words. */
    String perform(Step step);

    /** Available credit now, in minor units. */
    long available();
  }

  /**
   * A scenario.
   *
   * @param doors where it can be played; empty for everywhere
   */
  public record Scenario(String name, Set<String> doors, List<Step> steps) {

    /** Plays all steps and holds each to its answer and to what is available after it. */
    public void play(Door door) {
      for (var step : steps) {
        var what = name + ": " + step;
        assertEquals(step.answer(), door.perform(step), what);
        assertEquals(step.available(), door.available(), what);
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private ScenarioBook() {}

  /** The scenarios that can be played at a door: pure, json or iso8583. */
  public static Stream<Scenario> at(String door) {
    return read().stream()
        .filter(scenario -> scenario.doors().isEmpty() || scenario.doors().contains(door));
  }

  private static List<Scenario> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ScenarioBook.class.getResourceAsStream("scenarios.txt")),
                StandardCharsets.UTF_8))) {
      var scenarios = new ArrayList<Scenario>();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                if (line.startsWith(" ")) {
                  scenarios.getLast().steps().add(step(line.strip()));
                } else {
                  scenarios.add(scenario(line));
                }
              });
      return scenarios;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario scenario(String line) {
    var bracket = line.indexOf(" [doors ");
    if (bracket < 0) {
      return new Scenario(line, Set.of(), new ArrayList<>());
    }
    var doors = line.substring(bracket + " [doors ".length(), line.length() - 1);
    return new Scenario(line.substring(0, bracket), Set.of(doors.split(" ")), new ArrayList<>());
  }

  private static Step step(String line) {
    var sides = line.split(" -> ");
    var words = sides[0].split(" ");
    var expected = sides[1].split(" ");
    var settings = new HashMap<String, String>();
    var minor = -1L;
    for (var word : Arrays.asList(words).subList(Math.min(2, words.length), words.length)) {
      if (Character.isDigit(word.charAt(0))) {
        minor = minor(word);
      } else {
        var parts = word.split("=");
        settings.put(parts[0], parts.length == 1 ? "" : parts[1]);
      }
    }
    return new Step(
        words[0],
        words.length > 1 ? words[1] : "",
        minor,
        Map.copyOf(settings),
        expected[0],
        minor(expected[1]));
  }

  private static long minor(String amount) {
    return new BigDecimal(amount).movePointRight(2).longValueExact();
  }
}
