package org.plumbline.referee;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A metric over a generated set, at random. */
final class GeneratedMetric {

  private final GeneratedSet set;
  private final Dice dice;
  private final String starts;
  private final String stops;
  private final boolean dates;
  private final boolean stock;
  private final boolean rich;
  private String figure = "";

  GeneratedMetric(GeneratedSet set) {
    this(set, false);
  }

  /**
   * Rolls a metric.
   *
   * @param rich whether its period and its statistics may have every key
   */
  GeneratedMetric(GeneratedSet set, boolean rich) {
    this.set = set;
    this.rich = rich;
    dice = set.dice;
    stock = dice.percent(15);
    starts =
        dice.percent(80) || stock
            ? dice.of("opened", "opened", "opened", "checked", set.moment())
            : "";
    stops = dice.of("done", "done", "done", "done", "closed", set.moment());
    dates = set.isDate(stops) || (!starts.isEmpty() && set.isDate(starts));
  }

  String text() {
    List<String> keys = new ArrayList<>();
    keys.add("name: Generated");
    keys.add("performing: " + dice.of("provider", "provider", "customer"));
    keys.add("records: items");
    if (dice.percent(22)) {
      keys.add("qualifies: " + condition(true));
    }
    keys.add("clock: " + clock());
    boolean inTime = !stock && dice.percent(55);
    if (inTime) {
      if (dice.percent(30)) {
        keys.add("figure: {share: in-time, where: " + condition(true) + "}");
      }
    } else {
      figure = figure();
      keys.add("figure: " + figure);
    }
    if (dice.percent(15)) {
      keys.add("each: " + dice.of("kind", "severity"));
    }
    if (stock) {
      keys.add("counted-when: " + dice.of("open-at-end", "open-during"));
    } else if (dice.percent(40)) {
      keys.add(
          "counted-when: "
              + (starts.isEmpty()
                  ? dice.of("decided", "stopped")
                  : inTime
                      ? dice.of("decided", "stopped", "started", "due")
                      : dice.of("decided", "stopped", "started")));
    }
    if (rich) {
      keys.add(window());
    } else if (dice.percent(40)) {
      keys.add("period: {every: " + set.setting.period() + "}");
    }
    if (inTime) {
      String target = level();
      keys.add("target: " + target);
      if (dice.percent(40)) {
        keys.add("minimum: " + level());
      }
    } else {
      keys.add("target: " + boundOnly());
    }
    return "{" + String.join(", ", keys) + "}";
  }

  private String window() {
    return "period: {every: "
        + dice.of("month", "month", "quarter", "week")
        + dice.of(
            "",
            ", rolling: " + dice.of("3 months", "10 days", "2 weeks", "1 year", "7 workdays"),
            ", to-date: " + dice.of("quarter", "year", "sprint"))
        + (dice.percent(40) ? ", mean-of: " + dice.of("week", "sprint", "retail", "month") : "")
        + dice.of("", "", ", partial: join-next", ", partial: judged")
        + "}";
  }

  private String clock() {
    List<String> keys = new ArrayList<>();
    if (!starts.isEmpty()) {
      keys.add("starts: " + starts);
    }
    keys.add("stops: " + stops);
    if (dice.percent(65)) {
      keys.add(
          "calendar: "
              + (dice.percent(75)
                  ? set.setting.calendar()
                  : "[{when: {"
                      + set.fieldTest()
                      + "}, is: "
                      + set.setting.calendar()
                      + "}, {when: otherwise, is: "
                      + set.setting.calendar()
                      + "}]"));
    }
    if (!starts.isEmpty() && dice.percent(50)) {
      if (set.turns.isEmpty() || dice.percent(60)) {
        keys.add(
            "counts: ["
                + String.join(", ", dice.some(List.of("provider", "customer", "vendor"), 1, 2))
                + "]");
      } else {
        keys.add("pauses: [" + String.join(", ", dice.some(set.turns, 1, 2)) + "]");
      }
    }
    return "{" + String.join(", ", keys) + "}";
  }

  private String level() {
    return switch (dice.below(6)) {
      case 0, 1, 2 -> "{" + limit() + ", at-least: 95%" + rest() + "}";
      case 3 ->
          "[{when: {"
              + set.fieldTest()
              + "}, "
              + limit()
              + ", at-least: 98%"
              + rest()
              + "}, {when: {"
              + set.fieldTest()
              + "}, "
              + limit()
              + ", at-least: 90%}, {when: otherwise, "
              + limit()
              + ", at-least: 80%}]";
      case 4 ->
          "[{when: {"
              + set.fieldTest()
              + "}, "
              + limit()
              + ", at-least: 98%}, {when: {"
              + set.fieldTest()
              + "}, "
              + limit()
              + ", at-least: 90%}]";
      default -> "[{" + limit() + ", at-least: 95%}, {" + limit() + ", at-least: 100%}]";
    };
  }

  private String rest() {
    return dice.percent(25) ? ", rest: {" + limit() + ", at-least: 90%}" : "";
  }

