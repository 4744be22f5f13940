package org.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page that the program can show. */
class FindingPageTest {

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyCodeHasAPageThatSaysWhatItMeansAndHowMuchItWeighs(FindingCode code) {
    FindingPage page = FindingPage.of(code);
    String severity = code.severity().name().toLowerCase(Locale.ROOT);
    assertThat(page.title()).isNotEmpty();
    assertThat(String.join(" ", page.meaning()))
        .containsPattern("(This is an?|As an?) \\*?" + severity);
    if (code.compareTo(FindingCode.UNKNOWN_NAME) >= 0 && code.id().startsWith("PL3")) {
      assertThat(page.source()).as("the source of " + code.id()).isPresent();
    }
  }
}
