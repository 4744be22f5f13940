package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that ask the past something else: {@code replay} and {@code gaps}. */
class PastCommandsTest {
  private static final String PAST = "2025-01..2025-03";

  @TempDir private Path folder;
  private String first = "";

  @BeforeEach
  void starter() {
    first = folder.resolve("first").toString();
    assertThat(Shell.run("init", first).code()).isZero();
  }

  @Test
  void aRegisterIsToldToBeLeftAside() throws IOException {
    Files.writeString(Path.of(first, "register.yaml"), "plumbline: 1\nregister: first-agreement\n");
    Shell.Run gaps = Shell.run("gaps", first, "--periods", PAST);
    Shell.Run found = Shell.run("replay", first, "--periods", PAST, "--find", "invoices-on-time");

    assertThat(gaps.code()).as(gaps.all()).isZero();
    assertThat(gaps.err()).contains("register.yaml is left aside here");
    assertThat(found.err()).contains("register.yaml is left aside here");
  }

  @Test
  void replayNeedsADraftOrAMetricAndNotBoth() {
    Shell.Run none = Shell.run("replay", first, "--periods", PAST);
    Shell.Run both =
        Shell.run(
            "replay", first, "--periods", PAST, "--find", "invoices-on-time", "--with", first);

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("name a draft with --with, or a metric with --find");
    assertThat(both.code()).isEqualTo(2);
  }

  @Test
  void gapsAreOfOneText() {
    Shell.Run run =
        Shell.run("gaps", "../cases/s18-period-spans-two-versions", "--periods", "2026-03");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("name the file of one version");
  }

  @Test
  void aMetricThatIsNotThereIsNamed() {
    Shell.Run run = Shell.run("replay", first, "--periods", PAST, "--find", "invoices-on-tim");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("invoices-on-tim").doesNotContain("Exception");
  }
}
