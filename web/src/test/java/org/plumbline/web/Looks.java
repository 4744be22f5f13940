package org.plumbline.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A real browser, and what is wrong with the pages that it was shown: axe holds each to WCAG 2.2
 * AA, and none may scroll sideways at 320 pixels. With {@code -Dplumbline.pictures=folder} a
 * picture of each is kept, at 1280 and 320 pixels and at 200 %.
 */
final class Looks implements AutoCloseable {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** Milliseconds: a busy machine is no fault of a page. */
  private static final double PATIENCE = 180_000;

  private static final String PICTURES = System.getProperty("plumbline.pictures", "");

  /** The address without ids, and which elements with which classes and attributes there are. */
  private static final String STATE =
      """
      () => location.pathname.replace(/[0-9a-f-]{36}/g, 'id') + ' ' + [...new Set([...document.querySelectorAll('body *')].map(
        e => e.tagName + '.' + e.className + '.' + e.getAttributeNames().join() + '.' + (e.parentElement ? e.parentElement.tagName : '')))].sort().join()
      """;

  private final List<String> wrong = new ArrayList<>();
  private final Set<String> states = new HashSet<>();
  private int pictures;
  private final Playwright playwright;
  private final Browser browser;

  Looks() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("plumbline.chromium", "/usr/bin/chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking")));
  }

  /** What was found so far, with the address of the page. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** A page without JavaScript, as people may use it. */
  Page page() {
    return page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  /** A page that runs the scripts that the server allows, and no others. */
  Page pageWithScripts() {
    return browser.newContext().newPage();
  }

  /** A page in which axe may run, for what is no longer there when its address is opened again. */
  Page pageForAxe() {
    return page(new Browser.NewContextOptions().setBypassCSP(true));
  }

  private Page page(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context.newPage();
  }

  /** A page on which a person of a test server has logged in. */
  Page page(TestServer site, String email) {
    Page page = page();
    page.navigate(site.server.address() + "log-in");
    page.fill("[name=email]", email);
    page.fill("[name=password]", TestServer.PASSWORD);
    page.click("main button");
    return page;
  }

  /** What a page says once all of it has come: a click returns while it is still on its way. */
  static String whole(Page page) {
    page.waitForLoadState();
    return page.content();
  }

  /** Looks at the page as it stands, in a window of the same session in which axe may run. */
  void at(Page page) {
    try (BrowserContext looking =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setStorageState(page.context().storageState()))) {
      looking.setDefaultTimeout(PATIENCE);
      Page other = looking.newPage();
      other.navigate(page.url());
      here(other);
    }
  }

  /** Looks at a page of a session. */
  void at(Page page, String address) {
    int status = page.navigate(address).status();
    if (status != 200) {
      wrong.add(address + ": " + status);
    }
    at(page);
  }

  /** Looks at the page itself, once for each state: what of it is built of the same parts. */
  void here(Page page) {
    page.waitForLoadState();
    if (!states.add(String.valueOf(page.evaluate(STATE)))) {
      return;
    }
    page.setViewportSize(1280, 900);
    AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
    if (results.getPasses().size() <= 10) {
      wrong.add(page.url() + ": axe saw hardly anything");
    }
    results
        .getViolations()
        .forEach(
            rule ->
                wrong.add(
                    page.url() + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml()));
    picture(page, 1280);
    page.setViewportSize(320, 900);
    int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    if (wide > 320) {
      wrong.add(page.url() + ": " + wide + " pixels wide at 320");
    }
    picture(page, 320);
    if (!PICTURES.isEmpty()) {
      page.setViewportSize(640, 450); // as 1280 by 900 are at 200 %
      picture(page, 640);
    }
    page.setViewportSize(1280, 900);
  }

  private void picture(Page page, int width) {
    if (!PICTURES.isEmpty()) {
      pictures++;
      String name = String.format(Locale.ROOT, "%04d-%d.png", pictures, width);
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, name)));
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