  private String limit() {
    if (starts.isEmpty() || dice.percent(15)) {
      String by = dice.percent(70) ? set.moment() : "{at: " + set.moment() + ", plus: 2 days}";
      return "by: " + by;
    }
    return dice.of("within", "within", "within", "under")
        + ": "
        + (dice.percent(75)
            ? amount()
            : dice.percent(50)
                ? "[{when: {"
                    + set.fieldTest()
                    + "}, is: "
                    + amount()
                    + "}, {when: otherwise, is: "
                    + amount()
                    + "}]"
                : "[{from: 2011-01-01, is: "
                    + amount()
                    + "}, {from: "
                    + set.setting.focus
                    + ", is: "
                    + amount()
                    + "}]");
  }

  private String amount() {
    return !dates && dice.percent(55)
        ? dice.of("30 minutes", "1 hour", "4 hours", "8 hours", "9 hours", "24 hours", "61 minutes")
        : dice.of(
            "1 day",
            "2 days",
            "3 days",
            "5 days",
            "1 workday",
            "2 workdays",
            "3 workdays",
            "5 workdays",
            "1 week",
            "1 month");
  }

  private String condition(boolean ofCase) {
    Set<String> subjects = new LinkedHashSet<>();
    List<String> entries = new ArrayList<>();
    for (int i = dice.between(1, 2); i > 0; i--) {
      String entry = entry(ofCase);
      if (subjects.add(entry.substring(0, entry.indexOf(':')))) {
        entries.add(entry);
      }
    }
    return "{" + String.join(", ", entries) + "}";
  }

  private String entry(boolean ofCase) {
    return switch (dice.below(11)) {
      case 0, 1, 2 -> set.fieldTest();
      case 3 ->
          set.moment()
              + ": {"
              + dice.of("by", "before", "from", "after")
              + ": "
              + (dice.percent(60) ? set.moment() : set.setting.date().toString())
              + "}";
      case 4 -> set.moment() + ": {missing: " + dice.of("true", "false") + "}";
      case 5 -> "any: [{" + set.fieldTest() + "}, {" + entry(false) + "}]";
      case 6 -> "none: [{" + set.fieldTest() + "}]";
      case 7, 8 ->
          !ofCase || starts.isEmpty()
              ? set.fieldTest()
              : dice.of("elapsed", "age")
                  + ": {"
                  + dice.of("above", "at-most", "below")
                  + ": "
                  + amount()
                  + "}";
      case 9 ->
          set.holds.isEmpty()
              ? set.fieldTest()
              : "hold: " + dice.of(dice.of(set.holds), "{missing: true}");
      default -> "customer.size: {at-least: 6}";
    };
  }

  private String figure() {
    return switch (dice.below(8)) {
      case 0, 1 -> "{share: " + condition(true) + where() + "}";
      case 2 -> "{count: cases" + where() + "}";
      case 3 -> "{ratio: {of: " + simple() + ", to: " + simple() + "}}";
      case 4 ->
          dice.of(
              "{difference: [" + simple() + ", " + simple() + "]}",
              "{absolute: {difference: [" + simple() + ", " + simple() + "]}}",
              "{larger-of: [" + simple() + ", " + simple() + "]}");
      default -> statistic();
    };
  }

  private String simple() {
    return dice.of(
        "{sum: severity" + where() + "}",
        "{count: cases" + where() + "}",
        "{mean: severity" + where() + "}",
        "{max: severity}");
  }

  private String statistic() {
    String of =
        dice.percent(60) && !starts.isEmpty()
            ? dice.of("elapsed", "elapsed", "age")
            : dice.of("severity", "amount", "rate", "effort");
    if (dice.percent(25)) {
      return "{percentile: " + dice.of("90", "50", "100", "12.5") + ", of: " + of + where() + "}";
    }
    String kind =
        stock
            ? dice.of("sum", "mean", "median", "max", "min")
            : dice.of("sum", "mean", "median", "max", "min", "last");
    if (!rich || dice.percent(30)) {
      return "{" + kind + ": " + of + where() + "}";
    }
    if (dice.percent(50)) {
      return "{"
          + kind
          + ": "
          + of
          + ", fastest: "
          + dice.of("90%", "50%", "33.3%", "100%")
          + where()
          + "}";
    }
    String weight =
        dice.percent(60)
            ? dice.of("severity", "rate")
            : "[{when: {"
                + set.fieldTest()
                + "}, is: 2.5}, {when: otherwise, is: "
                + dice.of("0", "1", "0.3")
                + "}]";
    return "{mean: "
        + of
        + ", weight: "
        + weight
        + where()
        + (dice.percent(20) ? ", fastest: 75%" : "")
        + "}";
  }

  private String where() {
    return dice.percent(35) ? ", where: " + condition(true) : "";
  }

  private String boundOnly() {
    String bound =
        figure.startsWith("{share")
            ? "at-least: 95%"
            : figure.contains("mean: elapsed") || figure.contains("of: elapsed")
                ? "at-most: " + amount()
                : "";
    if (bound.isEmpty() || bound.contains("month") || dice.percent(20)) {
      return "none";
    }
    return dice.percent(60)
        ? "{" + bound + "}"
        : "[{when: {" + set.fieldTest() + "}, " + bound + "}, {when: otherwise, " + bound + "}]";
  }
}
