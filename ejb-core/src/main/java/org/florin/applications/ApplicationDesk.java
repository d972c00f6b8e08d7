package org.florin.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.florin.access.InviteCardholder;
import org.florin.accounts.OpenAccount;
import org.florin.cards.CardKind;
import org.florin.cards.IssueCard;
import org.florin.customers.PersonalDataVault;
import org.florin.customers.PersonalDetailsPolicy;
import org.florin.customers.RegisterCustomer;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.products.CardProduct;
import org.florin.products.FindProducts;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.FindPolicies;
import org.florin.underwriting.PolicyFile;
import org.florin.underwriting.ReasonTexts;
import org.florin.underwriting.UnderwritingPolicy;

/** The transaction around an application: lock, decide, apply, history, event, audit. */
@ApplicationScoped
@Transactional
class ApplicationDesk {

  private static final Duration DUPLICATE_WITHIN = Duration.ofDays(30);
  private static final int REASONS_MAX = 4;
  private static final int CYCLE_DAY_LAST = 28;
  private static final String GIVE_REASONS = "Give one to four of the principal reasons.";

  @Inject Applications applications;
  @Inject FindProducts products;
  @Inject FindPolicies policies;
  @Inject RegisterCustomer registerCustomer;
  @Inject OpenAccount openAccount;
  @Inject IssueCard issueCard;
  @Inject InviteCardholder inviteCardholder;
  @Inject PersonalDataVault vault;
  @Inject ApplicationJournal journal;
  @Inject BusinessClock clock;

  Optional<ApplicationId> duplicateOf(String taxId, String product) {
    return applications.firstSince(
        vault.indexOf("tax_id", taxId), product, clock.now().minus(DUPLICATE_WITHIN));
  }

  SubmitApplication.Result submit(SubmitApplication.Command command) {
    var today = clock.businessDate();
    var given = command.form();
    var product = products.byCode(given.product(), today);
    var violations = ApplicationFormPolicy.violations(given, product, today);
    if (!violations.isEmpty() || product.isEmpty()) {
      return new SubmitApplication.Result.Invalid(violations);
    }
    var form = normalized(given);
    var person = personIndex(form);
    applications.lockPerson(person, form.product());
    var first =
        applications.firstSince(person, form.product(), clock.now().minus(DUPLICATE_WITHIN));
    if (first.isPresent()) {
      return new SubmitApplication.Result.Duplicate(first.get());
    }
    var now = clock.now();
    var policy = policies.active(form.product()).orElseThrow();
    var actor = command.actor();
    var sheet = new FactSheet(form, command.bureau(), today);
    var application = CreditApplication.receive(sheet, person, policy.number(), vault, actor, now);
    applications.add(application);
    applications.note(
        application.id(), now, Optional.empty(), ApplicationStatus.RECEIVED, actor, "");
    application.verify(now);
    applications.note(
        application.id(),
        now,
        Optional.of(ApplicationStatus.RECEIVED),
        ApplicationStatus.VERIFYING,
        actor,
        "bureau: " + command.bureau().word());
    application.take(
        UnderwritingPolicy.decide(PolicyFile.kept(policy.file()), sheet.facts()),
        Actor.SYSTEM,
        now);
    journal.moved(
        application, ApplicationStatus.VERIFYING, Actor.SYSTEM, "policy " + policy.number());
    if (application.status() == ApplicationStatus.IN_REVIEW) {
      journal.tell(application, "application.referred");
    } else {
      journal.tell(application, "application.decided");
    }
    if (form.accept() && application.status() == ApplicationStatus.APPROVED) {
      open(application, form, product.get(), actor);
    }
    return new SubmitApplication.Result.Submitted(application.view());
  }

  ApplicationChange accept(AcceptApplication.Command command) {
    var found = locked(command.application(), command.submitter());
    if (found.isEmpty()) {
      return new ApplicationChange.NotFound(command.application());
    }
    var application = found.get();
    if (application.status() == ApplicationStatus.ACCEPTED) {
      return new ApplicationChange.Done(application.view());
    }
    if (application.isOfferOver(clock.now())) {
      expire(application);
    }
    if (!application.isOffered()) {
      return new ApplicationChange.WrongStatus(application.view());
    }
    var product = products.byCode(application.productCode(), clock.businessDate()).orElseThrow();
    open(application, application.form(vault), product, command.actor());
    return new ApplicationChange.Done(application.view());
  }

  /** Ends applications that nobody goes on with; how many of at most {@code countMax}. */
  int expire(int countMax) {
    var over = applications.lockOver(clock.now(), countMax);
    over.forEach(this::expire);
    return over.size();
  }

  private void expire(CreditApplication application) {
    var before = application.status();
    application.expire(clock.now());
    journal.moved(
        application,
        before,
        Actor.SYSTEM,
        before == ApplicationStatus.INCOMPLETE
            ? "documents not supplied in time"
            : "offer not taken in time");
    journal.tell(application, "application.expired");
  }

  ApplicationChange withdraw(WithdrawApplication.Command command) {
    var found = locked(command.application(), command.submitter());
    if (found.isEmpty()) {
      return new ApplicationChange.NotFound(command.application());
    }
    var application = found.get();
    var before = application.status();
    if (before == ApplicationStatus.WITHDRAWN) {
      return new ApplicationChange.Done(application.view());
    }
    if (!application.isOpen()) {
      return new ApplicationChange.WrongStatus(application.view());
    }
    application.withdraw(clock.now());
    journal.moved(application, before, command.actor(), "");
    journal.tell(application, "application.withdrawn");
    return new ApplicationChange.Done(application.view());
  }

