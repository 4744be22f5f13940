package org.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.desk.Metrics.atLeast;
import static org.plumbline.desk.Metrics.is;
import static org.plumbline.desk.Metrics.percent;
import static org.plumbline.desk.Metrics.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.desk.Desk;
import org.plumbline.desk.Measured;
import org.plumbline.desk.Metrics;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.LineId.LevelKind;
import org.plumbline.evaluate.Measurement;

/** What must hold of any measurements; the seed is in each message. */
class JudgePropertyTest {
  private static final int RUNS = 4_000;
  private static final Instant LATER = Instant.parse("2016-12-01T00:00:00Z");

  @Test
  void anIndeterminateCaseNeverTurnsNotMetIntoMetNorHidesIt() {
    for (long seed = 0; seed < RUNS; seed++) {
      Sample sample = new Sample(seed);
      Status before = sample.status();
      sample.lines.get(sample.random.nextInt(sample.lines.size()))[2]++;
      Status after = sample.status();
      if (before == Status.NOT_MET) {
        assertThat(after).as("seed %d", seed).isNotIn(Status.MET, Status.BELOW_EXPECTED);
      }
      if (before == Status.INDETERMINATE) {
        assertThat(after).as("seed %d", seed).isNotEqualTo(Status.MET);
      }
    }
  }

  @Test
  void losingACaseThatMissedNeverImprovesAResult() {
    for (long seed = 0; seed < RUNS; seed++) {
      Sample sample = new Sample(seed);
      long[] line = sample.lines.get(sample.random.nextInt(sample.lines.size()));
      Status before = sample.status();
      if (line[0] < line[1]) {
        line[1]--;
        line[2]++;
        Status after = sample.status();
        if (before == Status.NOT_MET) {
          assertThat(after)
              .as("seed %d: a late case made unusable", seed)
              .isIn(Status.NOT_MET, Status.INDETERMINATE);
        }
      }
    }
  }

  @Test
  void aBetterCaseNeverGivesAWorseResult() {
    for (long seed = 0; seed < RUNS; seed++) {
      Sample sample = new Sample(seed);
      int before = rank(sample.result());
      long[] line = sample.lines.get(sample.random.nextInt(sample.lines.size()));
      if (line[0] < line[1]) {
        line[0]++;
      } else if (line[2] > 0) {
        line[0]++;
        line[1]++;
        line[2]--;
      }
      assertThat(rank(sample.result())).as("seed %d", seed).isGreaterThanOrEqualTo(before);
    }
  }

  @Test
  void theOrderOfMeasurementsDoesNotMatter() {
    for (long seed = 0; seed < 500; seed++) {
      Sample sample = new Sample(seed);
      List<Measurement> turned = new ArrayList<>(sample.measurements());
      java.util.Collections.reverse(turned);
      assertThat(Judge.judge(sample.agreement, turned, LATER))
          .as("seed %d", seed)
          .isEqualTo(Judge.judge(sample.agreement, sample.measurements(), LATER));
    }
  }

  /** The worst that the result may turn out to be, once the unknown cases are known. */
  private static int rank(Result result) {
    return switch (result.status()) {
      case MET -> 3;
      case BELOW_EXPECTED -> 2;
      case INDETERMINATE -> result.reason().startsWith("met or below expected") ? 2 : 0;
      case NOT_MET -> 0;
      case NO_DATA, NOT_JUDGED, NOT_DUE, PROVISIONAL, CONTESTED -> -1;
    };
  }

  /** A metric of one to three lines, with counts. */
  private static final class Sample {
    private final Random random;
    private final Agreement agreement;
    private final List<long[]> lines = new ArrayList<>();

    Sample(long seed) {
      random = new Random(seed);
      int count = 1 + random.nextInt(3);
      Level.Line[] target = new Level.Line[count];
      Level.Line[] minimum = new Level.Line[count];
      for (int i = 0; i < count; i++) {
        int share = 50 + random.nextInt(51);
        int least = share - random.nextInt(20);
        target[i] = when(is("priority", i), "1 hour", atLeast(percent("" + share)));
        minimum[i] = when(is("priority", i), "1 hour", atLeast(percent("" + least)));
        long cases = random.nextInt(random.nextBoolean() ? 12 : 200);
        long holding = cases == 0 ? 0 : cases - random.nextInt((int) Math.min(cases, 12) + 1);
        lines.add(new long[] {holding, cases, random.nextInt(4) == 0 ? random.nextInt(5) : 0});
      }
      Metrics metric = Metrics.named("M").target(target);
      if (random.nextBoolean()) {
        metric.minimum(minimum);
      }
      if (random.nextInt(3) == 0) {
        metric.lowVolume(1 + random.nextInt(20), Optional.of((long) random.nextInt(4)));
      }
      agreement = Desk.with(metric.make());
    }

    List<Measurement> measurements() {
      List<Measurement> measurements = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        long[] line = lines.get(i);
        measurements.add(
            Measured.share(
                "metric",
                Desk.MARCH,
                new LineId(LevelKind.TARGET, i, 0),
                line[0],
                line[1],
                line[2]));
      }
      return measurements;
    }

    Status status() {
      return result().status();
    }

    Result result() {
      return Judge.judge(agreement, measurements(), LATER).results().get(0);
    }
  }
}
