package org.florin.sample;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import org.florin.access.EnrolStaff;
import org.florin.access.EnrolUser;
import org.florin.accounts.FindAccounts;
import org.florin.accounts.OpenAccount;
import org.florin.cards.CardKind;
import org.florin.cards.IssueCard;
import org.florin.customers.RegisterCustomer;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CustomerId;
import org.florin.networks.DefineLink;
import org.florin.partners.EnrolClient;
import org.florin.partners.IdentifyClient;
import org.florin.partners.Scope;
import org.florin.products.FindProducts;
import org.florin.statements.RecordPastLife;

/** Makes the sample bank, unless it is there; one transaction. */
@Stateless
public class CreateSampleBank {

  private static final String SOURCE = "sample";

  @Inject SampleSettings settings;
  @Inject BusinessClock clock;
  @Inject FindAccounts accounts;
  @Inject FindProducts products;
  @Inject RegisterCustomer customers;
  @Inject OpenAccount open;
  @Inject IssueCard cards;
  @Inject RecordPastLife past;
  @Inject EnrolUser users;
  @Inject EnrolStaff staff;
  @Inject IdentifyClient partners;
  @Inject EnrolClient enrolPartner;
  @Inject DefineLink links;
  @Inject SampleRules rules;

  /** Makes what is missing; does nothing where no sample bank is wanted. */
  public void handle() {
    if (!settings.wanted()) {
      return;
    }
    settings
        .apiKey()
        .filter(key -> partners.handle(key).isEmpty())
        .ifPresent(
            key ->
                enrolPartner.handle(
                    new EnrolClient.Command(
                        "Sandbox partner", true, key, Arrays.asList(Scope.values()), "system")));
    SampleLinks.all().forEach(link -> links.handle(new DefineLink.Command(link, Actor.SYSTEM)));
    rules.create();
    for (var persona : Persona.values()) {
      if (accounts.byExternalId(externalId(persona)).isEmpty()) {
        create(persona);
      }
    }
    settings.users().stream()
        .filter(user -> user.role().isStaff())
        .forEach(
            user ->
                staff.handle(
                    new EnrolStaff.Command(
                        user.role(), user.username(), user.password(), Actor.SYSTEM)));
  }

  private void create(Persona persona) {
    var today = clock.businessDate();
    var openedOn = today.minusMonths(SampleHistory.MONTHS).withDayOfMonth(1);
    var product = products.byCode(persona.product, today).orElseThrow();
    var customer =
        customers.handle(new RegisterCustomer.Command(externalId(persona), persona.details()));
    var account =
        open.handle(
            new OpenAccount.Command(
                customer,
                product.code(),
                persona.creditLimit(),
                product.cashLimit(persona.creditLimit()),
                Optional.of(new OpenAccount.Origin(SOURCE, externalId(persona))),
                openedOn,
                persona.cycleDay()));
    var card =
        cards.handle(
            new IssueCard.Command(account, customer, product, CardKind.VIRTUAL, Actor.SYSTEM));
    past.handle(account, openedOn, today, new SampleHistory(persona, account, card, today));
    enrol(persona, customer);
  }

  private void enrol(Persona persona, CustomerId customer) {
    settings.users().stream()
        .filter(user -> user.username().equals(persona.username))
        .forEach(
            user ->
                users.handle(
                    new EnrolUser.Command(
                        customer, user.username(), user.password(), Actor.SYSTEM)));
  }

  private static String externalId(Persona persona) {
    return SOURCE + "-" + persona.username;
  }
}
