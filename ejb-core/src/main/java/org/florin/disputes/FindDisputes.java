package org.florin.disputes;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.kernel.AccountId;
import org.florin.kernel.ClientId;
import org.florin.kernel.DisputeId;
import org.florin.kernel.EvidenceId;

/** Reads disputes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindDisputes {

  /**
   * A step of a dispute.
   *
   * @param takenOn business date
   */
  public record Step(
      int number,
      String step,
      DisputeState state,
      LocalDate takenOn,
      Instant at,
      String actor,
      String channel,
      String note) {}

  @Inject Disputes disputes;
  @Inject Evidences evidences;

  public Optional<DisputeView> byId(DisputeId id) {
    return disputes.find(id);
  }

  /** Newest first; an empty filter means all. */
  public List<DisputeView> page(
      Optional<AccountId> account,
      Optional<ClientId> client,
      Optional<DisputeId> after,
      int countMax) {
    return disputes.page(account, client, after, countMax);
  }

  /** Disputes without an outcome, the next deadline first. */
  public List<DisputeView> open(int countMax) {
    return disputes.open(countMax);
  }

  /** How many wait longer than the law allows. */
  public long countOverdue(LocalDate today) {
    return disputes.countOverdue(today);
  }

  public List<Step> steps(DisputeId id) {
    return disputes.steps(id);
  }

  /** The steps that can be taken now. */
  public Set<DisputeStep> possible(DisputeView dispute) {
    return DisputeStatePolicy.steps(dispute.state());
  }

  public List<EvidenceView> evidence(DisputeId id) {
    return evidences.ofDispute(id);
  }

  public Optional<byte[]> content(DisputeId dispute, EvidenceId evidence) {
    return evidences.content(dispute, evidence);
  }
}
