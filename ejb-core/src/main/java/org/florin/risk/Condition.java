package org.florin.risk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.florin.risk.AttributeValue.Code;
import org.florin.risk.AttributeValue.Flag;
import org.florin.risk.AttributeValue.Whole;

/** What a rule asks. A comparison with a missing attribute is neither true nor false. */
public sealed interface Condition {

  /** Every part holds. */
  record All(List<Condition> parts) implements Condition {}

  /** At least one part holds. */
  record AnyOf(List<Condition> parts) implements Condition {}

  /** The part doesn't hold. */
  record Not(Condition part) implements Condition {}

  /** A number lies in a range, ends included. */
  record Between(Attribute attribute, long from, long to) implements Condition {}

  /** A number is one of several. */
  record OneOfNumbers(Attribute attribute, Set<Long> numbers) implements Condition {}

  /** A code is one of several. */
  record OneOfCodes(Attribute attribute, Set<String> codes) implements Condition {}

  /** A flag is on, or off. */
  record Is(Attribute attribute, boolean on) implements Condition {}

  /** An attribute is known, or isn't; never unknown itself. */
  record Known(Attribute attribute, boolean known) implements Condition {}

  /** Whether it holds. */
  default Truth test(AttributeValues values) {
    return switch (this) {
      case All all -> {
        var truth = Truth.TRUE;
        for (var part : all.parts()) {
          truth = truth.and(part.test(values));
          if (truth == Truth.FALSE) {
            break;
          }
        }
        yield truth;
      }
      case AnyOf any -> {
        var truth = Truth.FALSE;
        for (var part : any.parts()) {
          truth = truth.or(part.test(values));
          if (truth == Truth.TRUE) {
            break;
          }
        }
        yield truth;
      }
      case Not not -> not.part().test(values).not();
      case Between between ->
          values.of(between.attribute()) instanceof Whole whole
              ? Truth.of(whole.number() >= between.from() && whole.number() <= between.to())
              : Truth.UNKNOWN;
      case OneOfNumbers numbers ->
          values.of(numbers.attribute()) instanceof Whole whole
              ? Truth.of(numbers.numbers().contains(whole.number()))
              : Truth.UNKNOWN;
      case OneOfCodes codes ->
          values.of(codes.attribute()) instanceof Code code
              ? Truth.of(codes.codes().contains(code.text()))
              : Truth.UNKNOWN;
      case Is is ->
          values.of(is.attribute()) instanceof Flag flag
              ? Truth.of(flag.on() == is.on())
              : Truth.UNKNOWN;
      case Known known ->
          Truth.of(
              known.known() != (values.of(known.attribute()) instanceof AttributeValue.Missing));
    };
  }

  /** All attributes it asks for. */
  default Set<Attribute> attributes() {
    var attributes = EnumSet.noneOf(Attribute.class);
    leaves().forEach(attributes::add);
    return attributes;
  }

  private Stream<Attribute> leaves() {
    return switch (this) {
      case All all -> all.parts().stream().flatMap(Condition::leaves);
      case AnyOf any -> any.parts().stream().flatMap(Condition::leaves);
      case Not not -> not.part().leaves();
      case Between between -> Stream.of(between.attribute());
      case OneOfNumbers numbers -> Stream.of(numbers.attribute());
      case OneOfCodes codes -> Stream.of(codes.attribute());
      case Is is -> Stream.of(is.attribute());
      case Known known -> Stream.of(known.attribute());
    };
  }
}
