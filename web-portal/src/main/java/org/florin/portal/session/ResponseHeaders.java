package org.florin.portal.session;

import jakarta.servlet.http.HttpServletResponse;

/**
 * What every answer tells the browser not to do. The content policy of a page is written by Faces,
 * with the page's nonce; two of them would add up to "no script at all".
 */
final class ResponseHeaders {

  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private ResponseHeaders() {}

  static void set(HttpServletResponse response, String path, boolean secure) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (Pages.isResource(path)) {
      response.setHeader("Content-Security-Policy", POLICY);
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
