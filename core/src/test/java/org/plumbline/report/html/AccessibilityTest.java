package org.plumbline.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.chain.ChainFindings;
import org.plumbline.chain.Feasibility;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.CheckDocument;
import org.plumbline.report.Document;
import org.plumbline.report.ReportBuilder;
import org.plumbline.review.Review;

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

  @Test
  void aDraftingReviewHasNoViolationsWideAndNarrow() {
    Document review = review();
    check(review, 1280, ColorScheme.LIGHT);
    check(review, 1280, ColorScheme.DARK);
    check(review, 320, ColorScheme.LIGHT);
  }

  /** The example of accounts payable with its concept of operations, and what is found in it. */
  private static Document review() {
    String path = "examples/accounts-payable/agreement.yaml";
    var read = AgreementYaml.read(path, RealAgreements.text(path));
    var agreement = read.agreement().orElseThrow();
    var included =
        CompanionYaml.included(
            agreement,
            name ->
                Optional.of(
                    RealAgreements.text("examples/accounts-payable/" + name).getBytes(UTF_8)),
            path);
    return CheckDocument.of(
        agreement,
        path,
        ChainFindings.of(
            agreement, read.places(), Feasibility.of(agreement, included.companions().conops())),
        Optional.of(Review.of(agreement, included.companions())),
        Optional.empty());
  }

  private static void check(int width, ColorScheme scheme) {
    check(ReportBuilder.build(DeskEvaluation.evaluation()), width, scheme);
  }

  private static void check(Document document, int width, ColorScheme scheme) {
    // The policy of the page forbids scripts, which is how axe comes in; the test lets it.
    try (Page page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, 900)
                .setBypassCSP(true)
                .setColorScheme(scheme))) {
      page.setContent(HtmlReport.render(document));
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
