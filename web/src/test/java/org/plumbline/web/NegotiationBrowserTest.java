package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
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
  private TestServer site;
  private Looks looks;

  @BeforeAll
  void open() {
    site = new TestServer();
    String provider = site.organization("Finance Service Center", "party");
    site.person(provider, "Paul Provider", "paul@provider.test", "business-owner");
    looks = new Looks();
  }

  @AfterAll
  void close() {
    looks.close();
    site.close();
  }

  @Test
  void twoPeopleAgreeAndSignWithoutJavaScript() throws IOException {
    Page page = looks.page(site, "ada@department.test");
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

    page = looks.page(site, "paul@provider.test");
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
    assertThat(Looks.whole(page)).contains("It cannot be read as it is");
    page.navigate(draft);
    page.click("main form[action$='/send'] button");

    page = looks.page(site, "ada@department.test");
    page.navigate(agreement + "/terms");
    look(page, "To be settled: 1");
    page.click("text=as it is");
    look(page, "Every term is agreed");
    page.navigate(agreement + "/sign-off");
    page.click("text=Is it ready to be signed?");
    look(page, "still to be done");
    page = looks.page(site, "paul@provider.test");
    page.navigate(agreement + "/sign-off");
    look(page, "Your turn: step 1");
    page.click("label[for=d1]");
    page.click("text=/^Sign off$/");
    look(page, "Signed");
    assertThat(looks.wrong()).isEmpty();
  }

  private void look(Page page, String words) {
    assertThat(Looks.whole(page)).contains(words);
    looks.at(page);
  }
}
