package org.plumbline.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;

/**
 * Sets the provider's figures beside what the agreement gives over the same records, and finds out
 * why they differ by evaluating other readings of the terms until one gives the reported number
 * (docs/meaning.md 22).
 */
public final class Reconciler {

  private static final int MOST_EXPLANATIONS = 3;

  private final Ours ours;
  private final ReportingPeriod asked;
  private final Consumer<String> progress;
  private final Instant asOf;
  private final List<ReportedCase> listed;
  private final List<ReportDay> days;
  private final Ours.Run run;
  private final Results results;
  private final Map<String, List<Trial>> trials = new HashMap<>();
  private final Map<String, List<CaseOutcome>> outcomes = new HashMap<>();
  private final Set<String> explaining = new HashSet<>();

  private Reconciler(
      Ours ours,
      ReportingPeriod asked,
      Instant asOf,
      List<ReportedCase> listed,
      List<ReportDay> days,
      Consumer<String> progress) {
    this.asOf = asOf;
    this.days = days;
    this.ours = ours;
    this.asked = asked;
    this.listed = listed;
    this.progress = progress;
    progress.accept("Evaluating");
    this.run = ours.run(text -> text);
    this.results = run.results();
  }

  /**
   * Reconciles.
   *
   * @param asked the days asked for; periods that end in them are compared
   * @param asOf up to when what had happened counts
   * @param figures the provider's figures
   * @param cases the provider's list of cases
   * @param progress is told what comes next
   */
  public static Reconciliation reconcile(
      Ours ours,
      ReportingPeriod asked,
      Instant asOf,
      Reported<ReportedFigure> figures,
      Optional<Reported<ReportedCase>> cases,
      Consumer<String> progress) {
    return reconcile(ours, asked, asOf, figures, cases, List.of(), progress);
  }

  /**
   * Reconciles, where it is known when the provider reported.
   *
   * @param days when, with the agreement as of then
   */
  public static Reconciliation reconcile(
      Ours ours,
      ReportingPeriod asked,
      Instant asOf,
      Reported<ReportedFigure> figures,
      Optional<Reported<ReportedCase>> cases,
      List<ReportDay> days,
      Consumer<String> progress) {
    List<ReportedCase> listed = cases.map(Reported::items).orElse(List.of());
    return new Reconciler(ours, asked, asOf, listed, days, progress).reconciled(figures, cases);
  }

  private Reconciliation reconciled(
      Reported<ReportedFigure> figures, Optional<Reported<ReportedCase>> cases) {
    List<Finding> findings = new ArrayList<>(figures.findings());
    cases.ifPresent(list -> findings.addAll(list.findings()));
    List<ReportedFigure> wanted =
        once(
            figures.items().stream()
                .filter(figure -> asked.contains(figure.period().until()))
                .toList(),
            findings);
    Comparing comparing = new Comparing(results, wanted);
    List<Comparing.Beside> beside = new ArrayList<>();
    for (ReportedFigure figure : wanted) {
      comparing.compare(figure).ifPresent(beside::add);
    }
    findings.addAll(comparing.findings());
    List<String> order = List.copyOf(ours.shown().metrics().keySet());
    beside.sort(
        Comparator.comparing(
                (Comparing.Beside each) -> order.indexOf(each.comparison().reported().metric()))
            .thenComparing(each -> each.comparison().reported().each().orElse(""))
            .thenComparing(each -> each.comparison().reported().line().orElse(0))
            .thenComparing(each -> each.comparison().reported().period().until()));
    List<Comparison> explained = explained(beside);
    List<CaseComparison> lists = new ArrayList<>();
    List<Comparison> comparisons = withCases(explained, lists);
    List<String> reasons = new ArrayList<>(figures.reasons());
    cases.ifPresent(list -> reasons.addAll(list.reasons()));
    return new Reconciliation(
        ours.shown(),
        asked,
        asOf,
        comparisons,
        lists,
        unreported(comparisons),
        figures.items().size()
            - (int)
                figures.items().stream()
                    .filter(figure -> asked.contains(figure.period().until()))
                    .count(),
        reasons,
        findings);
  }

