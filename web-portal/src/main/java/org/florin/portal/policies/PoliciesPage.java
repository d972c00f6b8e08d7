package org.florin.portal.policies;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.florin.underwriting.FindPolicies;
import org.florin.underwriting.PolicyVersion;

/** The versions of the credit policies. */
@Named
@ViewScoped
public class PoliciesPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  @Inject FindPolicies find;

  private transient List<PolicyVersion> versions = List.of();

  @PostConstruct
  void open() {
    versions = find.page(Optional.empty(), SHOWN);
  }

  public List<PolicyVersion> getVersions() {
    return versions;
  }
}
