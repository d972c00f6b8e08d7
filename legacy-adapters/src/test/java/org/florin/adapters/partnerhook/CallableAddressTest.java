package org.florin.adapters.partnerhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a partner's word may lead us, and how a question is signed. */
class CallableAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://partner.example/decide, false, true",
    "https://partner.example:8443/decide?x=1, false, true",
    "http://partner.example/decide, false, false",
    "http://partner.example/decide, true, false",
    "http://127.0.0.1:8080/, false, false",
    "http://127.0.0.1:8080/, true, true",
    "http://localhost/, true, true",
    "https://user:password@partner.example/, false, false",
    "https://partner.example/#part, false, false",
    "file:///etc/passwd, true, false",
    "https:///nowhere, true, false"
  })
  void form(String url, boolean loopbackAllowed, boolean accepted) {
    assertEquals(
        accepted, CallableAddressPolicy.objectionTo(URI.create(url), loopbackAllowed).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "93.184.215.14, true",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c, true",
    "127.0.0.1, false",
    "127.9.9.9, false",
    "::1, false",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "10.0.0.1, false",
    "172.16.0.1, false",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "100.128.0.1, true",
    "192.0.0.8, false",
    "198.18.0.1, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "fe80::1, false",
    "fc00::1, false",
    "fd12:3456::1, false",
    "ff02::1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:10.0.0.1, false",
    "64:ff9b::a00:1, false",
    "2002:a00:1::, false",
    "2001:0:a00:1::, false"
  })
  void address(String address, boolean accepted) throws UnknownHostException {
    assertEquals(accepted, CallableAddressPolicy.mayCall(InetAddress.getByName(address), false));
  }

  @Test
  void loopback_only_where_it_is_allowed() throws UnknownHostException {
    var loopback = InetAddress.getByName("127.0.0.1");
    assertEquals(true, CallableAddressPolicy.mayCall(loopback, true));
    assertEquals(false, CallableAddressPolicy.mayCall(InetAddress.getByName("10.0.0.1"), true));
  }

  /** The example of Standard Webhooks 1.0. */
  @Test
  void signature_is_the_standards() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        HookSignature.of(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330L,
            "{\"test\": 2432232314}"));
  }
}
