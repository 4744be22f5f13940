package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
  void gapsOverVersionsAreOfTheTermsInForceAtTheEnd() {
    // From March on five days are allowed, before ten: of February is nothing counted.
    Shell.Run run =
        Shell.run(
            "gaps",
            "../cases/s18-splits-the-period",
            "--periods",
            "2026-01..2026-12",
            "--as-of",
            "2026-12-31");

    assertThat(run.code()).as(run.all()).isZero();
  }

  @Test
  void aDraftTakesEffectOnADayOfItsOwn() {
    Shell.Run none =
        Shell.run("replay", first, "--periods", PAST, "--with", first, "--from", "effective");
    Shell.Run noDay =
        Shell.run("replay", first, "--periods", PAST, "--with", first, "--from", "May");
    Shell.Run noDraft =
        Shell.run(
            "replay",
            first,
            "--periods",
            PAST,
            "--find",
            "invoices-on-time",
            "--from",
            "2025-02-01");
    Shell.Run run =
        Shell.run("replay", first, "--periods", PAST, "--with", first, "--from", "2025-02-01");

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no amendment with an effective day");
    assertThat(noDay.err()).contains("\"May\" is no day");
    assertThat(noDraft.err()).contains("--from is the day of a draft");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(run.out()).contains("in force from 2025-02-01 on").contains("No result turns");
  }

  @Test
  void aMetricThatIsNotThereIsNamed() {
    Shell.Run run = Shell.run("replay", first, "--periods", PAST, "--find", "invoices-on-tim");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("invoices-on-tim").doesNotContain("Exception");
  }
}
