package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code forecast}. */
class ForecastCommandTest {
  private static final String OPEN = "../examples/open-period";

  @Test
  void severalVersionsAreForecastByTheTextInForce() {
    Shell.Run run =
        Shell.run(
            "forecast",
            "../cases/s18-period-spans-two-versions",
            "--period",
            "2026-03",
            "--as-of",
            "2026-03-20");

    assertThat(run.code()).as(run.all()).isZero();
    assertThat(run.err()).contains("forecast by the text that is in force");
  }

  @Test
  void aPeriodThatIsOverHasNothingToForecast() {
    Shell.Run run = Shell.run("forecast", OPEN, "--period", "2026-09", "--as-of", "2026-10-15");

    assertThat(run.code()).as(run.all()).isZero();
    assertThat(run.out()).contains("Nothing to forecast: its period is over");
  }

  @Test
  void theSameSeedGivesTheSameAndIsPrinted() {
    String[] asked = {"forecast", OPEN, "--period", "2026-10", "--as-of", "2026-10-15"};
    Shell.Run once = Shell.run(asked);
    Shell.Run again = Shell.run(asked);
    Shell.Run other =
        Shell.run("forecast", OPEN, "--period", "2026-10", "--as-of", "2026-10-15", "--seed", "7");

    assertThat(once.out()).isEqualTo(again.out()).contains("(seed 1)");
    assertThat(other.out()).contains("(seed 7)").isNotEqualTo(once.out());
  }

  @Test
  void anUnknownMetricIsNamed() {
    Shell.Run run =
        Shell.run(
            "forecast", OPEN, "--period", "2026-10", "--as-of", "2026-10-15", "--metric", "x");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no metric");
  }

  @Test
  void aReportOfAnOpenPeriodSaysWhatCanStillBecomeOfIt() {
    String[] asked = {"evaluate", OPEN, "--period", "2026-10", "--as-of", "2026-10-15"};
    Shell.Run run = Shell.run(asked);
    Shell.Run json = Shell.run(with(asked, "--format", "json"));

    assertThat(run.out()).contains("What can still become of it").contains("(seed 1)");
    assertThat(Json.read(json.out()).path("forecasts").size()).isEqualTo(6);
    assertThat(Shell.run(with(asked, "--no-forecast")).out()).doesNotContain("become of it\n");
    assertThat(Shell.run("evaluate", OPEN, "--period", "2026-09", "--as-of", "2026-10-15").out())
        .doesNotContain("What can still become of it");
  }

  @Test
  void whatWasGrantedIsHeeded(@TempDir Path folder) throws IOException {
    Path register = folder.resolve("register.yaml");
    Files.writeString(
        register,
        """
        plumbline: 1
        register: open-period
        requests:
          ours:
            metric: on-time
            period: 2026-10
            by: provider
            asked: 2026-10-12
            asks:
              - leave-out: [I48]
            decisions:
              - {by: customer, on: 2026-10-14, outcome: accepted}
        """);
    String[] asked = {
      "forecast", OPEN, "--period", "2026-10", "--as-of", "2026-10-15", "--metric", "on-time"
    };

    Shell.Run before =
        Shell.run(with(asked, "--register", register.toString(), "--known-at", "2026-10-13"));
    Shell.Run after =
        Shell.run(with(asked, "--register", register.toString(), "--known-at", "2026-10-14"));

    assertThat(before.code()).as(before.all()).isZero();
    assertThat(before.out()).contains("so far 1 of 6 was late");
    assertThat(after.out()).as(after.all()).contains("so far 0 of 5 were late");
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }
}