  /** Each figure once; a second one that differs is told. */
  private static List<ReportedFigure> once(List<ReportedFigure> figures, List<Finding> findings) {
    Map<List<Object>, ReportedFigure> once = new LinkedHashMap<>();
    for (ReportedFigure figure : figures) {
      ReportedFigure first =
          once.putIfAbsent(
              List.of(
                  figure.metric(),
                  figure.line(),
                  figure.each(),
                  figure.period().from(),
                  figure.period().until()),
              figure);
      if (first != null && !first.text().equals(figure.text())) {
        Place place = figure.place();
        findings.add(
            Finding.of(
                FindingCode.REPORTED_TWICE,
                place,
                figure.metric()
                    + " is reported twice for "
                    + figure.period().name()
                    + ", the first time in row "
                    + first.place().line(),
                "keep one of the two, or name the second metric as another in a mapping"));
      }
    }
    return List.copyOf(once.values());
  }

  private List<Comparison> explained(List<Comparing.Beside> beside) {
    Set<String> differing = new LinkedHashSet<>();
    beside.stream()
        .filter(each -> isToExplain(each.comparison()))
        .forEach(each -> differing.add(each.comparison().reported().metric()));
    listed.forEach(each -> differing.add(each.metric()));
    differing.retainAll(ours.shown().metrics().keySet());
    for (String metric : differing) {
      trials.put(metric, new ArrayList<>(Countings.of(Countings.agreed(results, metric))));
    }
    for (ReportDay each : differing.isEmpty() ? List.<ReportDay>of() : days) {
      progress.accept("Evaluating as of " + each.day());
      List<String> order = List.copyOf(differing);
      List<Trial> made = each.trials(differing, asOf, ours.shown().zone());
      for (int i = 0; i < made.size(); i++) {
        Objects.requireNonNull(trials.get(order.get(i))).add(made.get(i));
      }
    }
    Trials.single(ours, differing, progress)
        .forEach(
            (metric, single) -> {
              List<Trial> all = Objects.requireNonNull(trials.get(metric));
              all.addAll(single);
              single.stream()
                  .filter(trial -> trial.id().startsWith("counted-when-"))
                  .forEach(trial -> all.addAll(Countings.open(trial)));
            });
    List<Comparison> once = explain(beside);
    Map<String, Set<String>> open = new LinkedHashMap<>();
    once.stream()
        .filter(each -> isToExplain(each) && each.explanations().isEmpty())
        .map(each -> each.reported().metric())
        .forEach(metric -> open.put(metric, telling(metric, beside)));
    if (open.isEmpty()) {
      return once;
    }
    Trials.pairs(ours, open, progress)
        .forEach((metric, pairs) -> Objects.requireNonNull(trials.get(metric)).addAll(pairs));
    return explain(beside);
  }

  /** The single readings that change a figure that is compared. */
  private Set<String> telling(String metric, List<Comparing.Beside> beside) {
    Trial agreed = Countings.agreed(results, metric);
    Set<String> telling = new LinkedHashSet<>();
    for (Trial trial : trials.getOrDefault(metric, List.of())) {
      if (beside.stream()
          .map(each -> each.comparison().reported())
          .filter(figure -> figure.metric().equals(metric))
          .anyMatch(figure -> !trial.reads().apply(figure).equals(agreed.reads().apply(figure)))) {
        telling.add(trial.id());
      }
    }
    return telling;
  }

  private static boolean isToExplain(Comparison comparison) {
    return switch (comparison.standing()) {
      case DIFFERENT, NO_DATA_HERE -> comparison.theirs().isPresent();
      case SAME, SAME_AS_WRITTEN, NO_DATA_THERE, NOTHING_HERE -> false;
    };
  }

