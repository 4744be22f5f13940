package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;

/** What is written reads as the same agreement, with the same hash. */
class WritingTest {

  static List<String> examples() {
    return ProjectFiles.AGREEMENTS;
  }

  static List<String> agreements() {
    List<String> all = new ArrayList<>(ProjectFiles.AGREEMENTS);
    ProjectFiles.in("core/src/test/resources/agreements/right", ".yaml")
        .forEach(file -> all.add(ProjectFiles.ROOT.relativize(file).toString()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("agreements")
  void whatIsWrittenReadsAsTheSame(String path) {
    Agreement agreement = read(path, ProjectFiles.text(path));
    String written = AgreementWriter.write(agreement);
    assertThat(read(path, written)).as(written).isEqualTo(agreement);
    assertThat(AgreementWriter.write(read(path, written))).isEqualTo(written);
    assertThat(hash(read(path, written))).isEqualTo(hash(agreement));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsWrittenIsAboutAsLongAsWhatAPersonWrote(String path) {
    String text = ProjectFiles.text(path);
    String written = AgreementWriter.write(read(path, text));
    assertThat(written.lines().count()).isLessThan(text.lines().count() * 3 / 2 + 5);
    assertThat(written).doesNotContain("\t").endsWith("\n");
  }

  @Test
  void everyRealTermIsWrittenAndReadAgain() {
    for (Map.Entry<String, YamlValue.Mapping> term : RealTerms.all().entrySet()) {
      Findings findings = new Findings();
      Agreement agreement =
          AgreementYaml.read(
                  term.getKey(),
                  Optional.of(term.getValue()),
                  Folder.NONE,
                  findings,
                  new Reading(findings))
              .agreement()
              .orElseThrow();
      String written = AgreementWriter.write(agreement);
      assertThat(read(term.getKey(), written)).as(written).isEqualTo(agreement);
    }
  }

  private static List<String> errors(ReadAgreement read) {
    return read.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::toLine)
        .toList();
  }

  private static String hash(Agreement agreement) {
    return AgreementHash.of(agreement, path -> Optional.of("known"));
  }

  private static Agreement read(String path, String text) {
    ReadAgreement read = AgreementYaml.read(path, text, Fixtures.FOLDER);
    assertThat(errors(read)).as(text).isEmpty();
    return read.agreement().orElseThrow();
  }
}
