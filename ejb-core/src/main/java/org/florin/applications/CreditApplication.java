package org.florin.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.florin.applications.ApplicationFile.Proposal;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
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
  private static final Duration DOCUMENTS_DUE_WITHIN = Duration.ofDays(30);

  private static final Set<ApplicationStatus> OFFERS =
      Set.of(ApplicationStatus.APPROVED, ApplicationStatus.COUNTEROFFERED);
  private static final Set<ApplicationStatus> UNDECIDED =
      Set.of(ApplicationStatus.VERIFYING, ApplicationStatus.IN_REVIEW);
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

  @Column(name = "bureau_status")
  private String bureauStatus;

  @Embedded private DecisionRecord decision;

  @Column(name = "offer_expires_at")
  private @Nullable Instant offerExpiresAt;

  @Column(name = "notice_due_at")
  private @Nullable Instant noticeDueAt;

  @Column(name = "notice_sent_at")
  private @Nullable Instant noticeSentAt;

  @Column(name = "documents_due_at")
  private @Nullable Instant documentsDueAt;

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
    application.sealed = application.seal(vault, ApplicationDocument.encode(form));
    application.bureauStatus = sheet.bureau().word();
    application.sealedReport = application.seal(vault, ApplicationDocument.encode(sheet.bureau()));
    application.decision = DecisionRecord.open(policyVersion, sheet.today());
    application.createdAt = now;
    application.noticeDueAt = now.plus(NOTICE_DUE_WITHIN);
    application.updatedAt = now;
    return application;
  }

  void verify(Instant now) {
    step(ApplicationStatus.VERIFYING, now, ApplicationStatus.RECEIVED);
  }

  /** Takes what the policy recommends. */
  void take(Recommendation recommended, Actor actor, Instant now) {
    decision.recommend(recommended);
    switch (recommended.outcome()) {
      case APPROVED, COUNTEROFFERED ->
          offer(recommended.limit().orElseThrow(), recommended.reasons(), actor, now);
      case DECLINED -> decline(recommended.reasons(), actor, now);
      case REFERRED -> step(ApplicationStatus.IN_REVIEW, now, ApplicationStatus.VERIFYING);
    }
  }

  /** A yes, or a counteroffer if it is for less than was asked for; at the suggested rate. */
  void offer(Money limit, List<DecisionReason> whyLess, Actor actor, Instant now) {
    var less = isLessThanAsked(limit);
    if (less && whyLess.isEmpty()) {
      throw new IllegalArgumentException("an offer of less has reasons");
    }
    step(less ? ApplicationStatus.COUNTEROFFERED : ApplicationStatus.APPROVED, now, UNDECIDED);
    decision.decide(status(), Optional.of(limit), less ? whyLess : List.of(), actor, now);
    offerExpiresAt = now.plus(OFFER_LASTS);
  }

  /** A no. */
  void decline(List<DecisionReason> why, Actor actor, Instant now) {
    if (why.isEmpty()) {
      throw new IllegalArgumentException("a refusal has reasons");
    }
    step(ApplicationStatus.DECLINED, now, UNDECIDED);
    decision.decide(status(), Optional.empty(), why, actor, now);
  }

  /** Whether an offer of the limit would be less than was asked for. */
  boolean isLessThanAsked(Money limit) {
    return requestedLimitMinor != null && limit.minor() < requestedLimitMinor;
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
    step(
        ApplicationStatus.EXPIRED,
        now,
        ApplicationStatus.APPROVED,
        ApplicationStatus.COUNTEROFFERED,
        ApplicationStatus.INCOMPLETE);
  }

  /** The time in which it has to be decided doesn't run while documents are missing. */
  void lackDocuments(Instant now) {
    step(ApplicationStatus.INCOMPLETE, now, ApplicationStatus.IN_REVIEW);
    documentsDueAt = now.plus(DOCUMENTS_DUE_WITHIN);
    noticeDueAt = null;
  }

  /** All documents are here. */
  void complete(Instant now) {
    step(ApplicationStatus.IN_REVIEW, now, ApplicationStatus.INCOMPLETE);
    documentsDueAt = null;
    noticeDueAt = now.plus(NOTICE_DUE_WITHIN);
  }

  /** The applicant was told the decision; false if that is known already. */
  boolean noteNotice(Instant now) {
    if (!decision.isDecided() || noticeSentAt != null) {
      return false;
    }
    noticeSentAt = now;
    return true;
  }

  /** Seals something that belongs to the application. */
  byte[] seal(PersonalDataVault vault, byte[] plain) {
    return vault.seal(dataKey, id, plain);
  }

  byte[] open(PersonalDataVault vault, byte[] sealedPart) {
    return vault.open(dataKey, id, sealedPart);
  }

  void withdraw(Instant now) {
    step(ApplicationStatus.WITHDRAWN, now, OPEN);
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
    return decision.creditLimit(currency);
  }

  ApplicationForm form(PersonalDataVault vault) {
    return ApplicationDocument.decode(open(vault, sealed));
  }

  int policyVersion() {
    return decision.policyVersion();
  }

  /** What the decision rested on; not known of applications from before that was kept. */
  Optional<FactSheet> factSheet(PersonalDataVault vault) {
    return Optional.ofNullable(sealedReport)
        .flatMap(
            report ->
                decision
                    .on()
                    .map(
                        day ->
                            new FactSheet(
                                form(vault),
                                ApplicationDocument.decodeAnswer(open(vault, report)),
                                day)));
  }

  /** What the policy made of it, before any person did. */
  Optional<Recommendation> recommendation() {
    return decision.recommendation();
  }

  ApplicationView view() {
    return new ApplicationView(
        id(),
        status(),
        productCode,
        currency,
        Optional.ofNullable(requestedLimitMinor).map(minor -> Money.of(minor, currency)),
        decision.view(currency),
        Optional.ofNullable(customerId).map(CustomerId::new),
        Optional.ofNullable(accountId).map(AccountId::new),
        Optional.ofNullable(cardId).map(CardId::new),
        submittedBy,
        Optional.ofNullable(offerExpiresAt),
        Optional.ofNullable(documentsDueAt),
        Optional.ofNullable(noticeDueAt),
        Optional.ofNullable(noticeSentAt),
        createdAt,
        updatedAt,
        version);
  }

  ApplicationFile file(
      PersonalDataVault vault,
      List<ApplicationFile.Transition> history,
      List<DocumentRequest> asked,
      List<DocumentView> documents) {
    var waiting = status() == ApplicationStatus.IN_REVIEW;
    return new ApplicationFile(
        view(),
        form(vault),
        bureauStatus,
        decision.score(),
        decision.policyVersion(),
        decision.reasons(),
        RecommendationDocument.trace(decision.trace()),
        waiting ? creditLimit() : Optional.empty(),
        waiting ? decision.rate() : Optional.empty(),
        proposal(),
        asked,
        documents,
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
