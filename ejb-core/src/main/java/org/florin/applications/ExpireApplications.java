package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Ends offers that weren't taken and applications whose documents never came. */
@Stateless
public class ExpireApplications {

  @Inject ApplicationDesk desk;

  /** How many of at most {@code countMax} were ended, in one transaction. */
  public int handle(int countMax) {
    return desk.expire(countMax);
  }
}
