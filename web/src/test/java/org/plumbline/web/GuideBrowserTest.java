package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.web.store.TestDatabase;

/**
 * The demo in a real browser: its bar, the guide, the concept of operations, messages, what a form
 * and a replay answer; each is held to WCAG 2.2 AA by axe and to 320 pixels.
 */
@Tag("browser")
class GuideBrowserTest {
  private static final Path CONCEPT = TestServer.EXAMPLES.resolve("accounts-payable/conops.yaml");

  private final Looks looks = new Looks();

  @AfterEach
  void close() {
    looks.close();
  }

  @Test
  void everyPageOfTheDemoIsUsableByAll(@TempDir Path data) throws IOException, SQLException {
    ServerOptions options =
        new ServerOptions(
            0,
            data,
            Optional.of(TestDatabase.empty()),
            4,
            Optional.empty(),
            Optional.of(TestServer.EXAMPLES),
            Optional.empty(),
            Optional.empty());
    try (Server server = Server.start(options, Clock.systemUTC())) {
      Page page = looks.pageForAxe();
      String home = server.address().toString();
      sitDown(page, home, "Dana");
      look(page, "From invoice to payment");
      page.click("main a:has-text('From invoice to payment')");
      String agreement = page.url();
      assertThat(Looks.whole(page)).contains(", in force since 2026-10-01.");
      look(page, "was sent last and is not in force");
      for (String path : List.of("/guide", "/guide/define-service-level-agreements-slas")) {
        page.navigate(agreement + path);
        look(page, "Service Level Agreements");
      }
      concept(page, agreement);
      form(page, agreement);

      sitDown(page, home, "Ravi");
      page.navigate(home + "messages");
      look(page, "A request to reconsider was granted");
      sitDown(page, home, "Bea");
      page.navigate(home + "to-do");
      look(page, "Sign the text, or say what has to change");
      page.click("text=Sign the text");
      look(page, "Your turn: step 2");
      sitDown(page, home, "Quinn");
      look(page, "From invoice to payment");
      page.navigate(agreement + "/oversight");
      look(page, "Financial Management QSMO");
      page.navigate(agreement + "/conops");
      assertThat(Looks.whole(page)).contains("There is none yet.").doesNotContain("Put one in");
    }
    assertThat(looks.wrong()).isEmpty();
  }

  private void concept(Page page, String agreement) {
    page.navigate(agreement + "/conops");
    look(page, "There is none yet");
    assertThat(page.locator("[role=alert]").count()).isZero();
    page.setInputFiles("[name=file]", CONCEPT);
    page.click("text=Keep as a draft");
    look(page, "nobody yet");
  }

  /** A form checked with what cannot be read, and a draft replayed over the records. */
  private void form(Page page, String agreement) {
    page.navigate(agreement);
    page.click("main tbody a[href*='/versions/'] >> nth=0");
    String version = page.url();
    page.navigate(version + "/define?term=metrics/paid");
    page.fill("[name='value:metrics/paid/target/within']", "soon");
    page.click("form.pl-define button[value=check]");
    look(page, "It cannot be read as it is");
    page.navigate(version + "/replay");
    look(page, "Run it over the records");
    page.click("text=Run it over the records");
    look(page, "pl-report");
  }

  private static void sitDown(Page page, String home, String name) {
    page.navigate(home);
    page.click(".pl-demo button:has-text('" + name + "')");
  }

  private void look(Page page, String words) {
    assertThat(Looks.whole(page)).contains(words);
    looks.here(page);
  }
}
