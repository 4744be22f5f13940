package org.plumbline.referee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RegisterSets;

/**
 * Adds to a generated scenario, after all else was rolled: windows, weights, available time,
 * holders, exclusions, sets that are worked out, composites. What the engine does not evaluate yet
 * is left out again, so that the same seed gains it on the day on which it does.
 */
final class GeneratedMore {

  private final GeneratedSet set;
  private final GeneratedSetting setting;
  private final Dice dice;
  private final Scenario plain;
  private final Map<String, String> metrics;
  private final StringBuilder sets = new StringBuilder();
  private final StringBuilder exclusions = new StringBuilder();
  private final List<RefereeRecords> more = new ArrayList<>();
  private final Map<String, RefereeCase> extended = new HashMap<>();
  private boolean holders;

  GeneratedMore(GeneratedSet set, Scenario plain) {
    this.set = set;
    this.plain = plain;
    setting = set.setting;
    dice = set.dice;
    metrics = new LinkedHashMap<>(plain.metrics());
  }

  Scenario whole() {
    if (dice.percent(60)) {
      metrics.put("rich", new GeneratedMetric(set, true).text());
    }
    if (dice.percent(35)) {
      metrics.put("available", available("items", "opened", "done", items()));
    }
    if (dice.percent(25)) {
      holders = true;
      metrics.put("holder", timely("items", "opened", "done").replace("}}", "}, each: holder}"));
    }
    if (dice.percent(25)) {
      addGroups();
    }
    if (dice.percent(25)) {
      addSample();
    }
    if (dice.percent(30)) {
      addExpected();
    }
    if (dice.percent(20)) {
      addReadings();
    }
    if (dice.percent(20)) {
      addComposite();
    }
    if (dice.percent(30)) {
      addExclusions();
    }
    if (holders) {
      addHolders();
    }
    return scenario(exclusions.toString());
  }

  Scenario plain() {
    return plain;
  }

  private Scenario scenario(String rules) {
    String head = plain.head();
    if (holders) {
      head =
          head.replace(
              "    fields:\n", "    fields:\n      holder: {type: text, read: at-each-moment}\n");
    }
    head = head + sets + (rules.isEmpty() ? "" : "exclusions:\n" + rules);
    List<RefereeCase> cases = plain.records().cases();
    if (holders || sets.length() > 0) {
      cases = cases.stream().map(this::withMoreFields).toList();
    }
    return new Scenario(
        plain.seed(),
        head,
        metrics,
        new RefereeRecords(
            "items", plain.records().eventLog(), plain.records().skewMicros(), cases),
        more,
        plain.asOf());
  }

  private RefereeCase withMoreFields(RefereeCase one) {
    return extended.computeIfAbsent(
        one.key(),
        key ->
            new RefereeCase(
                key,
                one.occurrences(),
                one.changes().stream().map(change -> withMoreFields(key, change)).toList(),
                one.holds(),
                one.unusable()));
  }

  private RefereeCase.Change withMoreFields(String key, RefereeCase.Change change) {
    Map<String, Object> values = new HashMap<>(change.values());
    if (sets.indexOf("of: items") >= 0) {
      values.put("number", key);
    }
    if (holders && dice.percent(90)) {
      values.put("holder", dice.of("x", "y"));
    }
    return new RefereeCase.Change(change.at(), change.seq(), values);
  }

  /** Figures of every kind for each holder. */
  private void addHolders() {
    for (String id : List.of("held-1", "held-2")) {
      String any = new GeneratedMetric(set, true).text().replaceAll(", each: [a-z]+", "");
      metrics.put(id, any.substring(0, any.length() - 1) + ", each: holder}");
    }
    if (dice.percent(50)) {
      metrics.put("held-available", available("items", "opened", "done", "each: holder, "));
    }
  }

  private String items() {
    return dice.of("", "each: kind, ", "qualifies: {" + set.fieldTest() + "}, ");
  }

  private static String head(String records) {
    return "name: Generated, performing: provider, records: " + records + ", ";
  }

  private String available(String records, String starts, String stops, String keys) {
    StringBuilder figure = new StringBuilder("{share: available-time");
    if (dice.percent(50)) {
      figure.append(", merge-gaps: ").append(dice.of("30 minutes", "8 hours", "1 minute"));
    }
    if (dice.percent(50)) {
      figure.append(", ignore-under: ").append(dice.of("1 hour", "30 minutes", "24 hours"));
    }
    if (dice.percent(30)) {
      figure.append(", month: ").append(dice.of("30 days", "actual"));
    }
    if (records.equals("items")) {
      if (dice.percent(30)) {
        figure.append(", weight: ").append(dice.of("rate", "0.5"));
      }
      if (dice.percent(30)) {
        figure.append(", down: {").append(set.fieldTest()).append('}');
      }
    } else {
      figure.append(", down: {level: {above: 2}}");
    }
    return "{"
        + head(records)
        + keys
        + "clock: {starts: "
        + starts
        + ", stops: "
        + stops
        + (dice.percent(60) ? ", calendar: " + setting.calendar() : "")
        + "}, figure: "
        + figure
        + "}, period: {every: "
        + dice.of("month", "week", "month, rolling: 3 weeks", "quarter, mean-of: month")
        + "}, target: {at-least: 95%}}";
  }

