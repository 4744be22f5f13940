package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole life of one agreement in a real browser, three times: without JavaScript, by keyboard
 * alone, and with each state of a page that is reached held to WCAG 2.2 AA by axe and to 320
 * pixels.
 */
@Tag("browser")
class LifeBrowserTest {
  private final Looks looks = new Looks();

  @AfterEach
  void close() {
    looks.close();
  }

  @Test
  void twoPeopleOfTwoPartiesLiveItAndEveryPageIsUsableByAll() throws IOException {
    lived(looks::pageForAxe, Mouse::new, looks::here);
    assertThat(looks.wrong()).isEmpty();
  }

  @Test
  void itIsLivedByKeyboardAlone() throws IOException {
    lived(looks::pageForAxe, Keyboard::new, page -> {});
  }

  @Test
  void itIsLivedWithoutJavaScript() throws IOException {
    lived(looks::page, Mouse::new, page -> {});
  }

  private static void lived(
      java.util.function.Supplier<Page> pages, Function<Page, Mouse> hands, Consumer<Page> looks)
      throws IOException {
    try (EmptyServer empty = new EmptyServer()) {
      String home = empty.server.address().toString();
      Life.lived(
          new AtABrowser(
              home, "Ada Customer", "ada@department.test", hands.apply(pages.get()), looks),
          new AtABrowser(
              home, "Paul Provider", "paul@provider.test", hands.apply(pages.get()), looks),
          empty.server.begin().orElseThrow(),
          Life.NEW_YORK);
    }
  }
}
