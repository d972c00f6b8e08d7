package org.florin.portal.applications;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.florin.access.RedeemInvitation;
import org.florin.portal.format.Messages;

/** An invited cardholder chooses a user name and a password. */
@Named
@ViewScoped
public class InvitationPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject RedeemInvitation redeem;

  private String token = "";
  private String username = "";
  private String password = "";
  private boolean open;
  private boolean enrolled;

  /** Looks whether the link still opens anything. */
  public void look() {
    open = redeem.isOpen(token);
  }

  /** Enrols. */
  public void enrol() {
    switch (redeem.handle(new RedeemInvitation.Command(token, username, password))) {
      case RedeemInvitation.Result.Enrolled done -> enrolled = true;
      case RedeemInvitation.Result.InvitationOver over -> open = false;
      case RedeemInvitation.Result.UsernameRefused refused ->
          Messages.field("enrol:username", refused.why());
      case RedeemInvitation.Result.PasswordRefused refused ->
          Messages.field("enrol:password", refused.why());
    }
    password = "";
  }

  public boolean isOpen() {
    return open;
  }

  public boolean isEnrolled() {
    return enrolled;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
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
