package org.florin.disputes;

import java.util.Optional;

/** What an outcome means, and whether it may be. */
final class ResolutionPolicy {

  private ResolutionPolicy() {}

  static DisputeStep step(Resolution resolution) {
    return switch (resolution) {
      case Resolution.ForCardholder ignored -> DisputeStep.RESOLVE_FOR_CARDHOLDER;
      case Resolution.ForMerchant ignored -> DisputeStep.RESOLVE_FOR_MERCHANT;
      case Resolution.InPart ignored -> DisputeStep.CORRECT_IN_PART;
    };
  }

  /** Why not, in words for staff; empty if it may be. */
  static Optional<String> refusal(DisputeView dispute, Resolution resolution, DisputeRule rule) {
    var original = dispute.liability().originalMinor();
    return switch (resolution) {
      case Resolution.ForCardholder cardholder ->
          recoveredRefusal(cardholder.recoveredMinor(), original);
      case Resolution.ForMerchant ignored -> Optional.empty();
      case Resolution.InPart part -> {
        if (part.creditedMinor() <= 0 || part.creditedMinor() >= original) {
          yield Optional.of("A part is more than nothing and less than all.");
        }
        if (dispute.reason() == DisputeReason.UNAUTHORIZED
            && original - part.creditedMinor() > rule.liabilityLimitMinor()) {
          yield Optional.of(
              "A cardholder answers for at most "
                  + dispute.money(rule.liabilityLimitMinor())
                  + " of unauthorized use.");
        }
        yield recoveredRefusal(part.recoveredMinor(), part.creditedMinor());
      }
    };
  }

  private static Optional<String> recoveredRefusal(long recoveredMinor, long creditedMinor) {
    return recoveredMinor < 0 || recoveredMinor > creditedMinor
        ? Optional.of("The merchant gives back at most what is credited.")
        : Optional.empty();
  }

  static Liability liability(DisputeView dispute, Resolution resolution) {
    var undecided = Liability.undecided(dispute.liability().originalMinor());
    return switch (resolution) {
      case Resolution.ForCardholder cardholder ->
          undecided.credited(undecided.originalMinor(), cardholder.recoveredMinor());
      case Resolution.ForMerchant ignored -> undecided;
      case Resolution.InPart part ->
          undecided.credited(part.creditedMinor(), part.recoveredMinor());
    };
  }
}
