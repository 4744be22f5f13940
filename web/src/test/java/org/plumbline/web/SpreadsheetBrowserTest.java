package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * From a spreadsheet to a figure explained, in the browser without JavaScript, with three unlike
 * files: one row a case, one row an event, one row a month. What is proposed is taken, but for what
 * was promised of invoices; a person reads seven pages on the way.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpreadsheetBrowserTest {
  private static final Path FILES = TestServer.EXAMPLES.resolve("spreadsheets");

  private TestServer site;
  private Looks looks;
  private Page page;
  private Mouse hands;

  @BeforeAll
  void open() {
    site = new TestServer();
    site.organization("Shared Services Center", "party");
    looks = new Looks();
  }

  @BeforeEach
  void logIn() {
    page = looks.page(site, "ada@department.test");
    hands = new Mouse(page);
  }

  @AfterAll
  void close() {
    looks.close();
    site.close();
  }

  @Test
  void invoicesWithTheirDatesSideBySide() throws IOException {
    page = looks.pageForAxe();
    hands = new Mouse(page);
    page.navigate(site.server.address() + "log-in");
    hands.write("E-mail address", "ada@department.test");
    hands.write("Password", TestServer.PASSWORD);
    hands.press("Log in");
    asks("invoices.xlsx", "Each row is a case", "Row 102 (“Total”) adds up; it is no record.");
    hands.choose("The other party", "Shared Services Center");
    page.fill("[name='answer.within']", "soon");
    hands.press("Make the agreement");
    assertThat(Looks.whole(page)).contains("is no time");
    looks.here(page);
    page.fill("[name='answer.within']", "25 days");
    made();
    explained("Invoices brought from Received to Paid in time", "invoices.xlsx");
  }

  @Test
  void eventsInTheLifeOfTickets() throws IOException {
    asks("tickets.csv", "event", "");
    made();
    explained("", "tickets.csv");
  }

  @Test
  void monthsThatWereCountedElsewhere() throws IOException {
    asks("calls.csv", "month", "");
    made();
    assertThat(Looks.whole(page)).contains("Calls offered");
  }

  private void asks(String file, String rows, String noticed) throws IOException {
    page.navigate(site.server.address().toString());
    hands.follow("Begin with a spreadsheet");
    looks.at(page);
    hands.attach(
        "The file",
        new FilePayload(file, "application/octet-stream", Files.readAllBytes(FILES.resolve(file))));
    hands.press("Look at it");
    assertThat(Looks.whole(page)).contains(file, rows, noticed, "What only you know");
  }

  private void made() {
    hands.choose("The other party", "Shared Services Center");
    hands.press("Make the agreement");
    assertThat(Looks.whole(page)).contains("Made from your file", "What they rest on");
    looks.at(page);
  }

  private void explained(String metric, String file) {
    page.click(
        metric.isEmpty()
            ? "main section[aria-labelledby=down] a"
            : "main section[aria-labelledby=down] a:has-text('" + metric + "')");
    page.click("main a[href*='/case?key=']");
    assertThat(Looks.whole(page)).contains(file);
    looks.at(page);
    assertThat(looks.wrong()).isEmpty();
  }
}
