package org.plumbline.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.Holds;
import org.plumbline.judge.LineResult;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** A reconciliation in plain sentences: theirs, ours, the difference, and why. */
public final class ReconciliationWording {

  private static final int MOST_KEYS = 8;
  private static final int MOST_DECIMALS = 6;

  private final Agreement agreement;
  private final Wording wording;

  /** The words for an agreement. */
  public ReconciliationWording(Agreement agreement) {
    this.agreement = agreement;
    this.wording = Wording.of(agreement);
  }

  /** What a figure is of: {@code Calls answered in time, line 2, March 2026}. */
  public String name(Comparison comparison) {
    ReportedFigure figure = comparison.reported();
    return metric(figure.metric())
        + figure.line().map(line -> ", line " + line).orElse("")
        + figure.each().map(each -> ", " + each).orElse("")
        + ", "
        + PeriodWords.name(figure.period());
  }

  /** The name of a metric; of one that the agreement does not have its id. */
  public String metric(String id) {
    Metric metric = agreement.metrics().get(id);
    return metric == null ? id : metric.name();
  }

  /** Theirs as it is written, with their counts. */
  public String theirs(Comparison comparison) {
    ReportedFigure figure = comparison.reported();
    boolean counts = figure.held().isPresent() && figure.cases().isPresent();
    return counts && !figure.text().isEmpty()
        ? comparison.shown() + " (" + figure.held().get() + " of " + figure.cases().get() + ")"
        : comparison.shown();
  }

  /** Ours with its counts, with so many digits that it never looks like theirs unless it is. */
  public String ours(Comparison comparison) {
    Optional<LineResult> line = comparison.line();
    if (line.isEmpty()) {
      return comparison.ours().isPresent() ? "a figure for each line" : "no figure";
    }
    Optional<Exact> figure = line.get().measurement().figure();
    return figure
        .map(
            own ->
                shown(own, comparison)
                    + counts(
                        line.get().measurement().unit(),
                        line.get().measurement().holding(),
                        line.get().measurement().cases()))
        .orElse("no data");
  }

  private static String counts(FigureUnit unit, long held, long cases) {
    return unit == FigureUnit.SHARE && cases > 0
        ? " (" + Numbers.count(held) + " of " + Numbers.count(cases) + ")"
        : "";
  }

  private static String shown(Exact figure, Comparison comparison) {
    LineResult line = comparison.line().orElseThrow();
    List<BoundValue> bounds = new ArrayList<>(line.bounds());
    comparison
        .theirs()
        .filter(theirs -> !theirs.equals(figure))
        .ifPresent(
            theirs ->
                bounds.add(
                    new BoundValue(
                        org.plumbline.agreement.Comparison.AT_LEAST,
                        Optional.empty(),
                        Optional.of(theirs))));
    return Numbers.figure(figure, line.measurement().unit(), bounds);
  }

  /** Theirs less ours: {@code −0.4 points}; empty where there is nothing to take off. */
  public String difference(Comparison comparison) {
    if (comparison.difference().isEmpty() || comparison.line().isEmpty()) {
      return "";
    }
    Exact difference = comparison.difference().get();
    if (difference.isZero()) {
      return "0";
    }
    FigureUnit unit = comparison.line().get().measurement().unit();
    String sign = difference.numerator().signum() < 0 ? "−" : "+";
    if (unit == FigureUnit.SHARE) {
      return sign + digits(difference.absolute().times(Exact.of(100))) + " points";
    }
    return sign
        + (unit == FigureUnit.MICROSECONDS
            ? Numbers.figure(difference.absolute(), unit, comparison.line().get().bounds())
            : digits(difference.absolute()));
  }

  /** Two decimals, or as many as show that it is not nothing. */
  private static String digits(Exact number) {
    int scale = 2;
    while (scale < MOST_DECIMALS && number.rounded(scale).signum() == 0) {
      scale++;
    }
    BigDecimal shown = number.rounded(scale).stripTrailingZeros();
    return Numbers.decimal(shown.setScale(Math.max(0, shown.scale())));
  }

