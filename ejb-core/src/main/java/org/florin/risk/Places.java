package org.florin.risk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.florin.kernel.GeoPoint;

/**
 * How far apart two merchants are: by coordinates if both gave them, else by the middles of their
 * states (of the United States) or countries. The coarser of both counts, so that two merchants of
 * one country are never apart only because one of them says more.
 */
final class Places {

  private static final Map<String, GeoPoint> MIDDLES = read();

  /** Where a merchant says it is. */
  record Place(String country, Optional<String> state, Optional<GeoPoint> location) {

    private Optional<GeoPoint> ofState() {
      return state.map(code -> MIDDLES.get(country + "-" + code));
    }

    private Optional<GeoPoint> ofCountry() {
      return Optional.ofNullable(MIDDLES.get(country));
    }
  }

  private Places() {}

  /** Kilometers between the two; empty if a country has no middle here. */
  static Optional<Long> apart(Place one, Place other) {
    if (one.location().isPresent() && other.location().isPresent()) {
      return between(one.location(), other.location());
    }
    if (one.ofState().isPresent() && other.ofState().isPresent()) {
      return between(one.ofState(), other.ofState());
    }
    return one.country().equals(other.country())
        ? Optional.of(0L)
        : between(one.ofCountry(), other.ofCountry());
  }

  private static Optional<Long> between(Optional<GeoPoint> one, Optional<GeoPoint> other) {
    return one.flatMap(from -> other.map(from::kilometersTo));
  }

  private static Map<String, GeoPoint> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Places.class.getResourceAsStream("places.csv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .collect(
              Collectors.toMap(
                  columns -> columns[0],
                  columns -> new GeoPoint(new BigDecimal(columns[1]), new BigDecimal(columns[2]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
