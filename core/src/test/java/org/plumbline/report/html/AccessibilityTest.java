package org.plumbline.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.ReportBuilder;

/**
 * The page in a real browser, held to WCAG 2.2 AA by axe. Needs Chromium; {@code ./verify} has it.
 */
@EnabledIf("chromiumIsThere")
class AccessibilityTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
  }

  @Test
  void thePageHasNoViolationsInLight() {
    check(1280, ColorScheme.LIGHT);
  }

  @Test
  void thePageHasNoViolationsInDark() {
    check(1280, ColorScheme.DARK);
  }

  @Test
  void thePageHasNoViolationsOnANarrowScreenAndDoesNotScrollSideways() {
    check(320, ColorScheme.LIGHT);
  }

  private static void check(int width, ColorScheme scheme) {
    // The policy of the page forbids scripts, which is how axe comes in; the test lets it.
    try (Page page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, 900)
                .setBypassCSP(true)
                .setColorScheme(scheme))) {
      page.setContent(HtmlReport.render(ReportBuilder.build(DeskEvaluation.evaluation())));
      page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
      assertThat(results.getViolations())
          .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
          .isEmpty();
      assertThat(results.getPasses()).hasSizeGreaterThan(20);
      Object wide = page.evaluate("document.documentElement.scrollWidth");
      assertThat(((Number) wide).intValue()).isLessThanOrEqualTo(width);
    }
  }

  static boolean chromiumIsThere() {
    return Files.isExecutable(CHROMIUM);
  }
}
