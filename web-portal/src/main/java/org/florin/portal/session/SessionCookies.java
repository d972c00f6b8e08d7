package org.florin.portal.session;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Binds the session cookie to TLS and to this host wherever people come by TLS. */
@WebListener
public class SessionCookies implements ServletContextListener {

  @Inject PortalSettings settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (settings.isSecure()) {
      var cookie = event.getServletContext().getSessionCookieConfig();
      cookie.setName("__Host-florin-session");
      cookie.setPath("/");
      cookie.setSecure(true);
    }
  }
}
