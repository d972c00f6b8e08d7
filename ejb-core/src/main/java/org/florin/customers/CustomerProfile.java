package org.florin.customers;

import org.florin.kernel.CustomerId;

/** A customer with opened details, for those who may see them. */
public record CustomerProfile(CustomerId id, PersonalDetails details) {}
