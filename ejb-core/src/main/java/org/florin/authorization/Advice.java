package org.florin.authorization;

import java.util.Optional;

/**
 * A decision that somebody else made in our place and now tells us. It is applied as it is, even
 * over the limit; what our own rules would have said is recorded beside it.
 *
 * @param by who decided, such as the network's name
 * @param reason why we weren't asked, as the adviser codes it
 * @param approved what was decided
 * @param authorizationCode the code that the merchant was given
 */
public record Advice(
    String by, String reason, boolean approved, Optional<String> authorizationCode) {}
