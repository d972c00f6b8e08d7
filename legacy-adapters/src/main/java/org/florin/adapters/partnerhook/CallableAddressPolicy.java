package org.florin.adapters.partnerhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Which addresses may be called on a partner's word: public ones, by HTTPS. */
final class CallableAddressPolicy {

  private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private CallableAddressPolicy() {}

  /** Why the form of an address is refused. */
  static Optional<String> objectionTo(URI url, boolean loopbackAllowed) {
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      return Optional.of("the address needs a host, and no user or fragment");
    }
    var isLoopback = loopbackAllowed && OF_THIS_MACHINE.contains(url.getHost());
    if ("https".equalsIgnoreCase(url.getScheme())
        || (isLoopback && "http".equalsIgnoreCase(url.getScheme()))) {
      return Optional.empty();
    }
    return Optional.of("the address must be https");
  }

  /** Whether a host's address, as the name server gave it, may be called. */
  static boolean mayCall(InetAddress address, boolean loopbackAllowed) {
    return address.isLoopbackAddress() ? loopbackAllowed : !isInside(address);
  }

  private static boolean isInside(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isReserved(address.getAddress(), address instanceof Inet6Address);
  }

  /** What the class library's questions leave out. */
  private static boolean isReserved(byte[] bytes, boolean isIpv6) {
    var first = bytes[0] & 0xFF;
    var second = bytes[1] & 0xFF;
    if (isIpv6) {
      // Unique local; translated, tunnelled and documentation addresses, which can hide others.
      return (first & 0xFE) == 0xFC
          || (first == 0x00 && second == 0x64)
          || (first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0)));
    }
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second == 18 || second == 19));
  }
}
