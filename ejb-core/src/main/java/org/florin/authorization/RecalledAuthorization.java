package org.florin.authorization;

import org.florin.kernel.AuthorizationId;
import org.florin.risk.Subject;

/**
 * An authorization of the past, as it was when it was decided.
 *
 * @param subject what risk rules could have known of it then
 * @param declinedByRulesOnly it was declined, and wouldn't have been without risk rules
 */
public record RecalledAuthorization(
    AuthorizationId id,
    Subject subject,
    boolean approved,
    boolean declinedByRulesOnly,
    String merchantName) {}
