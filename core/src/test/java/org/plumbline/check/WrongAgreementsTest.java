package org.plumbline.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.finding.Finding;

/**
 * Small wrong agreements, each with exactly the findings that stand beside it in a file of lines
 * {@code line:column CODE}. Run with {@code -Dplumbline.golden=write} to write those files anew,
 * and read what changed.
 */
class WrongAgreementsTest {

  @ParameterizedTest
  @MethodSource("agreements")
  void aWrongAgreementHasExactlyTheFindingsBesideIt(String name) throws IOException {
    Path file = folder().resolve(name);
    List<String> told =
        Checker.check(AgreementYaml.read(name, Files.readString(file, UTF_8))).stream()
            .map(WrongAgreementsTest::line)
            .toList();
    Path expected = folder().resolve(name.replace(".yaml", ".findings"));
    if ("write".equals(System.getProperty("plumbline.golden"))) {
      Path source = Path.of("src/test/resources/check").resolve(expected.getFileName());
      Files.write(source, told, UTF_8);
      return;
    }
    assertThat(told).containsExactlyElementsOf(Files.readAllLines(expected, UTF_8));
  }

  private static String line(Finding finding) {
    return finding.place().line() + ":" + finding.place().column() + " " + finding.code().id();
  }

  static Stream<String> agreements() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path folder() {
    try {
      return Path.of(WrongAgreementsTest.class.getResource("/check").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
