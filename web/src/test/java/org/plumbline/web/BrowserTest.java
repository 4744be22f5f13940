package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The pages in a real browser: everything is done with JavaScript off, each page is held to WCAG
 * 2.2 AA by axe, and none scrolls sideways at 320 pixels. Needs Chromium; {@code ./verify} has it.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");

  private final Set<String> seen = new LinkedHashSet<>();
  private TestServer site;
  private Looks looks;

  @BeforeAll
  void open() {
    site = new TestServer();
    site.organization("Finance Service Center", "party");
    looks = new Looks();
  }

  @AfterAll
  void close() {
    looks.close();
    site.close();
  }

  @Test
  void everyPageWorksWithoutJavaScriptAndIsUsableByAll() {
    Page page = looks.page();
    walk(page);
    assertThat(seen).hasSizeGreaterThan(14);
    seen.forEach(
        address -> {
          page.navigate(address);
          looks.at(page);
        });
    assertThat(looks.wrong()).isEmpty();
  }

  /** From logging in to one case of a result that was sent. */
  private void walk(Page page) {
    page.navigate(site.server.address() + "log-in");
    page.fill("[name=email]", "ada@department.test");
    page.fill("[name=password]", TestServer.PASSWORD);
    page.click("main button");
    saw(page, "Agreements");
    page.click("text=Put in an agreement");
    saw(page, "");
    page.check("[name=side][value=customer]", new Page.CheckOptions().setForce(true));
    page.selectOption(
        "[name=across]",
        new com.microsoft.playwright.options.SelectOption().setLabel("Finance Service Center"));
    page.setInputFiles("[name=file]", file("agreement.yaml"));
    page.click("main button[type=submit]");
    saw(page, "From invoice to payment");
    String agreement = page.url();
    page.navigate(agreement + "/versions/new");
    saw(page, "");
    page.navigate(agreement);
    page.click("main a[href*='/versions/']:not([href*='/new'])");
    saw(page, "From invoice to payment");
    page.click("main form[action$='/send'] button");
    saw(page, "those who oversee it");
    for (String name : List.of("records.yaml", "records/invoices.csv")) {
      page.navigate(agreement + "/records");
      saw(page, "Records");
      page.setInputFiles("[name=file]", file(name));
      page.click("main form[action$='/records'] button");
      saw(page, name.substring(name.indexOf('/') + 1));
    }
    page.navigate(agreement + "/results");
    page.fill("[name=period]", "2026-10");
    page.click("main form[action$='/results'] button");
    saw(page, "83.3%");
    page.click("main form[action$='/send'] button");
    saw(page, "83.3%");
    page.click("main a[href*='/metrics/']");
    saw(page, "One case at a time");
    page.click("main a[href*='/case?key=']");
    saw(page, "invoices.csv");
    for (String path : List.of("people", "tokens", "log-in", "agreements/none")) {
      page.navigate(site.server.address() + path);
      saw(page, "");
    }
    page.navigate(agreement + "/results");
    saw(page, "2026-10");
  }

  private void saw(Page page, String words) {
    assertThat(Looks.whole(page)).contains(words);
    seen.add(page.url());
  }

  private static FilePayload file(String name) {
    try {
      return new FilePayload(
          name.substring(name.indexOf('/') + 1),
          "application/octet-stream",
          Files.readAllBytes(CHAIN.resolve(name)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
