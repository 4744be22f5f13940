package org.plumbline.referee;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.plumbline.evaluate.CaseOutcome;

/** Agreements with records at random; the same seed gives the same. */
final class Generators {

  private Generators() {}

  /** The first seed of the second family. */
  static final long SECOND_FAMILY = 1_000_001;

  /**
   * An agreement that may hold every key; from {@link #SECOND_FAMILY} on one of the first family
   * with more terms.
   */
  static Scenario scenario(long seed) {
    Scenario first = roll(seed, GeneratedMore::whole);
    return seed < SECOND_FAMILY ? first : GeneratedTerms.of(first, seed);
  }

  /** An agreement over one set that is supplied. */
  static Scenario plain(long seed) {
    return roll(seed, GeneratedMore::plain);
  }

  private static Scenario roll(long seed, Function<GeneratedMore, Scenario> how) {
    Dice dice = new Dice(seed);
    GeneratedSetting setting = new GeneratedSetting(dice);
    GeneratedSet set = new GeneratedSet(setting);
    String head =
        "plumbline: 1\nagreement: generated\ntitle: Generated\n" + setting.text() + set.text();
    Map<String, String> metrics = new LinkedHashMap<>();
    for (int i = dice.between(1, 5); i > 0; i--) {
      metrics.put("metric-" + i, new GeneratedMetric(set).text());
    }
    RefereeRecords records = new GeneratedRecords(set).records();
    long asOf =
        dice.percent(50) ? setting.wall.startOf(setting.until.plusDays(200)) : setting.instant();
    Instant instant = WallClock.instant(asOf);
    Scenario scenario = new Scenario(seed, head, metrics, records, List.of(), instant);
    Scenario plain =
        records.eventLog() || dice.percent(40) ? scenario : atLimits(scenario, set, dice);
    return how.apply(new GeneratedMore(set, plain));
  }

  /** The same with some cases done when a limit runs out, or just before or after. */
  private static Scenario atLimits(Scenario scenario, GeneratedSet set, Dice dice) {
    Map<String, RefereeCase> cases = new LinkedHashMap<>();
    scenario.records().cases().forEach(one -> cases.put(one.key(), one));
    for (CaseOutcome outcome : scenario.interpreted().outcomes()) {
      if (outcome.due().isPresent() && dice.percent(30)) {
        long due = WallClock.micros(outcome.due().get());
        long done = due + dice.of(0L, 0L, 1L, -1L, 60_000_000L, 3_600_000_000L);
        long recorded =
            set.setting.recorded(done, Objects.requireNonNull(set.recorded.get("done")));
        cases.computeIfPresent(
            outcome.key(),
            (key, one) -> {
              Map<String, List<RefereeCase.Occurrence>> moments =
                  new LinkedHashMap<>(one.occurrences());
              moments.put("done", List.of(new RefereeCase.Occurrence(recorded, 0)));
              return new RefereeCase(key, moments, one.changes(), one.holds(), one.unusable());
            });
      }
    }
    return scenario.withCases(List.copyOf(cases.values()));
  }
}
