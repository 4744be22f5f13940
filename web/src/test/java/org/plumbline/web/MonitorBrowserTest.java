package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The pages on which an agreement is watched, in a real browser without JavaScript: each is held to
 * WCAG 2.2 AA by axe, and none scrolls sideways at 320 pixels.
 */
@Tag("browser")
class MonitorBrowserTest {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @Test
  void everyPageOfTheCloseIsUsableByAll() throws IOException {
    MonthClosed month = new MonthClosed();
    List<String> wrong = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(
                            Path.of(System.getProperty("plumbline.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
      for (String email : List.of("ada@department.test", "paul@provider.test")) {
        try (BrowserContext plain =
            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
          Page page = plain.newPage();
          page.navigate(month.site.server.address() + "log-in");
          page.fill("[name=email]", email);
          page.fill("[name=password]", TestServer.PASSWORD);
          page.click("main button");
          page.click("text=Dashboard");
          assertThat(page.content()).contains("From invoice to payment");
          try (BrowserContext looking =
              browser.newContext(
                  new Browser.NewContextOptions()
                      .setBypassCSP(true)
                      .setStorageState(plain.storageState()))) {
            Page looked = looking.newPage();
            for (String path : month.pages()) {
              look(looked, month.site.server.address().resolve(path).toString(), wrong);
            }
          }
        }
      }
    } finally {
      month.site.close();
    }
    assertThat(wrong).isEmpty();
  }

  private static void look(Page page, String address, List<String> wrong) {
    page.setViewportSize(1280, 900);
    int status = page.navigate(address).status();
    if (status != 200) {
      wrong.add(address + ": " + status);
    }
    AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
    results
        .getViolations()
        .forEach(
            rule ->
                wrong.add(address + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml()));
    String folder = System.getProperty("plumbline.pictures", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(folder, address.replaceAll("[^a-z0-9]+", "-") + ".png")));
    }
    page.setViewportSize(320, 900);
    Object wide = page.evaluate("document.documentElement.scrollWidth");
    if (((Number) wide).intValue() > 320) {
      wrong.add(address + ": " + wide + " pixels wide at 320");
    }
  }
}
