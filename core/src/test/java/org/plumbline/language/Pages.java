package org.plumbline.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.agreement.yaml.RealAgreements;

/**
 * Pages of {@code docs/language} that are made from data. A stale one fails its test, which says
 * how to write it again.
 */
final class Pages {

  private static final Path FOLDER = RealAgreements.root().resolve("docs/language");

  private Pages() {}

  /** Compares a page with what it should be; with {@code -Dplumbline.pages=true} writes it. */
  static void hold(String name, String text) {
    Path page = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("plumbline.pages")) {
        Files.createDirectories(page.getParent());
        Files.writeString(page, text, UTF_8);
      }
      assertThat(Files.exists(page) ? Files.readString(page, UTF_8) : "")
          .as(
              "docs/language/%s is stale; write it again with: mvn -o -pl core -am -Dtest='org.plumbline.language.*Test'"
                  + " -Dplumbline.pages=true -Dsurefire.failIfNoSpecifiedTests=false test",
              name)
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
