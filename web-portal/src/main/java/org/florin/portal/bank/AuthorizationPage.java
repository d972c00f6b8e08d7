package org.florin.portal.bank;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.FindAuthorizations;
import org.florin.authorization.FindRiskTraces;
import org.florin.authorization.RiskTrace;
import org.florin.kernel.AuthorizationId;
import org.jspecify.annotations.Nullable;

/** Everything about one authorization: what was asked, its elements, what risk rules saw. */
@Named
@ViewScoped
public class AuthorizationPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FindAuthorizations find;
  @Inject FindRiskTraces findTraces;

  private String id = "";
  private transient @Nullable AuthorizationSnapshot authorization;
  private transient List<RiskTrace> traces = List.of();

  /** Reads it. */
  public void open() {
    authorization = find().orElse(null);
    if (authorization != null) {
      traces = findTraces.ofAuthorization(authorization.id());
    }
  }

  private Optional<AuthorizationSnapshot> find() {
    try {
      return find.byId(AuthorizationId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a rule saw, attribute by attribute. */
  public List<Line> evidence(RiskTrace.Hit hit) {
    return hit.evidence().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Line(entry.getKey(), entry.getValue().orElse("missing")))
        .toList();
  }

  public @Nullable AuthorizationSnapshot getAuthorization() {
    return authorization;
  }

  public List<RiskTrace> getTraces() {
    return traces;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
