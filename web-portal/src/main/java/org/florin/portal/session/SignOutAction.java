package org.florin.portal.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.florin.access.SignOut;

/** Leaves: the session is over on the server, and the browser forgets what it kept. */
@Named
@RequestScoped
public class SignOutAction {

  @Inject SignOut signOut;
  @Inject CurrentUser user;

  /** Ends the session. */
  public String leave() {
    if (user.isSignedIn()) {
      signOut.handle(new SignOut.Command(user.id(), "asked"));
    }
    var external = FacesContext.getCurrentInstance().getExternalContext();
    ((HttpServletResponse) external.getResponse())
        .setHeader("Clear-Site-Data", "\"cache\", \"cookies\"");
    external.invalidateSession();
    return "/sign-in?faces-redirect=true";
  }
}
