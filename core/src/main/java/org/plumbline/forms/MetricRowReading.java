package org.plumbline.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Direction;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureKind;
import org.plumbline.catalog.Target;
import org.plumbline.catalog.Target.Relation;
import org.plumbline.catalog.Target.Value;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.profile.Words;
import org.plumbline.profile.Yaml;

/** Makes a metric of one row; what the words do not tell is noted. */
final class MetricRowReading {

  private static final Pattern TIER =
      Pattern.compile("(?i).*\\b(severity|sev|priority|prio|p|tier|level)[ -]?(\\d{1,2})\\b.*");

  private static final Pattern PERIOD =
      Pattern.compile(
          "(?s)(?:(?:every|each|per|once (?:a|per)|measured|reported)"
              + " )?(month|quarter|week|year|annual|calendar month)(?:ly)?\\b(?![-"
              + " ]*(?:and|or)\\b).*");
  private static final Map<String, String> PERIODS =
      Map.of(
          "mo", "month", "ca", "month", "qu", "quarter", "we", "week", "ye", "year", "an", "year");

  private final FormTable table;
  private final Headings<MetricColumn> headings;
  private final FormTable.Line line;
  private final Measure measure;
  private final DraftTerms terms;
  private final List<String> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> moments = new LinkedHashMap<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private String understood = "";

  MetricRowReading(
      FormTable table,
      Headings<MetricColumn> headings,
      FormTable.Line line,
      Measure measure,
      DraftTerms terms) {
    this.table = table;
    this.headings = headings;
    this.line = line;
    this.measure = measure;
    this.terms = terms;
  }

  MetricRow read(String id, List<String> kept) {
    performing();
    text("category", Column.CATEGORY);
    figure();
    period();
    String counted = without(measure.sense().counted());
    boolean named = measure.sense().limit().isPresent() && !counted.isEmpty();
    String set = named && counted.length() <= 40 ? Words.id(counted, new HashSet<>()) : id;
    return new MetricRow(
        id,
        measure,
        set.equals(id) ? id + "-cases" : set,
        moments,
        fields,
        lines,
        understood.replace("at-least", "at least").replace("at-most", "at most"),
        notes.stream().distinct().toList(),
        kept,
        findings);
  }

  private void performing() {
    String said = measure.text(Column.PERFORMING).toLowerCase(Locale.ROOT);
    boolean provider =
        said.matches("(?s).*\\b(provider|vendor|contractor|supplier|service center)\\b.*")
            || terms
                .provider()
                .filter(name -> said.contains(name.toLowerCase(Locale.ROOT)))
                .isPresent();
    boolean customer =
        said.matches("(?s).*\\b(customer|consumer|client|agency|bureau)\\b.*")
            || terms
                .customer()
                .filter(name -> said.contains(name.toLowerCase(Locale.ROOT)))
                .isPresent();
    if (provider == customer) {
      lines.add("performing: provider    # check: who performs");
      if (said.isEmpty()) {
        notes.add("performed by the provider, as nothing is said");
      } else {
        notUnderstood(
            MetricColumn.PERFORMING,
            Words.shown(said) + " names neither the provider nor the customer alone",
            "write provider or customer");
      }
    } else {
      lines.add("performing: " + (provider ? "provider" : "customer"));
    }
  }

  private void text(String key, Column column) {
    if (measure.has(column)) {
      lines.add(key + ": " + Yaml.value(Words.oneLine(measure.text(column))));
    }
  }

  private void period() {
    String said = measure.text(Column.FREQUENCY).toLowerCase(Locale.ROOT);
    Matcher known = PERIOD.matcher(said);
    String period = known.matches() ? PERIODS.getOrDefault(known.group(1).substring(0, 2), "") : "";
    if (period.isEmpty()) {
      lines.add("period: {every: month}    # check: how often it is reported");
      if (said.isEmpty()) {
        notes.add("each month, as nothing is said");
      } else {
        notUnderstood(
            MetricColumn.FREQUENCY,
            Words.shown(said) + " is no period that is known here",
            "write monthly, quarterly, weekly or yearly");
      }
    } else {
      lines.add("period: {every: " + period + "}");
    }
  }

  private void notUnderstood(MetricColumn column, String found, String right) {
    notes.add(found);
    findings.add(
        Finding.of(
            FindingCode.CELL_NOT_UNDERSTOOD,
            table.place(line.number(), headings.column(column)),
            found,
            right));
  }

  private boolean says(String words) {
    String all =
        (measure.name() + " " + measure.text(Column.DESCRIPTION) + " " + measure.text(Column.TYPE))
            .toLowerCase(Locale.ROOT);
    return all.matches("(?s).*\\b(" + words + ").*");
  }

