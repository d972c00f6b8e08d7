package org.florin.api.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An operation that needs no key. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Public {}
