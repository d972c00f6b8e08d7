package org.florin.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of notifications. */
@ApplicationScoped
class NotificationSettings {

  @Inject
  @ConfigProperty(name = "florin.notifications.large-transaction-minor", defaultValue = "50000")
  long largeTransactionMinor;

  @Inject
  @ConfigProperty(name = "florin.public.url", defaultValue = "http://localhost:8080/")
  String publicUrl;

  /** The address of a page of the portal. */
  String page(String path) {
    return (publicUrl.endsWith("/") ? publicUrl : publicUrl + "/") + path;
  }
}
