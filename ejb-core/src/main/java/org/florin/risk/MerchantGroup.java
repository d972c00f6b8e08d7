package org.florin.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Merchant categories (ISO 18245) that rules usually mean together. */
enum MerchantGroup {
  AIRLINE(List.of(new Range(3000, 3350), new Range(4511, 4511))),
  CAR_RENTAL(List.of(new Range(3351, 3500), new Range(7512, 7513), new Range(7519, 7519))),
  LODGING(List.of(new Range(3501, 3999), new Range(7011, 7011))),
  CRUISE(List.of(new Range(4411, 4411))),
  FUEL(List.of(new Range(5541, 5542), new Range(5552, 5552))),
  RESTAURANT(List.of(new Range(5812, 5814))),
  TAXI(List.of(new Range(4121, 4121))),
  CASH(List.of(new Range(6010, 6011))),
  QUASI_CASH(List.of(new Range(6050, 6051), new Range(6540, 6540))),
  WIRE(List.of(new Range(4829, 4829))),
  GAMBLING(List.of(new Range(7800, 7802), new Range(7995, 7995))),
  JEWELRY(List.of(new Range(5094, 5094), new Range(5944, 5944))),
  ELECTRONICS(List.of(new Range(5732, 5734))),
  DIGITAL_GOODS(List.of(new Range(5815, 5818))),
  OTHER(List.of());

  private record Range(int from, int to) {}

  private final List<Range> ranges;

  MerchantGroup(List<Range> ranges) {
    this.ranges = ranges;
  }

  static MerchantGroup of(String category) {
    var number = Integer.parseInt(category);
    return Arrays.stream(values())
        .filter(
            group ->
                group.ranges.stream()
                    .anyMatch(range -> number >= range.from() && number <= range.to()))
        .findFirst()
        .orElse(OTHER);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(MerchantGroup::code).toList();
  }
}
