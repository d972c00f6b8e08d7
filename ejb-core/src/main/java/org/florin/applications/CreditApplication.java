package org.florin.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.florin.applications.ApplicationFile.Proposal;
import org.florin.applications.ApplicationView.Decision;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.Recommendation;
import org.florin.underwriting.RecommendationDocument;
import org.jspecify.annotations.Nullable;

/** A person's wish for a card, from the form to the account. */
@Entity
@Table(name = "application")
class CreditApplication {

  private static final Duration OFFER_LASTS = Duration.ofDays(30);
  private static final Duration NOTICE_DUE_WITHIN = Duration.ofDays(30);

  private static final Set<ApplicationStatus> OFFERS =
      Set.of(ApplicationStatus.APPROVED, ApplicationStatus.COUNTEROFFERED);
  private static final Set<ApplicationStatus> OPEN =
      Set.of(
          ApplicationStatus.IN_REVIEW,
          ApplicationStatus.INCOMPLETE,
          ApplicationStatus.APPROVED,
          ApplicationStatus.COUNTEROFFERED);

  @Id private UUID id;
  private String status;

  @Column(name = "product_code")
  private String productCode;

  private String currency;

  @Column(name = "requested_limit_minor")
  private @Nullable Long requestedLimitMinor;

  @Column(name = "submitted_by")
  private String submittedBy;

  private String channel;

  @Column(name = "person_index")
  private byte[] personIndex;

  @Column(name = "data_key")
  private byte[] dataKey;

  private byte[] sealed;

  @Column(name = "sealed_report")
  private byte @Nullable [] sealedReport;

  @Column(name = "decided_on")
  private @Nullable LocalDate decidedOn;

  private @Nullable String recommendation;

  @Column(name = "bureau_status")
  private String bureauStatus;

  private @Nullable String outcome;

  @Column(name = "credit_limit_minor")
  private @Nullable Long creditLimitMinor;

  @Column(precision = 7, scale = 4)
  private @Nullable BigDecimal apr;

  private @Nullable Integer score;

  @Column(name = "policy_version")
  private int policyVersion;

