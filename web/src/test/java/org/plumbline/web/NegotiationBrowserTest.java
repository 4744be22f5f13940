package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The pages of proposals, comments, buy-in and sign-off in a real browser with JavaScript off; each
 * is held to WCAG 2.2 AA by axe in the state in which it was reached, and to 320 pixels.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NegotiationBrowserTest {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final List<String> wrong = new ArrayList<>();
  private TestServer site;
  private Playwright playwright;
  private Browser browser;

  @BeforeAll
  void open() {
    site = new TestServer();
    String provider = site.organization("Finance Service Center", "party");
    site.person(provider, "Paul Provider", "paul@provider.test", "business-owner");
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
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  @AfterAll
  void close() {
    browser.close();
    playwright.close();
    site.close();
  }

  private Page person(String email) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Page opened = context.newPage();
    opened.navigate(site.server.address() + "log-in");
    opened.fill("[name=email]", email);
    opened.fill("[name=password]", TestServer.PASSWORD);
    opened.click("main button");
    return opened;
  }

  @Test
  void twoPeopleAgreeAndSignWithoutJavaScript() throws IOException {
    Page page = person("ada@department.test");
    page.navigate(site.server.address() + "agreements/new");
    page.check("[name=side][value=customer]", new Page.CheckOptions().setForce(true));
    page.selectOption("[name=across]", new SelectOption().setLabel("Finance Service Center"));
    page.setInputFiles(
        "[name=file]",
        new FilePayload(
            "agreement.yaml",
            "text/plain",
            Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml"))));
    page.click("main button[type=submit]");
    String agreement = page.url();
    for (String tab : List.of("/terms", "/comments", "/buy-in", "/sign-off")) {
      page.navigate(agreement + tab);
      look(page, "");
    }
    page.navigate(agreement);
    page.click("main a[href*='/versions/']:not([href*='/new'])");
    page.click("main form[action$='/send'] button");
    look(page, "those who oversee it");

    page.navigate(agreement + "/comments");
    page.selectOption("#place", "metrics/paid");
    page.fill("#text", "Why twenty-five days?");
    page.click("label[for=send]");
    page.click("text=Keep the comment");
    look(page, "No. 1");

    page = person("paul@provider.test");
    page.navigate(agreement + "/comments");
    page.click("summary");
    page.fill("details textarea[name=response]", "It is the law’s thirty, less five.");
    page.click("details form[action$='/resolve'] label[for^=t]");
    page.click("details form[action$='/resolve'] button");
    look(page, "Resolved: 1");
    page.navigate(agreement + "/buy-in");
    page.selectOption("#role", "business-owner");
    page.click("label[for=objects]");
    page.fill("#reason", "Two days are too few.");
    page.click("text=Record it");
    look(page, "8 object");
    page.navigate(agreement + "/terms");
    look(page, "Not answered yet");
    page.click("text=Write a counter-proposal");
    look(page, "It rests on");
    String text = page.inputValue("#text");
    page.fill("#text", text.replace("{within: 2 workdays,", "{within: 3 workdays,"));
    page.click("text=Keep as our draft");
    page.click("text=see what changed");
    look(page, "inserted");
    page.goBack();
    String draft = page.url();
    page.navigate(draft + "/replay");
    look(page, "There are no records yet");
    page.navigate(draft + "/define?term=metrics/paid");
    look(page, "within 30 days");
    page.fill("[name='value:metrics/paid/target/within']", "soon");
    page.click("form.pl-define button[value=check]");
    assertThat(page.content()).contains("It cannot be read as it is");
    page.navigate(draft);
    page.click("main form[action$='/send'] button");

    page = person("ada@department.test");
    page.navigate(agreement + "/terms");
    look(page, "To be settled: 1");
    page.click("text=as it is");
    look(page, "Every term is agreed");
    page.navigate(agreement + "/sign-off");
    page.click("text=Is it ready to be signed?");
    look(page, "still to be done");
    page = person("paul@provider.test");
    page.navigate(agreement + "/sign-off");
    look(page, "Your turn: step 1");
    page.click("label[for=d1]");
    page.click("text=/^Sign off$/");
    look(page, "Signed");
    assertThat(wrong).isEmpty();
  }

  /** Holds the page as it stands to axe, in a window of the same session in which it may run. */
  private void look(Page page, String words) {
    assertThat(page.content()).contains(words);
    try (BrowserContext looking =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setStorageState(page.context().storageState()))) {
      Page other = looking.newPage();
      other.setViewportSize(1280, 900);
      other.navigate(page.url());
      new AxeBuilder(other)
          .withTags(WCAG)
          .analyze()
          .getViolations()
          .forEach(
              rule ->
                  wrong.add(
                      page.url() + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml()));
      shot(page, other);
      other.setViewportSize(320, 900);
      int wide = ((Number) other.evaluate("document.documentElement.scrollWidth")).intValue();
      if (wide > 320) {
        wrong.add(page.url() + ": " + wide + " pixels wide at 320");
      }
    }
  }

  private static void shot(Page page, Page other) {
    String folder = System.getProperty("plumbline.screenshots", "");
    if (!folder.isEmpty()) {
      String name =
          page.url().replaceAll(".*/agreements/[0-9a-f-]+", "").replaceAll("[^a-z]+", "-");
      other.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(folder, name + "-" + System.nanoTime() + ".png")));
    }
  }
}
