package org.florin.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the portal. */
@ApplicationScoped
public class PortalSettings {

  @Inject
  @ConfigProperty(name = "florin.portal.secure", defaultValue = "false")
  boolean secure;

  /** Whether people reach the portal by TLS: then cookies are bound to it. */
  public boolean isSecure() {
    return secure;
  }
}
