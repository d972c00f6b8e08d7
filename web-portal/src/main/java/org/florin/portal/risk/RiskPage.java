package org.florin.portal.risk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.florin.risk.versions.FindRuleVersions;
import org.florin.risk.versions.RuleVersion;

/** The versions of the risk rules. */
@Named
@ViewScoped
public class RiskPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  @Inject FindRuleVersions find;

  private transient List<RuleVersion> versions = List.of();

  @PostConstruct
  void open() {
    versions = find.page(Optional.empty(), SHOWN);
  }

  public List<RuleVersion> getVersions() {
    return versions;
  }
}
