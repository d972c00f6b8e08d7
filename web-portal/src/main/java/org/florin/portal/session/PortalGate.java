package org.florin.portal.session;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.florin.access.FindUsers;
import org.florin.access.PortalUserView;
import org.florin.access.SignOut;
import org.florin.kernel.BusinessClock;

/**
 * Stands before every page. Nobody passes who may not: a stranger is sent to sign in, a user of the
 * wrong role finds nothing, a disabled user's session ends with the next request. Also refuses
 * posts from other sites, and gives every answer its protective headers.
 */
@WebFilter("/*")
public class PortalGate extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final long BODY_BYTES_MAX = 16L << 20;

  @Inject CurrentUser user;
  @Inject FindUsers users;
  @Inject SignOut signOut;
  @Inject BusinessClock clock;
  @Inject PortalSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    ResponseHeaders.set(response, path, settings.isSecure());
    if (Pages.isResource(path)) {
      chain.doFilter(request, response);
      return;
    }
    if (isTooLarge(request)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (isForeignPost(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    var page = Pages.page(path);
    if (page.equals("/bank") || page.equals("/bank/")) {
      response.sendRedirect(request.getContextPath() + "/bank/work");
      return;
    }
    if (user.isSignedIn() && !isStillIn()) {
      request.getSession().invalidate();
      response.sendRedirect(request.getContextPath() + "/sign-in");
      return;
    }
    if (!Pages.exists(page)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (Pages.may(page, user.signedInRole())) {
      chain.doFilter(request, response);
    } else if (user.isSignedIn()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getHeader("Faces-Request") != null) {
      redirectPartially(request, response);
    } else {
      response.sendRedirect(request.getContextPath() + "/sign-in");
    }
  }

  /** Rights are looked up at every request, so that taking them away works at once. */
  private boolean isStillIn() {
    var known = users.byId(user.id()).filter(each -> isSame(each));
    if (known.isEmpty() || user.isTooOld(clock.now())) {
      signOut.handle(new SignOut.Command(user.id(), known.isEmpty() ? "disabled" : "too old"));
      return false;
    }
    return true;
  }

  private boolean isSame(PortalUserView known) {
    return !known.disabled() && known.role() == user.getRole();
  }

  /**
   * The server lets large files pass to the API; no page takes one, nor a body of unknown length.
   */
  private static boolean isTooLarge(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && (request.getContentLengthLong() < 0 || request.getContentLengthLong() > BODY_BYTES_MAX);
  }

  private static boolean isForeignPost(HttpServletRequest request) {
    if (!request.getMethod().equals("POST")) {
      return false;
    }
    var origin = request.getHeader("Origin");
    if (origin == null) {
      return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
    try {
      var authority = URI.create(origin).getAuthority();
      return authority == null || !authority.equalsIgnoreCase(request.getHeader("Host"));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static void redirectPartially(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/xml;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + request.getContextPath()
                + "/sign-in\"></redirect></partial-response>");
  }
}