  ApplicationChange decide(DecideApplication.Command command) {
    var found = applications.lock(command.application());
    if (found.isEmpty()) {
      return new ApplicationChange.NotFound(command.application());
    }
    var application = found.get();
    var authority =
        applications.authority(
            command.role(), command.actor().name(), application.view().currency());
    if (authority.isEmpty() || application.submittedBy().equals(command.actor().name())) {
      journal.refused(
          command.application(), command.actor(), "application.decide", "role " + command.role());
      return new ApplicationChange.NotAllowed(command.application());
    }
    if (application.status() != ApplicationStatus.IN_REVIEW) {
      return new ApplicationChange.WrongStatus(application.view());
    }
    return switch (command.verdict()) {
      case DecideApplication.Verdict.Approve approve ->
          approve(application, approve, authority.get(), command);
      case DecideApplication.Verdict.Decline decline -> decline(application, decline, command);
    };
  }

  private ApplicationChange approve(
      CreditApplication application,
      DecideApplication.Verdict.Approve verdict,
      Money authority,
      DecideApplication.Command command) {
    var limit = verdict.creditLimit();
    var product = products.byCode(application.productCode(), clock.businessDate()).orElseThrow();
    var requested = application.view().requestedLimit();
    if (limit.compareTo(product.limitMin()) < 0
        || limit.compareTo(product.limitMax()) > 0
        || requested.map(wish -> limit.compareTo(wish) > 0).orElse(false)) {
      return new ApplicationChange.NotPossible(
          application.view(),
          "The limit must be from "
              + product.limitMin()
              + " to "
              + requested.orElse(product.limitMax()).min(product.limitMax())
              + ".");
    }
    var whyLess = reasons(verdict.reasonCodes());
    if (application.isLessThanAsked(limit) && whyLess.isEmpty()) {
      return new ApplicationChange.NotPossible(
          application.view(), "It is less than was asked for: " + GIVE_REASONS);
    }
    var actor = command.actor();
    if (limit.compareTo(authority) > 0 && !application.isProposedByAnother(limit, actor)) {
      application.propose(limit, actor, clock.now());
      journal.record(application, actor, "application.propose", "limit " + limit);
      return new ApplicationChange.SecondPersonNeeded(application.view());
    }
    application.offer(limit, whyLess, actor, clock.now());
    journal.moved(application, ApplicationStatus.IN_REVIEW, actor, "underwriter, limit " + limit);
    journal.tell(application, "application.decided");
    var form = application.form(vault);
    if (form.accept() && application.status() == ApplicationStatus.APPROVED) {
      open(application, form, product, actor);
    }
    return new ApplicationChange.Done(application.view());
  }

  private ApplicationChange decline(
      CreditApplication application,
      DecideApplication.Verdict.Decline verdict,
      DecideApplication.Command command) {
    var reasons = reasons(verdict.reasonCodes());
    if (reasons.isEmpty()) {
      return new ApplicationChange.NotPossible(application.view(), GIVE_REASONS);
    }
    application.decline(reasons, command.actor(), clock.now());
    journal.moved(
        application,
        ApplicationStatus.IN_REVIEW,
        command.actor(),
        "underwriter: "
            + reasons.stream().map(DecisionReason::code).collect(Collectors.joining(", ")));
    journal.tell(application, "application.decided");
    return new ApplicationChange.Done(application.view());
  }

  /** The reasons of these codes; none if they aren't one to four of those that may be told. */
  private static List<DecisionReason> reasons(List<String> given) {
    var codes = List.copyOf(new LinkedHashSet<>(given));
    return codes.size() <= REASONS_MAX && ReasonTexts.forRefusal().keySet().containsAll(codes)
        ? ReasonTexts.ranked(codes)
        : List.of();
  }

  private void open(
      CreditApplication application, ApplicationForm form, CardProduct product, Actor actor) {
    var limit = application.creditLimit().orElseThrow();
    var today = clock.businessDate();
    var customer = registerCustomer.handle(new RegisterCustomer.Command(null, form.applicant()));
    var account =
        openAccount.handle(
            new OpenAccount.Command(
                customer,
                product.code(),
                limit,
                product.cashLimit(limit),
                Optional.empty(),
                today,
                Math.min(today.getDayOfMonth(), CYCLE_DAY_LAST)));
    var card =
        issueCard.handle(
            new IssueCard.Command(account, customer, product, CardKind.VIRTUAL, actor));
    inviteCardholder.handle(new InviteCardholder.Command(customer, actor));
    var before = application.status();
    application.accept(customer, account, card, clock.now());
    journal.moved(application, before, actor, "");
    journal.tell(application, "application.accepted");
  }

  private Optional<CreditApplication> locked(ApplicationId id, Optional<String> submitter) {
    return applications
        .lock(id)
        .filter(each -> submitter.map(each.submittedBy()::equals).orElse(true));
  }

  private byte[] personIndex(ApplicationForm form) {
    var taxId = form.applicant().taxId();
    if (taxId == null) {
      throw new IllegalStateException("a valid form has a tax id");
    }
    return vault.indexOf("tax_id", taxId);
  }

  private static ApplicationForm normalized(ApplicationForm form) {
    return new ApplicationForm(
        form.product(),
        form.currency(),
        form.requestedLimit(),
        PersonalDetailsPolicy.normalized(form.applicant()),
        form.annualIncome(),
        form.housing(),
        form.employment(),
        form.consents(),
        form.accept());
  }
}
