package org.florin.applications;

import org.florin.kernel.ApplicationId;

/** What came of an order about an application. */
public sealed interface ApplicationChange {

  /** It is done; the application as it now is. */
  record Done(ApplicationView application) implements ApplicationChange {}

  /** The limit is above this person's authority: another one has to confirm it. */
  record SecondPersonNeeded(ApplicationView application) implements ApplicationChange {}

  /** The application's status doesn't allow it. */
  record WrongStatus(ApplicationView application) implements ApplicationChange {}

  /** The limit or the reasons can't be. */
  record NotPossible(ApplicationView application, String why) implements ApplicationChange {}

  /** This role doesn't decide applications. */
  record NotAllowed(ApplicationId application) implements ApplicationChange {}

  /** There is no such application for the one who asked. */
  record NotFound(ApplicationId application) implements ApplicationChange {}
}
