package org.plumbline.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plumbline.catalog.Target.Relation;
import org.plumbline.catalog.Target.Value;

/**
 * Drafts a metric of an agreement from a measure: YAML of the agreement language with a record set
 * and a metric, to be pasted into an agreement. What the measure does not say is left {@code
 * to-be-agreed} or marked with a comment that begins with {@code check}.
 */
public final class MetricDraft {

  private static final int WIDTH = 96;
  private static final int LONGEST_ID = 60;

  private final Measure measure;
  private final List<String> lines = new ArrayList<>();
  private final String set;
  private final Parts parts;

  private MetricDraft(Measure measure) {
    this.measure = measure;
    this.set = id(measure.sense().counted(), "cases");
    this.parts = Parts.of(measure);
  }

  /** The YAML text, commented. */
  public static String of(Measure measure) {
    MetricDraft draft = new MetricDraft(measure);
    draft.origin();
    draft.records();
    draft.metric();
    return String.join("\n", draft.lines) + "\n";
  }

  /** The metric's id that a draft gives. */
  public static String idOf(Measure measure) {
    return id(measure.name(), "metric");
  }

  private void origin() {
    comment(
        "Drafted from the measure "
            + measure.label()
            + " ("
            + measure.sheet().file()
            + ", sheet "
            + measure.sheet().name()
            + ", row "
            + measure.row()
            + "):");
    comment("  " + measure.text(Column.DESCRIPTION));
    if (measure.has(Column.FORMULA)) {
      comment("  Formula: " + measure.text(Column.FORMULA));
    }
    if (measure.has(Column.TARGET)) {
      comment("  Target: " + measure.text(Column.TARGET));
    }
    comment("Look at every line marked check; the measure does not say what stands there.");
  }

  private void records() {
    lines.add("records:");
    lines.add("  " + set + ":");
    lines.add("    case: [number]                    # check: which fields name one case");
    lines.add("    moments: " + parts.moments() + "    # check: what your records hold");
    if (!parts.fields().isEmpty()) {
      lines.add("    fields: " + parts.fields() + "    # check: a field that says it");
    }
    lines.add("    delivery:");
    lines.add("      supplied-by: " + party(Column.REPORTING, "provider"));
    text(Column.SOURCE, "      source: ");
    String method = measure.text(Column.METHOD).toLowerCase(Locale.ROOT);
    if (method.matches("[a-z]+( [a-z]+)?")) {
      lines.add("      method: " + method.replace(' ', '-'));
    }
    due();
  }

  /** {@code Due 10th calendar day after month end}. */
  private void due() {
    var due =
        java.util.regex.Pattern.compile("(?i)due (\\d{1,2})(st|nd|rd|th) calendar day after")
            .matcher(measure.text(Column.FREQUENCY));
    lines.add(
        due.find()
            ? "      due: " + due.group(1) + " days"
            : "      due: 10 days                    # check: how long after the period's end");
  }

  private void metric() {
    lines.add("metrics:");
    lines.add("  " + idOf(measure) + ":");
    lines.add("    name: " + quoted(measure.name()));
    lines.add(
        "    performing: " + party(Column.PERFORMING, "provider") + unsaid(Column.PERFORMING));
    organization(Column.REPORTING, "provider");
    organization(Column.ACCOUNTABLE, "customer");
    if (!measure.id().isEmpty()) {
      lines.add("    implements: {measure: " + quoted(measure.id().replaceAll("\\s+", " ")) + "}");
    }
    text(Column.CATEGORY, "    category: ");
    text(Column.LEVEL, "    level: ");
    text(Column.TYPE, "    type: ");
    lines.add("    records: " + set);
    parts.metric().forEach(line -> lines.add("    " + line));
    lines.add("    period: {every: " + period() + "}");
    target();
  }

  private void target() {
    Target target = measure.target();
    if (target instanceof Target.Bound bound && parts.takes(bound.value())) {
      lines.add("    target: " + limited(bound(bound)) + unstated(bound.relation()));
      if (parts.isCountOfNone(bound.value())) {
        lines.add("    no-data: met                        # nothing to count is what is promised");
      }
    } else if (target instanceof Target.ShareWithin within && parts.isInTime()) {
      String limit =
          (within.limit() == Relation.BELOW ? "under: " : "within: ") + within.time().amount();
      String key = key(within.relation(), Direction.HIGHER);
      lines.add("    target: {" + limit + ", " + key + ": " + within.share() + "}");
    } else if (measure.isWorkload() && !parts.limited()) {
      lines.add("    target: none                        # workload: reported, not promised");
    } else {
      if (target instanceof Target.Tiers tiers) {
        comment("    The cell holds several targets; write a line for each, with when:");
        tiers.tiers().forEach(tier -> comment("      " + said(tier)));
      }
      String basis = measure.text(Column.TARGET).isEmpty() ? "no target" : target.words();
      lines.add(
          "    target: {to-be-agreed: {owed-by: customer/program-manager, basis: "
              + quoted("the measure has " + basis)
              + "}}");
    }
  }

