package org.florin.portal.format;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;

/** What was said to the person about the page as a whole. */
@Named
@RequestScoped
public class Said {

  /** The messages that belong to no field. */
  public List<FacesMessage> getMessages() {
    return FacesContext.getCurrentInstance().getMessageList(null);
  }
}
