package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.yaml.AgreementFile;

/** The plan of a metric is shown from the text alone. */
class PlanTest {

  private static final Path CASES = Path.of("../cases").toAbsolutePath().normalize();

  @Test
  void everyGoldenCaseHasAPlanAndSaysHowItsCasesAreWorkedOut() throws IOException {
    int workedOut = 0;
    for (Path folder : folders()) {
      Path file = folder.resolve("agreement.yaml");
      for (String metric : AgreementFile.read(file).agreement().orElseThrow().metrics().keySet()) {
        String plan = plan(file, metric);
        assertThat(plan).contains(metric);
        assertThat(plan(file, metric, "--sql", "duckdb")).contains("SELECT");
        workedOut += plan.contains(" is worked out first: ") ? 1 : 0;
      }
    }
    assertThat(workedOut).isGreaterThan(5);
  }

  private static String plan(Path file, String metric, String... also) {
    List<String> arguments =
        Stream.concat(Stream.of("plan", file.toString(), "--metric", metric), Stream.of(also))
            .toList();
    Shell.Run run = Shell.run(arguments.toArray(String[]::new));
    assertThat(run.code()).as("%s %s: %s", file, metric, run.err()).isEqualTo(ExitCode.DONE);
    return run.out();
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("agreement.yaml")))
          .sorted()
          .toList();
    }
  }
}