  private String reasons;
  private String trace;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "offer_expires_at")
  private @Nullable Instant offerExpiresAt;

  @Column(name = "adverse_action_due_at")
  private @Nullable Instant adverseActionDueAt;

  @Column(name = "proposed_by")
  private @Nullable String proposedBy;

  @Column(name = "proposed_limit_minor")
  private @Nullable Long proposedLimitMinor;

  @Column(name = "proposed_at")
  private @Nullable Instant proposedAt;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Column(name = "account_id")
  private @Nullable UUID accountId;

  @Column(name = "card_id")
  private @Nullable UUID cardId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected CreditApplication() {}

  static CreditApplication receive(
      FactSheet sheet,
      byte[] personIndex,
      int policyVersion,
      PersonalDataVault vault,
      Actor actor,
      Instant now) {
    var form = sheet.form();
    var application = new CreditApplication();
    application.id = ApplicationId.create().value();
    application.status = ApplicationStatus.RECEIVED.word();
    application.productCode = form.product();
    application.currency = form.currency();
    application.requestedLimitMinor = form.requestedLimit().map(Money::minor).orElse(null);
    application.submittedBy = actor.name();
    application.channel = actor.channel();
    application.personIndex = personIndex;
    application.dataKey = vault.newDataKey(application.id);
    application.sealed =
        vault.seal(application.dataKey, application.id, ApplicationDocument.encode(form));
    application.bureauStatus = sheet.bureau().word();
    application.sealedReport =
        vault.seal(application.dataKey, application.id, ApplicationDocument.encode(sheet.bureau()));
    application.decidedOn = sheet.today();
    application.policyVersion = policyVersion;
    application.reasons = RecommendationDocument.reasons(List.of());
    application.trace = RecommendationDocument.trace(List.of());
    application.createdAt = now;
    application.updatedAt = now;
    return application;
  }

  void verify(Instant now) {
    step(ApplicationStatus.VERIFYING, now, ApplicationStatus.RECEIVED);
  }

  /** Takes what the policy recommends. */
  void take(Recommendation recommended, Actor actor, Instant now) {
    score = recommended.score().orElse(null);
    trace = RecommendationDocument.trace(recommended.trace());
    recommendation = RecommendationDocument.encode(recommended);
    switch (recommended.outcome()) {
      case APPROVED, COUNTEROFFERED ->
          offer(
              new Offer(
                  recommended.limit().orElseThrow(),
                  recommended.apr().orElseThrow(),
                  recommended.reasons()),
              ApplicationStatus.VERIFYING,
              actor,
              now);
      case DECLINED -> refuse(recommended.reasons(), actor, now);
      case REFERRED -> {
        step(ApplicationStatus.IN_REVIEW, now, ApplicationStatus.VERIFYING);
        reasons = RecommendationDocument.reasons(recommended.reasons());
        creditLimitMinor =
            recommended.limit().filter(Money::isPositive).map(Money::minor).orElse(null);
        apr = recommended.apr().orElseThrow().percent();
      }
    }
  }

  /** An underwriter's yes, or a counteroffer if it is for less than was asked for. */
  void approve(Money limit, List<DecisionReason> whyLess, Actor actor, Instant now) {
    var rate = apr;
    if (rate == null) {
      throw new IllegalStateException("an application in review has a suggested rate");
    }
    offer(
        new Offer(limit, new AnnualRate(rate.stripTrailingZeros()), whyLess),
        ApplicationStatus.IN_REVIEW,
        actor,
        now);
  }

  /** Whether an offer of the limit would be less than was asked for. */
  boolean isLessThanAsked(Money limit) {
    return requestedLimitMinor != null && limit.minor() < requestedLimitMinor;
  }

  /** An underwriter's no. */
  void decline(List<DecisionReason> why, Actor actor, Instant now) {
    refuse(why, actor, now);
  }

  /** An approval above the underwriter's authority: waits for somebody else to confirm it. */
  void propose(Money limit, Actor actor, Instant now) {
    proposedBy = actor.name();
    proposedLimitMinor = limit.minor();
    proposedAt = now;
    updatedAt = now;
  }

  /** Whether another person proposed exactly this limit. */
  boolean isProposedByAnother(Money limit, Actor actor) {
    return proposedBy != null
        && !proposedBy.equals(actor.name())
        && proposedLimitMinor != null
        && proposedLimitMinor == limit.minor();
  }

  void accept(CustomerId customer, AccountId account, CardId card, Instant now) {
    step(ApplicationStatus.ACCEPTED, now, OFFERS);
    customerId = customer.value();
    accountId = account.value();
    cardId = card.value();
  }

  /** Whether the applicant has only to take it. */
  boolean isOffered() {
    return OFFERS.contains(status());
  }

  /** Whether nothing final has become of it. */
  boolean isOpen() {
    return OPEN.contains(status());
  }

  boolean isOfferOver(Instant now) {
    return isOffered() && offerExpiresAt != null && offerExpiresAt.isBefore(now);
  }

  void expire(Instant now) {
    step(ApplicationStatus.EXPIRED, now, OFFERS);
  }

  void withdraw(Instant now) {
    step(ApplicationStatus.WITHDRAWN, now, OPEN);
  }

  private record Offer(Money limit, AnnualRate rate, List<DecisionReason> whyLess) {}

  private void offer(Offer offer, ApplicationStatus from, Actor actor, Instant now) {
    var less = isLessThanAsked(offer.limit());
    if (less && offer.whyLess().isEmpty()) {
      throw new IllegalArgumentException("an offer of less has reasons");
    }
    step(less ? ApplicationStatus.COUNTEROFFERED : ApplicationStatus.APPROVED, now, from);
    decided(less ? offer.whyLess() : List.of(), actor, now);
    creditLimitMinor = offer.limit().minor();
    apr = offer.rate().percent();
    offerExpiresAt = now.plus(OFFER_LASTS);
  }

  private void refuse(List<DecisionReason> why, Actor actor, Instant now) {
    if (why.isEmpty()) {
      throw new IllegalArgumentException("a refusal has reasons");
    }
    step(ApplicationStatus.DECLINED, now, ApplicationStatus.VERIFYING, ApplicationStatus.IN_REVIEW);
    decided(why, actor, now);
    creditLimitMinor = null;
    apr = null;
  }

  /** Who is told reasons is owed a notice of them. */
  private void decided(List<DecisionReason> why, Actor actor, Instant now) {
    outcome = status;
    reasons = RecommendationDocument.reasons(why);
    decidedBy = actor.name();
    decidedAt = now;
    adverseActionDueAt = why.isEmpty() ? null : createdAt.plus(NOTICE_DUE_WITHIN);
  }

  private void step(ApplicationStatus wanted, Instant now, ApplicationStatus... from) {
    step(wanted, now, Set.of(from));
  }

  private void step(ApplicationStatus wanted, Instant now, Set<ApplicationStatus> from) {
    if (!from.contains(status())) {
      throw new IllegalStateException(
          "an application can't go from " + status + " to " + wanted.word());
    }
    status = wanted.word();
    updatedAt = now;
  }

  ApplicationId id() {
    return new ApplicationId(id);
  }

  ApplicationStatus status() {
    return ApplicationStatus.of(status);
  }

  String productCode() {
    return productCode;
  }

  String submittedBy() {
    return submittedBy;
  }

  Optional<Money> creditLimit() {
    return Optional.ofNullable(creditLimitMinor).map(minor -> Money.of(minor, currency));
  }

  ApplicationForm form(PersonalDataVault vault) {
    return ApplicationDocument.decode(vault.open(dataKey, id, sealed));
  }

  int policyVersion() {
    return policyVersion;
  }

  /** What the decision rested on; not known of applications from before that was kept. */
  Optional<FactSheet> factSheet(PersonalDataVault vault) {
    return Optional.ofNullable(sealedReport)
        .flatMap(
            report ->
                Optional.ofNullable(decidedOn)
                    .map(
                        day ->
                            new FactSheet(
                                form(vault),
                                ApplicationDocument.decodeAnswer(vault.open(dataKey, id, report)),
                                day)));
  }

  /** What the policy made of it, before any person did. */
  Optional<Recommendation> recommendation() {
    return Optional.ofNullable(recommendation).map(RecommendationDocument::decode);
  }

  ApplicationView view() {
    return new ApplicationView(
        id(),
        status(),
        productCode,
        currency,
        Optional.ofNullable(requestedLimitMinor).map(minor -> Money.of(minor, currency)),
        decision(),
        Optional.ofNullable(customerId).map(CustomerId::new),
        Optional.ofNullable(accountId).map(AccountId::new),
        Optional.ofNullable(cardId).map(CardId::new),
        submittedBy,
        Optional.ofNullable(offerExpiresAt),
        Optional.ofNullable(adverseActionDueAt),
        createdAt,
        updatedAt,
        version);
  }

  private Optional<Decision> decision() {
    if (outcome == null || decidedAt == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Decision(
            outcome,
            creditLimit(),
            rate(),
            Optional.ofNullable(score),
            policyVersion,
            RecommendationDocument.reasons(reasons),
            decidedAt));
  }

  private Optional<AnnualRate> rate() {
    return Optional.ofNullable(apr).map(CreditApplication::twoDecimals);
  }

  private static AnnualRate twoDecimals(BigDecimal rate) {
    var plain = rate.stripTrailingZeros();
    return new AnnualRate(plain.scale() < 2 ? plain.setScale(2) : plain);
  }

  ApplicationFile file(PersonalDataVault vault, List<ApplicationFile.Transition> history) {
    var waiting = status() == ApplicationStatus.IN_REVIEW;
    return new ApplicationFile(
        view(),
        form(vault),
        bureauStatus,
        Optional.ofNullable(score),
        policyVersion,
        RecommendationDocument.reasons(reasons),
        RecommendationDocument.trace(trace),
        waiting ? creditLimit() : Optional.empty(),
        waiting ? rate() : Optional.empty(),
        proposal(),
        history);
  }

  private Optional<Proposal> proposal() {
    if (proposedBy == null || proposedLimitMinor == null || proposedAt == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposal(proposedBy, Money.of(proposedLimitMinor, currency), proposedAt));
  }
}
