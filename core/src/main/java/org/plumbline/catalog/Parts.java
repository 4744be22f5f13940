package org.plumbline.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a drafted metric needs, by the kind of its measure.
 *
 * @param moments the moments of its record set, as YAML
 * @param fields the fields, as YAML; may be empty
 * @param metric the lines of the metric that say what is timed and counted
 * @param limit the limit on a case, if the figure is the share in time; empty if it is not
 * @param unit in what the figure is counted
 */
record Parts(String moments, String fields, List<String> metric, String limit, Unit unit) {

  static final Set<String> RESERVED =
      Set.of("any", "none", "otherwise", "all", "elapsed", "age", "hold", "stage", "number");

  /** In what a figure is counted. */
  enum Unit {
    SHARE,
    NUMBER,
    TIME,
    MONEY
  }

  static Parts of(Measure measure) {
    MeasureSense sense = measure.sense();
    return switch (sense.kind()) {
      case SHARE -> share(measure);
      case TIME ->
          new Parts(
              "{" + start(sense) + ": instant, " + stop(sense) + ": instant}",
              "",
              List.of(
                  "clock: {starts: " + start(sense) + ", stops: " + stop(sense) + "}",
                  "figure: {mean: elapsed}            # check: mean, median or largest"),
              "",
              Unit.TIME);
      case MONEY ->
          new Parts(
              "{recorded: date}",
              "{amount: money}",
              List.of("clock: {stops: recorded}", "figure: {sum: amount}"),
              "",
              Unit.MONEY);
      case COUNT, YES_NO, OTHER ->
          new Parts(
              "{recorded: date}",
              "",
              List.of("clock: {stops: recorded}", "figure: {count: cases}"),
              "",
              Unit.NUMBER);
    };
  }

  private static Parts share(Measure measure) {
    MeasureSense sense = measure.sense();
    if (sense.limit().isPresent()) {
      boolean dates =
          switch (sense.limit().get().amount().unit()) {
            case SECONDS, MINUTES, HOURS -> false;
            case DAYS, WORKDAYS, WEEKS, MONTHS, YEARS -> true;
          };
      String precision = dates ? "date" : "instant";
      return new Parts(
          "{" + start(sense) + ": " + precision + ", " + stop(sense) + ": " + precision + "}",
          "",
          List.of(clock(sense)),
          sense.limit().get().amount().toString(),
          Unit.SHARE);
    }
    if (measure.text(Column.TYPE).equalsIgnoreCase("Availability")) {
      return new Parts(
          "{began: instant, ended: instant}",
          "",
          List.of(
              "clock: {starts: began, stops: ended}   # check: a case is an outage",
              "figure: {share: available-time}"),
          "",
          Unit.SHARE);
    }
    if (measure.text(Column.FORMULA).toLowerCase(Locale.ROOT).contains("dollar")) {
      return new Parts(
          "{recorded: date}",
          "{part: money, whole: money}",
          List.of(
              "clock: {stops: recorded}", "figure: {ratio: {of: {sum: part}, to: {sum: whole}}}"),
          "",
          Unit.SHARE);
    }
    String field = MetricDraft.id(first(sense.stop()), "counted");
    return new Parts(
        "{recorded: date}",
        "{" + field + ": flag}",
        List.of("clock: {stops: recorded}", "figure: {share: {" + field + ": true}}"),
        "",
        Unit.SHARE);
  }

  private static String clock(MeasureSense sense) {
    String workdays =
        sense.limit().filter(time -> time.days() == Target.Days.BUSINESS_HOURS).isPresent()
            ? "    # check: name the calendar of the business hours"
            : "";
    return "clock: {starts: " + start(sense) + ", stops: " + stop(sense) + "}" + workdays;
  }

  private static String start(MeasureSense sense) {
    String words = sense.start().split("[,;.]| by | from | to | for | through ", 2)[0];
    String id = MetricDraft.id(words, "started");
    return id.equals(stop(sense)) ? "started" : id;
  }

  private static String stop(MeasureSense sense) {
    return MetricDraft.id(first(sense.stop()), "finished");
  }

  private static String first(String words) {
    String[] all = words.split("\\s+");
    return all.length == 0 ? "" : all[0];
  }

  boolean limited() {
    return !limit.isEmpty();
  }

  /** Whether the figure is the share in time, whose limit the target may bring. */
  boolean isInTime() {
    return limited();
  }

  /** Whether the figure can be bounded by a value. */
  boolean takes(Target.Value value) {
    if (value instanceof Target.Value.Number number) {
      return number.number().signum() == 0 || unit == Unit.NUMBER;
    }
    return value instanceof Target.Value.Percent && unit == Unit.SHARE
        || value instanceof Target.Value.Time && unit == Unit.TIME
        || value instanceof Target.Value.Dollars && unit == Unit.MONEY;
  }

  /** Whether nothing shall be counted. */
  boolean isCountOfNone(Target.Value value) {
    return unit == Unit.NUMBER
        && value instanceof Target.Value.Number number
        && number.number().signum() == 0;
  }

  /** A number in the unit of the figure. */
  String inUnit(String number) {
    return switch (unit) {
      case SHARE -> number + "%";
      case NUMBER -> number;
      case TIME -> number + " days";
      case MONEY -> number + " USD";
    };
  }
}
