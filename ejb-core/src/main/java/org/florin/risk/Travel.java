package org.florin.risk;

import java.time.Duration;
import java.util.Optional;
import org.florin.risk.Places.Place;

/** From where the card was last present to where it is now. */
final class Travel {

  private static final long SECONDS_AN_HOUR = 3_600;

  private Travel() {}

  static AttributeValue kilometers(Subject subject) {
    return distance(subject)
        .<AttributeValue>map(AttributeValue.Whole::new)
        .orElse(AttributeValue.MISSING);
  }

  /** Two places in the same second count as one second apart. */
  static AttributeValue kilometersAnHour(Subject subject) {
    return distance(subject)
        .flatMap(
            kilometers ->
                before(subject)
                    .map(past -> Duration.between(past.at(), subject.request().at()).toSeconds())
                    .map(seconds -> kilometers * SECONDS_AN_HOUR / Math.max(1, seconds)))
        .<AttributeValue>map(AttributeValue.Whole::new)
        .orElse(AttributeValue.MISSING);
  }

  static AttributeValue changesCountry(Subject subject) {
    return before(subject)
        .<AttributeValue>map(
            past ->
                new AttributeValue.Flag(
                    !past.merchantCountry().equals(subject.request().merchantCountry())))
        .orElse(AttributeValue.MISSING);
  }

  private static Optional<Long> distance(Subject subject) {
    var request = subject.request();
    return before(subject)
        .flatMap(
            past ->
                Places.apart(
                    new Place(past.merchantCountry(), past.merchantState(), past.location()),
                    new Place(
                        request.merchantCountry(), request.merchantState(), request.location())));
  }

  private static Optional<PastAuthorization> before(Subject subject) {
    return subject.request().cardPresent()
        ? subject.tally(AttributeSource.MONTH).ofCard.reversed().stream()
            .filter(PastAuthorization::cardPresent)
            .findFirst()
        : Optional.empty();
  }
}