  /** What is counted, and what is promised of it. */
  private void figure() {
    Target target = measure.target();
    if (target instanceof Target.ShareWithin within) {
      inTime(
          within.time(),
          limit(within.limit(), within.time()),
          bound(within.relation(), within.share()));
    } else if (target instanceof Target.Tiers tiers && tiered(tiers)) {
      return;
    } else if (target instanceof Target.Bound bound) {
      bound(bound);
    } else {
      open(target);
    }
  }

  private void bound(Target.Bound bound) {
    Value value = asShare(bound.value());
    Optional<Value.Time> limit = measure.sense().limit();
    if (value instanceof Value.Percent percent && limit.isPresent()) {
      inTime(
          limit.get(), "within: " + limit.get().amount(), bound(bound.relation(), percent.share()));
    } else if (value instanceof Value.Percent percent && says("availab|uptime|up-time")) {
      moments.put("began", "instant");
      moments.put("ended", "instant");
      lines.add("clock: {starts: began, stops: ended}    # check: a case is an outage");
      lines.add("figure: {share: available-time}");
      promised("share of available time, ", bound(bound.relation(), percent.share()));
    } else if (value instanceof Value.Percent percent) {
      String field =
          says("satisf") ? "satisfied" : says("accura|error|correct") ? "correct" : "held";
      boolean bad = measure.sense().direction() == Direction.LOWER && !bound.relation().isFloor();
      String flag = bad ? "missed" : field;
      recorded(flag + ": flag");
      lines.add(
          "figure: {share: {" + flag + ": true}}    # check: what your records say of a case");
      notes.add("whether a case counts is a field of the records, here called " + flag);
      promised("share of cases, ", bound(bound.relation(), percent.share()));
    } else if (value instanceof Value.Time time && says("average|mean|median")) {
      startStop(time);
      String statistic = says("median") ? "median" : "mean";
      lines.add("figure: {" + statistic + ": elapsed}");
      String key = bound.relation() == Relation.BELOW ? "below: " : "at-most: ";
      promised(statistic + " time, ", key + time.amount());
    } else if (value instanceof Value.Time time) {
      startStop(time);
      lines.add("target: {" + limit(bound.relation(), time) + ", at-least: " + owed() + "}");
      understood = "share of cases " + limit(bound.relation(), time).replace(":", "");
      notUnderstood(
          headings.columns().containsKey(MetricColumn.TARGET)
              ? MetricColumn.TARGET
              : MetricColumn.LIMIT,
          "a time without the share of cases that keeps to it",
          "write for example 95% within " + time.amount());
    } else if (value instanceof Value.Dollars dollars) {
      recorded("amount: money");
      lines.add("figure: {sum: amount}    # check: which amount");
      String key = dollars.amount().signum() == 0 ? "at-most" : key(bound.relation());
      promised("sum of money, ", key + ": " + dollars.amount().toPlainString() + " USD");
    } else {
      number(bound, (Value.Number) value);
    }
  }

  /** A bare number of a share is a percentage, and that is said. */
  private Value asShare(Value value) {
    if (value instanceof Value.Number number
        && measure.sense().kind() == MeasureKind.SHARE
        && number.of().isEmpty()
        && number.number().compareTo(BigDecimal.ONE) > 0
        && number.number().compareTo(BigDecimal.valueOf(100)) <= 0) {
      notes.add(
          number.words() + " is taken as " + number.words() + " %, since a share is measured");
      return new Value.Percent(Share.ofPercent(number.number()));
    }
    return value;
  }

  private void number(Target.Bound bound, Value.Number value) {
    boolean score = says("score|rating|satisf|scale");
    recorded(score ? "score: number" : "");
    lines.add(
        score ? "figure: {mean: score}    # check: mean or median" : "figure: {count: cases}");
    boolean none = value.number().signum() == 0;
    String key = none ? "at-most" : key(bound.relation());
    promised(
        score ? "mean score, " : "number of cases, ", key + ": " + value.number().toPlainString());
    if (none) {
      lines.add("no-data: met    # nothing to count is what is promised");
    }
    if (!value.of().isEmpty()) {
      notes.add("“" + value.of() + "” after the number is not used");
    }
  }

  private void open(Target target) {
    boolean limited = measure.sense().limit().isPresent();
    if (limited) {
      startStop(measure.sense().limit().get());
    } else if (measure.sense().kind() == MeasureKind.SHARE) {
      recorded("held: flag");
      lines.add("figure: {share: {held: true}}    # check: what your records say of a case");
    } else {
      recorded("");
      lines.add("figure: {count: cases}    # check: what is counted");
    }
    String within =
        limited ? "within: " + measure.sense().limit().get().amount() + ", at-least: " : "";
    lines.add("target: " + (limited ? "{" + within + owed() + "}" : owed()));
    understood =
        limited
            ? "share of cases " + within.replace(":", "").replace(", at-least ", "")
            : "cases counted";
    notUnderstood(
        MetricColumn.TARGET,
        "the target is " + (target instanceof Target.Missing ? "empty" : target.words()),
        "write one value, such as >= 95%, 95% within 4 hours or Zero");
  }

