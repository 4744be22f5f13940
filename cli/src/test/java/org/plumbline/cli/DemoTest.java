package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code demo}, on the real log. After a change that is meant, {@code -Dplumbline.accept=true}
 * writes the golden report anew.
 */
class DemoTest {
  private static final boolean ACCEPT = Boolean.getBoolean("plumbline.accept");

  private static final Path GOLDEN = Path.of("src/test/resources/org/plumbline/cli/demo.txt");

  @TempDir private Path folder;

  @Test
  void theDemoPrintsTheGoldenReportAndWritesOneForABrowser() throws IOException {
    Path demo = folder.resolve("demo");
    Shell.Run run = Shell.run("demo", demo.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(demo.resolve("report.html")).content().startsWith("<!DOCTYPE html>");
    String printed = run.out().replace(demo.toString(), "plumbline-demo");
    if (ACCEPT) {
      Files.writeString(GOLDEN, printed);
    }
    assertThat(printed).isEqualTo(golden());
  }

  @Test
  void theDemoSaysWhatItDoesWithTheOdditiesOfTheLog() throws IOException {
    assertThat(golden())
        .contains(
            "1,556 incidents have no resolved_at",
            "from resolved to closed",
            "before their incident’s opened_at",
            "CC BY 4.0",
            "Three things to do next");
  }

  @Test
  void aChangedAgreementStaysChanged() throws IOException {
    Path demo = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(demo.resolve("agreement.yaml"), "mine");
    assertThat(Shell.run("demo", demo.toString()).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(demo.resolve("agreement.yaml")).hasContent("mine");
  }

  private static String golden() throws IOException {
    return Files.readString(GOLDEN);
  }
}
