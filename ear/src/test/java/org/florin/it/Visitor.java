package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody in front of a real browser. Looks at every page it opens: takes a picture, lets axe
 * check it, and notes errors of the console, of scripts and of the content policy.
 */
final class Visitor implements AutoCloseable {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private static final class Holder {
    static final Playwright PLAYWRIGHT =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    static final Browser BROWSER =
        PLAYWRIGHT
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of("--no-sandbox")));
  }

  private final String portal;
  private final BrowserContext context;
  private final Page page;
  private final String look;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(String portal, ColorScheme scheme, int width) {
    this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
    this.look = scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
    this.context =
        Holder.BROWSER.newContext(
            new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800));
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (Set.of("error", "warning").contains(message.type())) {
            complaints.add(page.url() + " says " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + " fails with " + error));
  }

  static Visitor at(Bank bank) {
    return new Visitor(bank.stack().portalUrl(), ColorScheme.LIGHT, 1280);
  }

  static Visitor at(Bank bank, ColorScheme scheme, int width) {
    return new Visitor(bank.stack().portalUrl(), scheme, width);
  }

  Page page() {
    return page;
  }

  /** Opens a page of the portal and answers its status. */
  int open(String path) {
    return page.navigate(path.startsWith("http") ? path : portal + path).status();
  }

  void fill(String id, String text) {
    page.fill("[id='" + id + "']", text);
  }

  /** Presses a button that sends its form and waits for the page that answers. */
  void press(String id) {
    page.waitForNavigation(() -> page.click("[id='" + id + "']"));
    page.waitForLoadState();
  }

  String text(String selector) {
    return page.locator(selector).first().innerText();
  }

  void signIn(String username, String password) {
    open("/sign-in");
    fill("enter:username", username);
    fill("enter:password", password);
    press("enter:go");
  }

  /** Signs in as the demo user of the role. */
  void signIn(Bank bank, String role) {
    try {
      var user =
          bank.stack().demoUsers().stream()
              .filter(each -> each.role().equals(role))
              .findFirst()
              .orElseThrow();
      signIn(user.username(), user.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a picture of the page as it is and checks it. */
  void look(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + "-" + look + ".png")));
    new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(violation -> GRAVE.contains(violation.getImpact()))
            .forEach(
                violation ->
                    complaints.add(
                        page.url()
                            + " "
                            + violation.getId()
                            + " "
                            + violation.getNodes().getFirst().getHtml()));
    var overflow =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (((Number) overflow).intValue() > 0) {
      complaints.add(page.url() + " is wider than the window by " + overflow);
    }
  }

  /** Nothing was wrong on any page so far. */
  void isContent() {
    assertEquals(List.of(), complaints);
  }

  @Override
  public void close() {
    context.close();
  }

  private static Path chromium() {
    return found()
        .orElseGet(
            () -> {
              install();
              return found().orElseThrow();
            });
  }

  private static java.util.Optional<Path> found() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install() {
    try {
      var script =
          Path.of(System.getProperty("florin.root"), "ear/src/test/sh/install-chromium.sh");
      var ended = new ProcessBuilder(script.toString()).inheritIO().start().waitFor();
      if (ended != 0) {
        throw new IllegalStateException("chromium could not be installed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