  private String timely(String records, String starts, String stops) {
    boolean dates =
        set.isDate(starts) || set.isDate(stops) || List.of("mark", "sent").contains(stops);
    String amount =
        dates || dice.percent(50)
            ? dice.of("1 day", "3 days", "2 workdays")
            : dice.of("4 hours", "9 hours", "30 minutes");
    return "{"
        + head(records)
        + "clock: {starts: "
        + starts
        + ", stops: "
        + stops
        + (dice.percent(60) ? ", calendar: " + setting.calendar() : "")
        + "}, target: {within: "
        + amount
        + ", at-least: 90%}}";
  }

  private void addGroups() {
    String by = dice.of("kind", "kind, severity", "urgent", "severity");
    sets.append("  bundles:\n    groups: {of: items, by: [")
        .append(by)
        .append("]}\n    case: [")
        .append(by)
        .append("]\n    moments:\n      began: {")
        .append(dice.of("first", "last"))
        .append(": ")
        .append(dice.of("opened", "checked", set.moment()))
        .append(dice.percent(50) ? ", where: {" + set.fieldTest() + "}" : "")
        .append("}\n      ended: {last: ")
        .append(dice.of("done", "closed", set.moment()))
        .append(dice.percent(50) ? ", where: {" + set.fieldTest() + "}" : "")
        .append("}\n    fields: {effort: duration}\n");
    metrics.put(
        "bundled",
        "{"
            + head("bundles")
            + "clock: {starts: began, stops: ended}, "
            + dice.of(
                "target: {within: 3 days, at-least: 90%}}",
                "figure: {max: effort}, target: none}",
                "figure: {count: cases}, counted-when: open-at-end, target: none}"));
  }