  /** Why the two differ, or that they do not. */
  public String sentence(Comparison comparison) {
    return switch (comparison.standing()) {
      case SAME ->
          "Theirs and ours are the same, to the last "
              + (comparison.reported().held().isPresent() ? "case." : "digit.")
              + crossing(comparison)
              + list(comparison);
      case SAME_AS_WRITTEN -> rounded(comparison) + list(comparison);
      case DIFFERENT, NO_DATA_HERE -> different(comparison);
      case NO_DATA_THERE ->
          "They report no data; by the agreement the figure is " + ours(comparison) + ".";
      case NOTHING_HERE ->
          "The agreement has no figure of this metric for these days, so that there is nothing to"
              + " compare.";
    };
  }

  private String rounded(Comparison comparison) {
    String text =
        "Theirs is ours as far as it is written: ours is " + ours(comparison) + " exactly.";
    return text + crossing(comparison);
  }

  /** Says where theirs as written reaches a target that ours misses, or the other way about. */
  private static String crossing(Comparison comparison) {
    Optional<Boolean> ours =
        comparison
            .line()
            .map(LineResult::holds)
            .filter(holds -> holds == Holds.YES || holds == Holds.NO)
            .map(holds -> holds == Holds.YES);
    if (ours.isEmpty()
        || comparison.meetsAsWritten().isEmpty()
        || ours.equals(comparison.meetsAsWritten())) {
      return "";
    }
    LineResult line = comparison.line().orElseThrow();
    String bound = Wording.bounds(line.bounds(), line.measurement().unit());
    return ours.get()
        ? " Ours reaches the target of " + bound + "; theirs does not."
        : " Theirs reaches the target of " + bound + "; ours does not.";
  }

  private String different(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    List<Explanation> explanations = comparison.explanations();
    if (explanations.isEmpty()) {
      text.append("No other reading of the terms gives theirs; ")
          .append(Numbers.counted(comparison.tried(), "reading was", "readings were"))
          .append(" tried.");
    } else {
      Explanation first = explanations.get(0);
      text.append("Theirs comes out")
          .append(counts(comparison, first))
          .append(" if ")
          .append(first.theirs())
          .append("; ")
          .append(first.agreed())
          .append('.');
      text.append(others(first));
      also(explanations, text);
      boolean counted = comparison.reported().cases().isPresent();
      if (!counted && first.gives() == 1 && comparison.cases().isEmpty()) {
        text.append(" One number can come out by chance; their list of cases would settle it.");
      }
    }
    return text + crossing(comparison) + list(comparison);
  }

  /** Whether the reading gives their other figures of the metric too. */
  private static String others(Explanation explanation) {
    if (explanation.of() == 1) {
      return "";
    }
    String all = " of the " + explanation.of() + " figures that they report of this metric.";
    return explanation.gives() == explanation.of()
        ? " It gives each" + all
        : " It gives " + explanation.gives() + all;
  }

  private static String counts(Comparison comparison, Explanation explanation) {
    boolean share = explanation.read().unit() == FigureUnit.SHARE;
    return share && explanation.read().cases() > 0 && comparison.reported().held().isEmpty()
        ? ", "
            + Numbers.count(explanation.read().held())
            + " of "
            + Numbers.count(explanation.read().cases())
            + ","
        : "";
  }

  /** Other readings that do as well, where they explain as much. */
  private static void also(List<Explanation> explanations, StringBuilder text) {
    Explanation first = explanations.get(0);
    List<String> equal =
        explanations.subList(1, explanations.size()).stream()
            .filter(each -> each.gives() == first.gives() && each.terms() == first.terms())
            .map(Explanation::theirs)
            .toList();
    if (!equal.isEmpty()) {
      text.append(" It also comes out if ").append(String.join(", or if ", equal)).append('.');
    }
  }

