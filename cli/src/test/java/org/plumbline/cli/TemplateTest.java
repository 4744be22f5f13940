package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.AgreementWriter;
import org.plumbline.agreement.yaml.AgreementYaml;

/** Every template is a whole agreement that checks clean and gives a first report at once. */
class TemplateTest {

  private static final List<String> ORDER_OF_CLAUSES =
      List.of(
          "introduction",
          "purpose",
          "authority",
          "period-of-performance",
          "termination",
          "security",
          "disputes",
          "migration",
          "funding",
          "services",
          "modification",
          "responsibilities",
          "measures",
          "configuration",
          "contacts",
          "approvals");

  @TempDir private Path folder;

  static Stream<String> names() {
    return Template.ALL.stream().map(Template::name);
  }

  @Test
  void theListNamesEachTemplateOnce() {
    Shell.Run list = Shell.run("init", "--list-templates");
    assertThat(list.code()).isEqualTo(ExitCode.DONE);
    assertThat(list.out().lines().map(line -> line.split(" ")[0]))
        .containsExactlyElementsOf(names().toList())
        .isSorted();
    assertThat(list.out().lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void anUnknownTemplateAndAMissingFolderAreUsage() {
    Shell.Run unknown = Shell.run("init", "--template", "help-desk", folder.toString());
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("no template is called help-desk", "service-desk");
    assertThat(Shell.run("init", "--template", "travel").code()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @MethodSource("names")
  void itNeverReplacesAFile(String name) throws IOException {
    Files.writeString(folder.resolve("agreement.yaml"), "mine");
    Shell.Run init = Shell.run("init", "--template", name, folder.toString());
    assertThat(init.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(folder.resolve("agreement.yaml")).hasContent("mine");
    assertThat(folder.resolve("records.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("names")
  void itChecksWithoutAnyFinding(String name) {
    Shell.Run check = Shell.run("check", made(name));
    assertThat(check.out().lines().filter(line -> line.matches(".* (error|warning|note) PL.*")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void itEvaluatesAtOnceWithFiguresOfBothParties(String name) {
    Shell.Run run = Shell.run("evaluate", made(name), "--period", Template.PERIOD);
    assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Owed by Bureau of Examples", "met", "not met");
    assertThat(run.out().lines().filter(line -> line.contains("Owed by"))).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("names")
  void itIsReadAloudAndDiffersNotFromItself(String name) {
    String made = made(name);
    assertThat(Shell.run("read", made).code()).isEqualTo(ExitCode.DONE);
    Shell.Run diff = Shell.run("diff", made + "/agreement.yaml", made + "/agreement.yaml");
    assertThat(diff.out()).contains("Nothing changed");
  }

  @ParameterizedTest
  @MethodSource("names")
  void itHasDutiesOfBothPartiesMeasuresAndClausesInOrder(String name) throws IOException {
    Agreement agreement = agreement(name);
    assertThat(agreement.metrics().values().stream().map(Metric::performing))
        .contains("customer", "provider");
    assertThat(
            agreement.metrics().values().stream().filter(it -> it.implementsMeasure().isPresent()))
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(agreement.clauses().stream().map(Clause::id).map(ORDER_OF_CLAUSES::indexOf))
        .doesNotContain(-1)
        .isSorted()
        .hasSizeGreaterThanOrEqualTo(14);
    assertThat(AgreementYaml.read(name, AgreementWriter.write(agreement)).agreement())
        .contains(agreement);
  }

  private Agreement agreement(String name) throws IOException {
    return AgreementFile.read(Path.of(made(name), "agreement.yaml")).agreement().orElseThrow();
  }

  private String made(String name) {
    String made = folder.resolve(name).toString();
    Shell.Run init = Shell.run("init", "--template", name, made);
    assertThat(init.code()).as(init.all()).isEqualTo(ExitCode.DONE);
    assertThat(init.out()).contains("What to do next");
    return made;
  }
}