  private void addSample() {
    sets.append("  drawn:\n    sample: {of: items, ")
        .append(dice.of("share: 30%", "at-least: 3", "share: 10%, at-least: 2"))
        .append(dice.percent(40) ? ", where: {" + set.fieldTest() + "}" : "")
        .append("}\n    case: [number]\n    moments: {done: ")
        .append(set.recorded.getOrDefault("done", Precision.DATE).key())
        .append(", inspected: instant}\n    fields: {severity: number, right: flag}\n");
    List<RefereeCase> own = new ArrayList<>();
    for (RefereeCase one : plain.records().cases()) {
      if (dice.percent(70)) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", one.key());
        if (dice.percent(80)) {
          values.put("right", dice.percent(70));
        }
        own.add(
            RefereeCase.workedOut(
                one.key(),
                dice.percent(80) ? Map.of("inspected", setting.instant()) : Map.of(),
                values,
                dice.percent(3) ? Optional.of("made unusable") : Optional.empty()));
      }
    }
    more.add(new RefereeRecords("drawn", false, 0, own));
    metrics.put(
        "inspected",
        "{"
            + head("drawn")
            + "clock: {stops: "
            + dice.of("done", "inspected")
            + "}, figure: "
            + dice.of("{share: {right: true}}", "{sum: severity}", "{count: cases}")
            + ", target: none}");
  }

  private void addExpected() {
    boolean borne = dice.percent(60);
    boolean hours = dice.percent(25);
    String every =
        hours
            ? "every: " + dice.of("12 hours", "90 minutes")
            : borne && dice.percent(60)
                ? "every: " + dice.of("1 day", "2 workdays", "1 week", "1 month", "3 days")
                : dice.percent(60)
                    ? "every: " + setting.period()
                    : "dates: [" + setting.date() + ", " + setting.focus + "]";
    if (every.contains("date") && every.substring(8, 18).equals(setting.focus.toString())) {
      every = "dates: [" + setting.focus + "]";
    }
    sets.append("  owed:\n    expected: {")
        .append(every)
        .append(borne ? ", of: items, while: [opened, " + dice.of("done", "closed") + "]" : "")
        .append(", for: mark, match: ")
        .append(dice.of("for", "in-order"))
        .append("}\n    case: [number]\n    moments: {mark: ")
        .append(hours ? "instant" : "date")
        .append(", sent: instant}\n    fields: {good: flag}\n");
    List<RefereeCase> own = new ArrayList<>();
    for (int i = dice.below(12); i > 0; i--) {
      Map<String, Long> moments = new HashMap<>();
      if (dice.percent(85)) {
        moments.put("sent", setting.instant());
      }
      if (dice.percent(80)) {
        long mark = setting.instant();
        moments.put("mark", hours ? mark : setting.wall.date(mark).toEpochDay());
      }
      String key = dice.of(plain.records().cases()).key();
      Map<String, Object> values = new HashMap<>();
      values.put("number", key);
      if (dice.percent(80)) {
        values.put("good", dice.percent(50));
      }
      own.add(
          RefereeCase.workedOut(
              key + " #1." + (100 - i),
              moments,
              values,
              dice.percent(5) ? Optional.of("made unusable") : Optional.empty()));
    }
    more.add(new RefereeRecords("owed", false, 0, own));
    metrics.put(
        "sent",
        "{"
            + head("owed")
            + dice.of(
                "clock: {stops: sent}, target: {by: mark, at-least: 90%}}",
                "clock: {stops: mark}, figure: {share: {good: true}}, target: none}",
                "clock: {starts: mark, stops: sent}, target: {within: 2 days, at-least: 90%}}"));
  }

  private void addReadings() {
    sets.append("  gauges:\n    case: [meter, at]\n    moments: {at: instant}\n")
        .append("    fields: {level: number}\n    readings: {every: ")
        .append(dice.of("4 hours", "24 hours", "30 minutes"))
        .append(dice.of("", ", missing: down", ", missing: up"))
        .append("}\n");
    List<RefereeCase> own = new ArrayList<>();
    Map<String, Boolean> keys = new HashMap<>();
    for (int i = dice.below(15); i > 0; i--) {
      String meter = dice.of("m1", "m2");
      long at = setting.instant();
      if (keys.put(meter + " / " + at, true) == null) {
        Map<String, Object> values = new HashMap<>();
        values.put("meter", meter);
        if (dice.percent(90)) {
          values.put("level", BigDecimal.valueOf(dice.between(1, 4)));
        }
        own.add(
            RefereeCase.workedOut(
                meter + " / " + PlainCase.instant(at), Map.of("at", at), values, Optional.empty()));
      }
    }
    more.add(new RefereeRecords("gauges", false, 0, own));
    metrics.put("level", available("gauges", "began", "ended", ""));
  }

  private void addComposite() {
    metrics.put(
        "composite",
        "{"
            + head("register/results")
            + dice.of(
                "qualifies: {result: [met, not-met]}, figure: {share: {result: met}}",
                "figure: {mean: figure}",
                "figure: {mean: figure, weight: cases}")
            + ", target: {at-least: 50%}}");
  }

  private void addExclusions() {
    String names = dice.of("all", "[" + dice.of(List.copyOf(metrics.keySet())) + "]");
    switch (dice.below(4)) {
      case 0 ->
          exclusions
              .append("  cases-out: {cases: {")
              .append(set.fieldTest())
              .append("}, excludes: ")
              .append(names)
              .append("}\n");
      case 1 -> {
        metrics.put(
            "volume",
            "{"
                + head("items")
                + "clock: {starts: opened, stops: done}, counted-when: started,"
                + " figure: {count: cases}, target: none}");
        exclusions
            .append("  too-much: {workload: {limits: {volume: ")
            .append(dice.of("2", "5"))
            .append("}, takes: excess}, excludes: ")
            .append(names)
            .append("}\n");
      }
      default -> addDeclared(names);
    }
  }

  private void addDeclared(String names) {
    exclusions
        .append("  agreed: {declared: {declared-by: provider")
        .append(dice.percent(50) ? ", notice: " + dice.of("2 workdays", "8 hours") : "")
        .append(
            dice.percent(50)
                ? ", accepted-by: customer"
                    + dice.of("", ", silence: accepted, decide-within: 1 workday")
                : "")
        .append(
            dice.percent(50)
                ? ", at-most: {of: " + dice.of("8 hours", "2 days", "1 workday") + ", per: month}"
                : "")
        .append("}, ")
        .append(
            dice.of(
                "excludes: " + names,
                "suspends: all",
                "closes: [" + dice.of(setting.calendars) + "]"))
        .append("}\n");
    List<RefereeCase> own = new ArrayList<>();
    for (int i = dice.between(1, 4); i > 0; i--) {
      Map<String, Long> moments = new HashMap<>();
      long from = setting.instant();
      moments.put("from", from);
      moments.put("until", from + setting.gap());
      moments.put("declared", from - dice.between(-1, 5) * 86_400_000_000L);
      Map<String, Object> values = new HashMap<>();
      values.put("id", "D" + i);
      values.put("exclusion", dice.percent(90) ? "agreed" : "other");
      values.put("party", dice.percent(90) ? "provider" : "customer");
      if (dice.percent(60)) {
        moments.put("decided", from - dice.between(-1, 3) * 43_200_000_000L);
        values.put("decision", dice.of("accepted", "accepted", "rejected"));
      }
      own.add(RefereeCase.workedOut("D" + i, moments, values, Optional.empty()));
    }
    more.add(new RefereeRecords(RegisterSets.DECLARATIONS, false, 0, own));
  }
}
