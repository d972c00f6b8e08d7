package org.florin.portal.format;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;

/** Says something to the person at the page. */
public final class Messages {

  private Messages() {}

  /** It worked. */
  public static void done(String text) {
    add(FacesMessage.SEVERITY_INFO, null, text);
  }

  /** It didn't. */
  public static void failed(String text) {
    add(FacesMessage.SEVERITY_ERROR, null, text);
  }

  /** This field isn't right. */
  public static void field(String clientId, String text) {
    add(FacesMessage.SEVERITY_ERROR, clientId, text);
  }

  private static void add(
      Severity severity, @org.jspecify.annotations.Nullable String id, String text) {
    FacesContext.getCurrentInstance().addMessage(id, new FacesMessage(severity, text, null));
  }
}
