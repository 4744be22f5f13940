package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;

/** What must hold of the referee's own answers, whatever the agreement says. */
class InterpreterPropertiesTest {

  private static final int SCENARIOS = Integer.getInteger("plumbline.generated", 5000) / 20;

  @Test
  void everyCaseGoesToExactlyOnePlace() {
    for (long seed = 1; seed <= SCENARIOS; seed++) {
      Answer answer = Generators.scenario(seed).interpreted();
      for (CaseTotals t : answer.totals()) {
        assertThat(
                t.counted()
                    + t.indeterminate()
                    + t.open()
                    + t.voided()
                    + t.notQualified()
                    + t.outside())
            .as("seed %d, %s", seed, t.metric())
            .isEqualTo(t.all());
      }
    }
  }

  @Test
  void intervalsAdjoinAndAddUpToWallTime() {
    for (long seed = 1; seed <= SCENARIOS; seed++) {
      Answer answer = Generators.scenario(seed).interpreted();
      for (CaseOutcome outcome : answer.outcomes()) {
        List<CaseInterval> intervals =
            answer
                .intervals()
                .getOrDefault(
                    Answer.id(outcome.metric(), outcome.key(), outcome.part()), List.of());
        if (intervals.isEmpty()) {
          continue;
        }
        Instant at = outcome.start().orElseThrow();
        for (CaseInterval interval : intervals) {
          assertThat(interval.from()).as("seed %d, %s", seed, outcome).isEqualTo(at);
          assertThat(interval.until()).isAfter(interval.from());
          at = interval.until();
        }
        if (outcome.stop().isPresent()) {
          assertThat(at).as("seed %d, %s", seed, outcome).isEqualTo(outcome.stop().get());
        }
      }
    }
  }
}
