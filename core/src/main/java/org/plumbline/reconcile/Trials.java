package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.check.Checker;
import org.plumbline.finding.Severity;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;

/**
 * Evaluates alternatives over the records: those that change a metric stand beside each other in
 * one run, each under an id of its own; those that change a text have a run each. One that an
 * agreement could not say is left out.
 */
final class Trials {

  private static final int TOGETHER = 6;
  private static final int MOST_PAIRED = 9;

  private final Ours ours;
  private final Consumer<String> progress;
  private final Map<String, List<Trial>> trials = new LinkedHashMap<>();

  private Trials(Ours ours, Consumer<String> progress) {
    this.ours = ours;
    this.progress = progress;
  }

  /** An alternative of a metric. */
  private record Asked(String metric, Alternative alternative, int terms) {}

  /** All single alternatives of these metrics, by metric, in the order in which they are tried. */
  static Map<String, List<Trial>> single(
      Ours ours, Set<String> metrics, Consumer<String> progress) {
    Trials trials = new Trials(ours, progress);
    List<Asked> asked = new ArrayList<>();
    for (String metric : metrics) {
      Alternatives.of(ours.shown(), metric)
          .forEach(alternative -> asked.add(new Asked(metric, alternative, 1)));
    }
    trials.run(asked);
    return trials.trials;
  }

  /**
   * Two alternatives together, of those that change the metric itself.
   *
   * @param tellings by metric the alternatives that alone change some figure
   */
  static Map<String, List<Trial>> pairs(
      Ours ours, Map<String, Set<String>> tellings, Consumer<String> progress) {
    Trials trials = new Trials(ours, progress);
    List<Asked> asked = new ArrayList<>();
    for (Map.Entry<String, Set<String>> telling : tellings.entrySet()) {
      String metric = telling.getKey();
      List<Alternative> single =
          Alternatives.of(ours.shown(), metric).stream()
              .filter(each -> each.change() instanceof Alternative.OfMetric)
              .filter(each -> telling.getValue().contains(each.id()))
              .limit(MOST_PAIRED)
              .toList();
      for (int i = 0; i < single.size(); i++) {
        for (int j = i + 1; j < single.size(); j++) {
          single.get(i).and(single.get(j)).ifPresent(pair -> asked.add(new Asked(metric, pair, 2)));
        }
      }
    }
    trials.run(asked);
    return trials.trials;
  }

  private void run(List<Asked> asked) {
    List<Asked> ofMetrics = new ArrayList<>();
    Map<List<String>, List<Asked>> ofTexts = new LinkedHashMap<>();
    for (Asked each : asked) {
      if (each.alternative().change() instanceof Alternative.OfMetric change) {
        if (isSayable(text -> changed(text, each.metric(), change))) {
          ofMetrics.add(each);
        }
      } else if (each.alternative().change() instanceof Alternative.OfText change
          && isSayable(text -> changed(text, each.metric(), change))) {
        ofTexts
            .computeIfAbsent(
                List.of(each.alternative().id(), records(each.metric())), key -> new ArrayList<>())
            .add(each);
      }
    }
    for (int from = 0; from < ofMetrics.size(); from += TOGETHER) {
      together(ofMetrics.subList(from, Math.min(ofMetrics.size(), from + TOGETHER)));
    }
    ofTexts.values().forEach(this::alone);
  }

  private String records(String metric) {
    Metric term = ours.shown().metrics().get(metric);
    return term == null ? "" : term.records();
  }

  private static Optional<Agreement> changed(
      Agreement text, String metric, Alternative.OfMetric change) {
    Metric term = text.metrics().get(metric);
    return Optional.ofNullable(term)
        .flatMap(old -> change.change().of(text, old).filter(young -> !young.equals(old)))
        .map(
            young -> {
              Map<String, Metric> metrics = new LinkedHashMap<>(text.metrics());
              metrics.put(metric, young);
              return text.withMetrics(metrics);
            });
  }

  private static Optional<Agreement> changed(
      Agreement text, String metric, Alternative.OfText change) {
    return Optional.ofNullable(text.metrics().get(metric))
        .flatMap(term -> change.change().of(text, term));
  }

  /** Whether some text can be changed so, and each that is makes an agreement without errors. */
  private boolean isSayable(java.util.function.Function<Agreement, Optional<Agreement>> change) {
    boolean some = false;
    for (Agreement text : ours.texts()) {
      Optional<Agreement> changed = change.apply(text);
      if (changed.isPresent()) {
        some = true;
        if (hasErrors(changed.get())) {
          return false;
        }
      }
    }
    return some;
  }

  private static boolean hasErrors(Agreement agreement) {
    return Checker.check(agreement, Places.none("")).stream()
        .anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private void together(List<Asked> asked) {
    progress.accept("Trying " + asked.size() + " other readings");
    Map<String, Asked> ids = new LinkedHashMap<>();
    asked.forEach(each -> ids.put(each.metric() + "--" + (ids.size() + 1), each));
    UnaryOperator<Agreement> terms =
        text -> {
          Map<String, Terms.Made> made = new LinkedHashMap<>();
          ids.forEach(
              (id, each) -> {
                Metric term = text.metrics().get(each.metric());
                if (term != null) {
                  String suffix = id.substring(each.metric().length());
                  Metric changed =
                      ((Alternative.OfMetric) each.alternative().change())
                          .change()
                          .of(text, term)
                          .orElse(term);
                  made.put(
                      id,
                      new Terms.Made(
                          each.metric(),
                          Terms.was(changed, changed.was().map(was -> was + suffix))));
                }
              });
          return Terms.with(Terms.only(text, Set.of()), made);
        };
    Ours.Run run = ours.run(terms);
    Results results = run.results();
    ids.forEach((id, each) -> add(each, id, results, run));
  }

  private void alone(List<Asked> asked) {
    Alternative alternative = asked.get(0).alternative();
    progress.accept("Trying another reading: " + alternative.id());
    Set<String> metrics = new LinkedHashSet<>();
    asked.forEach(each -> metrics.add(each.metric()));
    Ours.Run run =
        ours.run(
            text -> {
              Agreement changed =
                  changed(text, asked.get(0).metric(), (Alternative.OfText) alternative.change())
                      .orElse(text);
              return Terms.only(changed, metrics);
            });
    Results results = run.results();
    asked.forEach(each -> add(each, each.metric(), results, run));
  }

  private void add(Asked asked, String id, Results results, Ours.Run run) {
    Alternative alternative = asked.alternative();
    trials
        .computeIfAbsent(asked.metric(), key -> new ArrayList<>())
        .add(
            new Trial(
                alternative.id(),
                alternative.theirs(),
                alternative.agreed(),
                asked.terms(),
                figure -> result(results, id, figure).flatMap(found -> read(found, figure)),
                ReportedValue::isAtItsDecimals,
                Optional.of(keys -> run.outcomes(id, Optional.of(keys)))));
  }

  static Optional<Read> read(Result result, ReportedFigure figure) {
    return Read.line(result, figure.line()).map(LineResult::measurement).map(Read::of);
  }

  /** The result of the metric for the days and the value that a figure is of. */
  static Optional<Result> result(Results results, String metric, ReportedFigure figure) {
    return results.of(metric).stream()
        .filter(
            result ->
                result.period().from().equals(figure.period().from())
                    && result.period().until().equals(figure.period().until()))
        .filter(result -> result.each().equals(figure.each()))
        .findFirst();
  }
}