  /** What their list of cases says. */
  private String list(Comparison comparison) {
    if (comparison.cases().isEmpty()) {
      return "";
    }
    CaseComparison cases = comparison.cases().get();
    String counts = cases.theirs().held() + " of " + cases.theirs().cases();
    boolean share =
        comparison.line().filter(line -> line.measurement().unit() == FigureUnit.SHARE).isPresent();
    if (!share || cases.theirs().cases() == 0) {
      return " " + groups(cases);
    }
    Exact own = Exact.ratio(cases.theirs().held(), cases.theirs().cases());
    boolean isTheirs =
        comparison.theirs().filter(theirs -> isAsWritten(comparison, own)).isPresent();
    return " Their list counts "
        + counts
        + (isTheirs ? ", which is what they report. " : ", which is not what they report. ")
        + groups(cases);
  }

  private static boolean isAsWritten(Comparison comparison, Exact own) {
    Optional<ReportedValue> value =
        ReportedValue.read(
            comparison.shown(),
            Optional.empty(),
            false,
            FigureUnit.SHARE,
            comparison.line().map(LineResult::bounds).orElse(List.of()));
    return value.filter(each -> each.isAtItsDecimals(own)).isPresent()
        || comparison.theirs().filter(own::equals).isPresent();
  }

  /** What makes the difference: {@code 23 cases differ since …}. */
  public String groups(CaseComparison cases) {
    if (cases.groups().isEmpty()) {
      return "All " + Numbers.counted(cases.alike(), "case is", "cases are") + " counted alike.";
    }
    List<String> parts = new ArrayList<>();
    for (CaseComparison.Group group : cases.groups()) {
      parts.add(
          Numbers.counted(group.keys().size(), "case", "cases")
              + " ("
              + keys(group)
              + "): "
              + words(group));
    }
    return "What differs: " + String.join("; ", parts) + ".";
  }

  /** The cause of a group. */
  public static String words(CaseComparison.Group group) {
    return group.agreed().isEmpty()
        ? group.words()
        : "counted so if " + group.words() + ", where " + group.agreed();
  }

  /** The first of the keys. */
  public static String keys(CaseComparison.Group group) {
    List<String> keys = group.keys();
    return keys.size() <= MOST_KEYS
        ? String.join(", ", keys)
        : String.join(", ", keys.subList(0, MOST_KEYS))
            + " and "
            + Numbers.count(keys.size() - MOST_KEYS)
            + " more";
  }

  /** How many figures are the same, and how many are not. */
  public static String summary(Reconciliation reconciliation) {
    long same = count(reconciliation, Comparison.Standing.SAME);
    long written = count(reconciliation, Comparison.Standing.SAME_AS_WRITTEN);
    int all = reconciliation.comparisons().size();
    long different = all - same - written;
    long explained =
        reconciliation.comparisons().stream()
            .filter(each -> !each.explanations().isEmpty())
            .count();
    StringBuilder text =
        new StringBuilder("Of ")
            .append(Numbers.counted(all, "reported figure", "reported figures"))
            .append(
                same == 0
                    ? ", none is the same as ours to the last digit"
                    : String.format(
                        Locale.ROOT,
                        ", %,d %s the same as ours to the last digit",
                        same,
                        same == 1 ? "is" : "are"));
    if (written > 0) {
      text.append(String.format(Locale.ROOT, ", %,d as far as written", written));
    }
    if (different > 0) {
      text.append(
          String.format(Locale.ROOT, ", and %,d %s not", different, different == 1 ? "is" : "are"));
      text.append(
          explained == 0
              ? ""
              : String.format(
                  Locale.ROOT,
                  "; of %s another reading of the terms gives what they report",
                  explained == different
                      ? (different == 1 ? "it" : "all these")
                      : explained + " of these"));
    }
    return text.append('.').toString();
  }

  private static long count(Reconciliation reconciliation, Comparison.Standing standing) {
    return reconciliation.comparisons().stream()
        .filter(each -> each.standing() == standing)
        .count();
  }

  /** The sentence of a metric, so that a reader sees what is measured. */
  public String promise(String id) {
    return agreement.metrics().containsKey(id) ? wording.metric(id) : "";
  }
}
