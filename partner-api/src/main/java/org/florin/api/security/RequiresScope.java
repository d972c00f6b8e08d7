package org.florin.api.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.florin.partners.Scope;

/**
 * What a key must allow to call this operation. Operations without it or {@link Public} are
 * refused.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface RequiresScope {
  Scope value();
}