  private static String said(Target.Tier tier) {
    return (tier.label().isEmpty() ? "?" : tier.label()) + ": " + tier.target().words();
  }

  /** The bound with the limit that the description says. */
  private String limited(String bound) {
    return parts.limited() ? "{within: " + parts.limit() + ", " + bound + "}" : "{" + bound + "}";
  }

  private String bound(Target.Bound bound) {
    String key = key(bound.relation(), measure.sense().direction());
    Value value = bound.value();
    if (value instanceof Value.Percent percent) {
      return key + ": " + percent.share();
    }
    if (value instanceof Value.Time time) {
      String ceiling = bound.relation() == Relation.BELOW ? "below" : "at-most";
      return ceiling + ": " + time.amount();
    }
    if (value instanceof Value.Dollars dollars) {
      return key + ": " + dollars.amount().toPlainString() + " USD";
    }
    String number = ((Value.Number) value).number().toPlainString();
    boolean none = ((Value.Number) value).number().signum() == 0;
    return none ? "at-most: " + parts.inUnit("0") : key + ": " + parts.inUnit(number);
  }

  private String key(Relation relation, Direction direction) {
    return switch (relation) {
      case AT_LEAST -> "at-least";
      case AT_MOST -> "at-most";
      case ABOVE -> "above";
      case BELOW -> "below";
      case EXACTLY, UNSTATED -> direction == Direction.LOWER ? "at-most" : "at-least";
    };
  }

  private static String unstated(Relation relation) {
    return relation == Relation.UNSTATED ? "    # check: the measure does not say which way" : "";
  }

  private String period() {
    String frequency = measure.text(Column.FREQUENCY).toLowerCase(Locale.ROOT);
    return frequency.startsWith("quarter")
        ? "quarter"
        : frequency.startsWith("annual") || frequency.startsWith("year")
            ? "year"
            : frequency.startsWith("week") ? "week" : "month";
  }

  private void organization(Column column, String usual) {
    String party = party(column, usual);
    if (measure.has(column) && !party.equals(usual)) {
      lines.add("    " + column.key() + ": " + party + unsaid(column));
    }
  }

  private String party(Column column, String usual) {
    return Organization.of(measure.text(column)).map(Organization::party).orElse(usual);
  }

  private String unsaid(Column column) {
    boolean told = Organization.of(measure.text(column)).isPresent();
    String said = measure.has(column) ? "says " + oneLine(measure.text(column)) : "does not say";
    return told ? "" : "    # check: the measure " + said;
  }

  private void text(Column column, String key) {
    if (measure.has(column)) {
      lines.add(key + quoted(measure.text(column)));
    }
  }

  private void comment(String text) {
    String indent = " ".repeat(text.length() - text.stripLeading().length());
    StringBuilder line = new StringBuilder("# " + indent);
    for (String word : oneLine(text).split(" ")) {
      if (line.length() + word.length() > WIDTH && line.toString().strip().length() > 1) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder("#   " + indent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\s]+", " ").strip();
  }

  /** A text in double quotes, as YAML reads it. */
  static String quoted(String text) {
    String line = oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + line + '"';
  }

  /** An id of the language made of the words of a text. */
  static String id(String text, String otherwise) {
    Set<String> words = new LinkedHashSet<>();
    int length = 0;
    String plain = text.replaceAll("\\([^)]*\\)", " ").toLowerCase(Locale.ROOT);
    for (String word : plain.split("[^a-z0-9]+")) {
      boolean begins = !words.isEmpty() || word.matches("[a-z].*");
      if (!word.isEmpty() && begins && length + word.length() < LONGEST_ID && words.add(word)) {
        length += word.length() + 1;
      }
    }
    String id = String.join("-", words);
    return id.isEmpty() || Parts.RESERVED.contains(id) ? otherwise : id;
  }
}
