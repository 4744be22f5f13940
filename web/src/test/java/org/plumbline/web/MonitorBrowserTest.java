package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages on which an agreement is watched, in a real browser without JavaScript. */
@Tag("browser")
class MonitorBrowserTest {

  @Test
  void everyPageOfTheCloseIsUsableByAll() throws IOException {
    MonthClosed month = new MonthClosed();
    try (Looks looks = new Looks()) {
      for (String email : List.of("ada@department.test", "paul@provider.test")) {
        Page page = looks.page(month.site, email);
        page.click("text=Dashboard");
        assertThat(Looks.whole(page)).contains("From invoice to payment");
        for (String path : month.pages()) {
          looks.at(page, month.site.server.address().resolve(path).toString());
        }
      }
      assertThat(looks.wrong()).isEmpty();
    } finally {
      month.site.close();
    }
  }
}