  private List<Comparison> explain(List<Comparing.Beside> beside) {
    List<Comparison> explained = new ArrayList<>();
    for (Comparing.Beside each : beside) {
      if (!isToExplain(each.comparison())) {
        explained.add(each.comparison());
        continue;
      }
      ReportedFigure figure = each.comparison().reported();
      List<Trial> all = trials.getOrDefault(figure.metric(), List.of());
      List<Comparing.Beside> same =
          beside.stream()
              .filter(
                  other ->
                      other.comparison().reported().metric().equals(figure.metric())
                          && other.comparison().theirs().isPresent()
                          && other.comparison().ours().isPresent())
              .toList();
      List<Explanation> found = new ArrayList<>();
      for (Trial trial : all) {
        trial
            .gives(figure, each.value())
            .ifPresent(
                read ->
                    found.add(
                        new Explanation(
                            trial.id(),
                            trial.theirs(),
                            trial.agreed(),
                            trial.terms(),
                            read,
                            (int)
                                same.stream()
                                    .filter(
                                        other ->
                                            trial
                                                .gives(other.comparison().reported(), other.value())
                                                .isPresent())
                                    .count(),
                            same.size())));
      }
      found.sort(
          Comparator.comparingInt((Explanation each2) -> -each2.gives())
              .thenComparingInt(Explanation::terms));
      explained.add(
          each.comparison()
              .with(found.subList(0, Math.min(MOST_EXPLANATIONS, found.size())), all.size()));
    }
    return explained;
  }

  private List<Comparison> withCases(List<Comparison> comparisons, List<CaseComparison> lists) {
    Map<String, List<ReportedCase>> byMetric = new LinkedHashMap<>();
    listed.forEach(
        each -> byMetric.computeIfAbsent(each.metric(), key -> new ArrayList<>()).add(each));
    comparisons.forEach(each -> each.explanations().forEach(found -> explaining.add(found.id())));
    Map<List<Object>, CaseComparison> compared = new LinkedHashMap<>();
    byMetric.forEach(
        (metric, cases) -> {
          boolean periods = cases.stream().anyMatch(each -> each.period().isPresent());
          List<ReportingPeriod> of =
              results.of(metric).stream()
                  .map(Result::period)
                  .filter(period -> asked.contains(period.until()))
                  .distinct()
                  .toList();
          if (periods || of.size() == 1) {
            of.forEach(
                period ->
                    compared.put(
                        List.of(metric, period.from(), period.until()),
                        cases(metric, Optional.of(period), cases)));
          } else {
            lists.add(cases(metric, Optional.empty(), cases));
          }
        });
    List<Comparison> with = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      ReportedFigure figure = comparison.reported();
      boolean whole = figure.each().isEmpty() && figure.line().isEmpty();
      List<Object> key = List.of(figure.metric(), figure.period().from(), figure.period().until());
      CaseComparison found = whole ? compared.remove(key) : null;
      with.add(found == null ? comparison : comparison.with(found));
    }
    lists.addAll(compared.values());
    return with;
  }

  private CaseComparison cases(
      String metric, Optional<ReportingPeriod> period, List<ReportedCase> cases) {
    progress.accept("Comparing the cases of " + metric);
    return CaseComparing.compare(
        metric,
        period,
        asked,
        outcomes.computeIfAbsent(metric, id -> run.outcomes(id, Optional.empty())),
        cases,
        changing(metric, period),
        explaining);
  }

  /** The readings by which other cases count in a period than by the agreement. */
  private List<Trial> changing(String metric, Optional<ReportingPeriod> period) {
    List<Trial> all = trials.getOrDefault(metric, List.of());
    if (period.isEmpty()) {
      return all.stream().filter(trial -> trial.terms() == 1).toList();
    }
    ReportedFigure any = ReportedFigure.any(metric, period.get());
    Optional<Read> agreed = Countings.agreed(results, metric).reads().apply(any);
    return all.stream()
        .filter(trial -> trial.terms() == 1 || explaining.contains(trial.id()))
        .filter(trial -> !trial.reads().apply(any).equals(agreed))
        .toList();
  }

  private List<Result> unreported(List<Comparison> comparisons) {
    Set<List<Object>> reported = new LinkedHashSet<>();
    for (Comparison comparison : comparisons) {
      ReportedFigure figure = comparison.reported();
      reported.add(List.of(figure.metric(), figure.period().from(), figure.each()));
    }
    return results.results().stream()
        .filter(result -> asked.contains(result.period().until()))
        .filter(result -> result.status() != Status.NOT_DUE)
        .filter(
            result ->
                !reported.contains(List.of(result.metric(), result.period().from(), result.each())))
        .toList();
  }
}
