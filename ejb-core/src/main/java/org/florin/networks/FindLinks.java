package org.florin.networks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Which networks may connect. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindLinks {

  @Inject NetworkLinks links;

  /** Those we listen for, by name. */
  public List<NetworkLink> enabled() {
    return links.enabled();
  }
}
