package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
