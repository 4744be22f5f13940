package org.plumbline.referee;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Agreements with records at random; the same seed gives the same. */
final class Generators {

  private Generators() {}

  static Scenario scenario(long seed) {
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
    return new Scenario(seed, head, metrics, records, instant);
  }
}
