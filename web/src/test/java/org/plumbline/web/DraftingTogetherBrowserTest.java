package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures, the matrix and a change to many agreements in a real browser without JavaScript. */
@Tag("browser")
class DraftingTogetherBrowserTest {

  @Test
  void itsPagesAreUsableByAll() throws IOException {
    TwoCustomers two = new TwoCustomers();
    try (Looks looks = new Looks()) {
      URI site = two.site.server.address();
      Page page = looks.page(two.site, "paul@provider.test");
      page.navigate(site.resolve(two.agreement + "/measures").toString());
      page.setInputFiles(
          "#file", TwoCustomers.example("catalogs/financial-management-fy2025.xlsx"));
      page.click("text=Add the catalog");
      page.fill("#another", "Calls answered");
      page.fill("#existing", "80% in 30 seconds");
      page.click("label[for=drop]");
      page.fill("#reason", "There are no calls.");
      page.click("text=Record this");
      page.fill("#q", "commercial invoice");
      page.click("main form[role=search] button");
      looks.at(page);
      page.click("text=Put it into a draft >> nth=0");
      assertThat(Looks.whole(page)).contains("What it says");
      looks.at(page, site.resolve(two.agreement + "/comments").toString());
      String base = two.newest(two.providerProgram, two.agreement);
      page.navigate(
          site.resolve(two.agreement + "/versions/" + base + "/define?term=metrics/entered")
              .toString());
      page.fill("[name='value:metrics/entered/target/within']", "3 workdays");
      page.click("text=Keep as our draft >> nth=0");
      looks.at(page, site.resolve("/changes").toString());
      page.fill("#title", "Longer");
      page.fill("#reason", "Two systems");
      page.fill("#effective", "2027-04-01");
      page.click("text=Take the change");
      looks.at(page);
      page.click("[name=agreement] + label >> nth=0");
      page.click("text=Make drafts");
      looks.at(page);
      assertThat(Looks.whole(page)).contains("a draft in our room");
      assertThat(looks.wrong()).isEmpty();
    } finally {
      two.site.close();
    }
  }

  @Test
  void theProvidersTableIsLookedAtRowByRow() throws IOException {
    TwoCustomers two = new TwoCustomers();
    try (Looks looks = new Looks()) {
      Page page = looks.pageForAxe();
      page.navigate(two.site.server.address() + "log-in");
      page.fill("[name=email]", "paul@provider.test");
      page.fill("[name=password]", TestServer.PASSWORD);
      page.click("main button");
      page.navigate(two.site.server.address().resolve(two.agreement + "/measures").toString());
      byte[] sheet =
          DraftingTogetherTest.sheet(
              List.of("Metric", "Definition", "Target"),
              List.of(
                  List.of("Paid", "Invoices paid within 30 days of receipt", "95%"),
                  List.of("Mail answered", "Average time to answer", "soon"),
                  List.of("", "nobody knows", "80%")));
      page.setInputFiles("#table", new FilePayload("own.xlsx", "application/octet-stream", sheet));
      page.click("section[aria-labelledby=own] button");
      assertThat(Looks.whole(page)).contains("Nothing was recorded yet", "left out");
      looks.here(page);
      page.click("text=Take in what is checked");
      assertThat(Looks.whole(page)).contains("Mail answered", "Target: soon");
      assertThat(looks.wrong()).isEmpty();
    } finally {
      two.site.close();
    }
  }

  @Test
  void aProposalIsAnsweredTermByTerm() throws IOException {
    TwoCustomers two = new TwoCustomers();
    try (Looks looks = new Looks()) {
      String proposal = CounterProposalTest.proposal(two);
      URI site = two.site.server.address();
      Page page = looks.page(two.site, "ada@department.test");
      page.navigate(site.resolve(two.agreement + "/terms").toString());
      looks.at(page);
      page.click("text=Answer it term by term");
      looks.at(page);
      answer(page, "Clause look", "Take it");
      answer(page, "Clause purpose", "Leave it as it was");
      answer(page, "Title", "Leave it as it was");
      answer(page, "Metric entered", "Answer with another value");
      page.click("summary:has-text('Values of Metric entered')");
      page.fill("[name='value:metrics/entered/target/at-least']", "97%");
      page.click("text=See what would result");
      assertThat(Looks.whole(page)).contains("rises from 95% to 97%");
      assertThat(page.isVisible("[name='value:metrics/entered/target/at-least']")).isTrue();
      page.click("text=Keep as our counter-proposal");
      assertThat(Looks.whole(page)).contains("Made from").contains("Nobody of the other party");
      page.click("text=Send to the other party");
      looks.at(page, site.resolve(two.agreement + "/versions/" + proposal + "/changes").toString());
      assertThat(looks.wrong()).isEmpty();
    } finally {
      two.site.close();
    }
  }

  private static void answer(Page page, String term, String words) {
    page.click("fieldset:has(legend:has-text('" + term + "')) label:has-text('" + words + "')");
  }
}
