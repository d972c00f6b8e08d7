package org.florin.ledger;

import java.util.Optional;

/**
 * Who sold.
 *
 * @param mcc merchant category code, four digits (ISO 18245)
 * @param country ISO 3166-1 alpha-2
 */
public record MerchantDetails(
    String id,
    String name,
    Optional<String> mcc,
    Optional<String> city,
    Optional<String> country) {}