  /** A promise for each priority. */
  private boolean tiered(Target.Tiers tiers) {
    List<String> promises = new ArrayList<>();
    Optional<Value.Time> time = Optional.empty();
    String field = "priority";
    for (Target.Tier tier : tiers.tiers()) {
      Matcher label = TIER.matcher(tier.label());
      if (!label.matches() || !(tier.target() instanceof Target.ShareWithin within)) {
        return false;
      }
      field = label.group(1).toLowerCase(Locale.ROOT).startsWith("sev") ? "severity" : field;
      time = Optional.of(within.time());
      promises.add(
          label.group(2)
              + "}, "
              + limit(within.limit(), within.time())
              + ", "
              + bound(within.relation(), within.share())
              + "}");
    }
    if (time.isEmpty()) {
      return false;
    }
    startStop(time.get());
    fields.put(field, "number");
    lines.add("target:");
    for (String promise : promises) {
      lines.add("  - {when: {" + field + ": " + promise);
    }
    understood = "share of cases in time, by " + field + ": " + tiers.words();
    return true;
  }

  private void inTime(Value.Time time, String limit, String bound) {
    startStop(time);
    lines.add("target: {" + limit + ", " + bound + "}");
    understood = "share of cases " + limit.replace(":", "") + ", " + bound.replace(":", "");
  }

  private void promised(String figure, String bound) {
    lines.add("target: {" + bound + "}");
    understood = figure + bound.replace(":", "");
  }

  private void recorded(String field) {
    moments.put("recorded", "date");
    if (!field.isEmpty()) {
      fields.put(field.split(": ")[0], field.split(": ")[1]);
    }
    lines.add("clock: {stops: recorded}");
  }

  /** Start and stop of the clock, as far as the words tell. */
  private void startStop(Value.Time time) {
    boolean days = time.amount().kind() != TimeAmount.Kind.ELAPSED;
    String precision = days ? "date" : "instant";
    String from =
        measure.sense().start().split("[,;.]| by | from | to | for | of | through ", 2)[0];
    String start = from.isBlank() ? "started" : Words.id(without(from), new HashSet<>());
    String done = measure.sense().stop().split("\\s+", 2)[0];
    String stop = done.isBlank() ? "finished" : Words.id(done, new HashSet<>());
    start = start.equals(stop) ? "started" : start;
    moments.put(start, precision);
    moments.put(stop, precision);
    boolean told = !from.isBlank() && !done.isBlank();
    lines.add(
        "clock: {starts: "
            + start
            + ", stops: "
            + stop
            + "}"
            + (told ? "" : "    # check: what starts and what stops it"));
    if (!told) {
      notes.add("what starts and stops the clock is not said; here " + start + " and " + stop);
    }
    if (time.days() == Target.Days.BUSINESS_HOURS) {
      notes.add("business hours: name a calendar in the clock");
    }
    if (time.days() == Target.Days.UNSTATED && time.amount().unit() == TimeAmount.Unit.DAYS) {
      notes.add("days are taken as calendar days");
    }
  }

  /** Words without an article before them. */
  private static String without(String words) {
    return words.replaceFirst("(?i)^(the|an?|all|each|every) ", "").strip();
  }

  private static String limit(Relation relation, Value.Time time) {
    return (relation == Relation.BELOW ? "under: " : "within: ") + time.amount();
  }

  private String bound(Relation relation, Share share) {
    return key(relation) + ": " + share;
  }

  private String key(Relation relation) {
    return switch (relation) {
      case AT_LEAST -> "at-least";
      case AT_MOST -> "at-most";
      case ABOVE -> "above";
      case BELOW -> "below";
      case EXACTLY, UNSTATED -> {
        boolean ceiling = measure.sense().direction() == Direction.LOWER;
        if (measure.sense().direction() == Direction.UNTOLD) {
          notes.add("which way the target is meant is not said; taken as at least");
        }
        yield ceiling ? "at-most" : "at-least";
      }
    };
  }

  private String owed() {
    String basis = measure.text(Column.TARGET);
    String said = basis.isEmpty() ? "no target" : Words.oneLine(basis);
    return "{to-be-agreed: {owed-by: customer/program-manager, basis: "
        + Yaml.value("the table says " + said)
        + "}}";
  }
}
