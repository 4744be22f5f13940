package org.plumbline.web.result;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.forecast.Forecast;
import org.plumbline.forecast.Forecasting;
import org.plumbline.judge.Results;
import org.plumbline.known.Evaluating;
import org.plumbline.known.Reconsidering;
import org.plumbline.remedy.Registered;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.story.AskedPeriods;
import org.plumbline.story.Cases;
import org.plumbline.story.ExplainDocument;
import org.plumbline.story.Explained;
import org.plumbline.story.WorthTelling;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.records.OpenRecords;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;

/** From an agreement as it is known, and loaded records, to an evaluation or one case. */
final class Measuring {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final KnownAgreement known;
  private final Evaluating evaluating;
  private final OpenRecords records;
  private final Instant asOf;

  /** Over records that can be used. */
  Measuring(
      KnownAgreement known,
      OpenRecords.Opening opening,
      OpenRecords records,
      Instant asOf,
      Instant knownAt) {
    this.known = known;
    this.asOf = asOf;
    this.records = records;
    Agreement shown =
        known.versions().versions().size() > 1
            ? known.loading()
            : known.versions().first().agreement();
    this.evaluating =
        new Evaluating(shown, known, records, opening::usable, asOf, knownAt, step -> {});
  }

  /** The name of what computes, as reports say it. */
  static String engine() {
    String version = Measuring.class.getPackage().getImplementationVersion();
    return "Plumbline " + (version == null ? "(development)" : version) + ", DuckDB";
  }

  /** The results of the periods that end in the days asked for, and what is worth telling. */
  Evaluation evaluate(ReportingPeriod asked) {
    Reconsidering.Measured measured = evaluating.measure(asked);
    Results results = results(measured, asked, List.of());
    WorthTelling told = evaluating.told(measured, results);
    Registered.Follows follows = evaluating.follows(measured, results, asked, true);
    return evaluation(measured, results, told).with(follows.consequences(), follows.findings());
  }

  /**
   * What can still become of the periods asked for, by the text in force; nothing once they ended.
   */
  List<Forecast> outlook(ReportingPeriod asked) {
    Agreement text = known.versions().last().agreement();
    return asked.until().isBefore(asOf.atZone(text.zone()).toLocalDate())
        ? List.of()
        : Forecasting.of(
            new DuckDbEngine(records.database()),
            text,
            records.sets(),
            asOf,
            List.of(),
            1,
            series -> AskedPeriods.of(series, asked),
            set -> {});
  }

  private Results results(
      Reconsidering.Measured measured, ReportingPeriod asked, List<String> metrics) {
    return evaluating
        .results(measured, asked, metrics)
        .orElseThrow(
            () ->
                new Refused(
                    "No metric has a period in "
                        + asked.name()
                        + "; performance runs from "
                        + measured.agreement().performancePeriod().from()
                        + " to "
                        + measured.agreement().performancePeriod().until()
                        + "."));
  }

  private Evaluation evaluation(
      Reconsidering.Measured measured, Results results, WorthTelling told) {
    return evaluating.evaluation(
        measured, results, told.stories(), told.times(), engine(), known.checked(), Set.of());
  }

  /** The cases behind a figure, those that miss first, and the figure explained. */
  record CasesTold(Document document, List<String> keys) {}

  /**
   * One metric with its cases of the period.
   *
   * @param listed how many cases at most
   */
  CasesTold cases(ReportingPeriod asked, String metric, int listed) {
    Reconsidering.Measured measured = evaluating.measure(asked);
    Metric term = metric(measured, metric);
    Results results = results(measured, asked, List.of(metric));
    Cases cases = measured.counted().cases();
    List<CaseStory> stories =
        cases.lists(metric)
            ? cases.all(metric, AskedPeriods.of(results.results(), asked))
            : List.of();
    Evaluation masked =
        Masking.apply(evaluation(measured, results, new WorthTelling(stories, List.of())));
    return new CasesTold(
        document(masked, metric, term, masked.stories(), List.of(), listed),
        cases.tells(metric)
            ? stories.stream().map(story -> story.outcome().key()).distinct().limit(listed).toList()
            : List.of());
  }

  /**
   * One case with its life under a metric, as a document.
   *
   * @throws NotHere if there is no such case
   */
  Document life(ReportingPeriod asked, String metric, String key) {
    Evaluation told = told(asked, metric, key);
    Metric term = Objects.requireNonNull(told.agreement().metrics().get(metric));
    return document(told, metric, term, List.of(), told.stories(), 0);
  }

  /**
   * The same as an evaluation that tells of this case alone, its sensitive fields masked.
   *
   * @throws NotHere if there is no such case
   */
  Evaluation told(ReportingPeriod asked, String metric, String key) {
    Reconsidering.Measured measured = evaluating.measure(asked);
    metric(measured, metric);
    Cases cases = measured.counted().cases();
    if (!cases.tells(metric)) {
      throw new NotHere(
          "This metric counts what is open, again in each period; no single case is met or"
              + " missed.");
    }
    List<CaseStory> stories = cases.ofKey(metric, key);
    if (stories.isEmpty()) {
      throw new NotHere("The records have no such case.");
    }
    Results results = results(measured, asked, List.of(metric));
    return Masking.apply(evaluation(measured, results, new WorthTelling(stories, List.of())));
  }

  private static Metric metric(Reconsidering.Measured measured, String id) {
    Metric term = measured.agreement().metrics().get(id);
    if (term == null) {
      throw new NotHere("The agreement has no such metric.");
    }
    return term;
  }

  private Document document(
      Evaluation masked,
      String metric,
      Metric term,
      List<CaseStory> cases,
      List<CaseStory> asked,
      int listed) {
    Agreement agreement = masked.agreement();
    ZoneId zone = agreement.zone();
    return ExplainDocument.of(
        new Explained(
            agreement,
            masked.version(),
            masked.engine(),
            MINUTE.format(asOf.atZone(zone)) + " " + zone,
            metric,
            masked.results().of(metric),
            masked.totals().stream().filter(it -> it.metric().equals(metric)).findFirst(),
            cases,
            asked,
            Optional.empty(),
            List.of()),
        term,
        listed);
  }
}
