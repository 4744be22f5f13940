package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger in a real browser without JavaScript: a plan is handed in, accepted, closed. */
@Tag("browser")
class LedgerBrowserTest {

  @Test
  void thePagesOfTheLedgerAreUsableByAll() throws IOException {
    DeskMissed desk = new DeskMissed();
    try (Looks looks = new Looks()) {
      String ledger = desk.site.server.address().resolve(desk.agreement + "/ledger").toString();
      Page provider = looks.page(desk.site, "paul@provider.test");
      Page customer = looks.page(desk.site, "ada@department.test");
      looks.at(provider, ledger);
      provider.navigate(ledger);
      provider.click("text=Corrective action plan");
      looks.at(provider);
      provider.fill("#name", "Second shift");
      provider.fill("#due", "2026-12-01");
      provider.click("text=Add the milestone");
      act(provider, "submitted", "Two more people from December.");
      looks.at(provider);
      customer.navigate(ledger);
      customer.click("text=Corrective action plan");
      looks.at(customer);
      act(customer, "accepted", "");
      act(customer, "closed", "");
      assertThat(Looks.whole(customer)).contains("closed", "Second shift");
      provider.navigate(ledger);
      provider.selectOption("#service", "desk");
      provider.fill("#period", "2026-10");
      provider.fill("#amount", "40000");
      provider.fill("#billed", "2026-11-05");
      provider.click("text=Enter the bill");
      provider.click("text=Measure 2026-10");
      looks.at(provider, ledger);
      looks.at(customer, ledger);
      assertThat(looks.wrong()).isEmpty();
      assertThat(List.of(Looks.whole(provider))).first().asString().contains("as in the ledger");
    } finally {
      desk.site.close();
    }
  }

  private static void act(Page page, String act, String note) {
    page.click("label[for='" + act + "']");
    page.fill("#note", note);
    page.click("text=Record this >> nth=-1");
  }
}
