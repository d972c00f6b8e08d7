package org.florin.portal.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.florin.access.SignIn;
import org.florin.kernel.BusinessClock;
import org.jspecify.annotations.Nullable;

/** The sign-in form. */
@Named
@RequestScoped
public class SignInPage {

  @Inject SignIn signIn;
  @Inject CurrentUser user;
  @Inject BusinessClock clock;

  private String username = "";
  private String password = "";

  /** Signs in; where to go, or back to the form with one answer for every reason. */
  public @Nullable String enter() {
    var faces = FacesContext.getCurrentInstance();
    var request = (HttpServletRequest) faces.getExternalContext().getRequest();
    var known = signIn.handle(new SignIn.Command(username, password, request.getRemoteAddr()));
    password = "";
    if (known.isEmpty()) {
      faces.addMessage(
          null,
          new FacesMessage(
              FacesMessage.SEVERITY_ERROR,
              "That user name and password don't open an account. After ten tries there is a"
                  + " pause of half an hour.",
              null));
      return null;
    }
    request.getSession();
    request.changeSessionId();
    user.is(known.get(), clock.now());
    return Pages.start(known.get().role()) + "?faces-redirect=true";
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
