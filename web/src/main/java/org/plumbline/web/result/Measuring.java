package org.plumbline.web.result;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.duckdb.Database;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Remedying;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.story.AskedPeriods;
import org.plumbline.story.Counted;
import org.plumbline.story.ExplainDocument;
import org.plumbline.story.Explained;
import org.plumbline.story.WorthTelling;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;

/** From a text and loaded records to an evaluation or one case: all of it asked of core. */
final class Measuring {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final CheckedText text;
  private final Agreement agreement;
  private final Database database;
  private final LoadOutcome.Loaded loaded;
  private final Instant asOf;

  private Measuring(
      CheckedText text,
      Agreement agreement,
      Database database,
      LoadOutcome.Loaded loaded,
      Instant asOf) {
    this.text = text;
    this.agreement = agreement;
    this.database = database;
    this.loaded = loaded;
    this.asOf = asOf;
  }

  /**
   * Over records that were loaded.
   *
   * @throws Refused if they could not be loaded
   */
  static Measuring of(CheckedText text, Database database, LoadOutcome outcome, Instant asOf) {
    if (outcome instanceof LoadOutcome.Loaded loaded) {
      return new Measuring(text, text.agreement().orElseThrow(), database, loaded, asOf);
    }
    throw new Refused(
        "The records cannot be measured yet: "
            + outcome.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::found)
                .findFirst()
                .orElse("nothing could be read")
            + ". The page of records says where.");
  }

  /** The name of what computes, as reports say it. */
  static String engine() {
    String version = Measuring.class.getPackage().getImplementationVersion();
    return "Plumbline " + (version == null ? "(development)" : version) + ", DuckDB";
  }

  /** The results of the periods that end in the days asked for, and what is worth telling. */
  Evaluation evaluate(ReportingPeriod asked) {
    Counted counted = counted();
    Results results = results(counted, asked, List.copyOf(agreement.metrics().keySet()));
    if (results.results().isEmpty()) {
      throw new Refused(
          "No metric has a period in "
              + asked.name()
              + "; performance runs from "
              + agreement.performancePeriod().from()
              + " to "
              + agreement.performancePeriod().until()
              + ".");
    }
    WorthTelling told = WorthTelling.of(agreement, results, counted, step -> {});
    return evaluation(counted, results, told);
  }

  private Counted counted() {
    return Counted.of(database, loaded.sets(), agreement, asOf, set -> {});
  }

  private Results results(Counted counted, ReportingPeriod asked, List<String> metrics) {
    List<Result> chosen = new ArrayList<>();
    for (String metric : metrics) {
      List<Result> of = counted.results().of(metric);
      Set<ReportingPeriod> periods = AskedPeriods.of(of, asked);
      of.stream().filter(result -> periods.contains(result.period())).forEach(chosen::add);
    }
    return new Results(agreement.id(), asOf, chosen);
  }

  private Evaluation evaluation(Counted counted, Results results, WorthTelling told) {
    Set<String> metrics =
        Set.copyOf(results.results().stream().map(Result::metric).distinct().toList());
    List<Finding> findings = new ArrayList<>(text.findings());
    findings.addAll(loaded.findings());
    findings.addAll(counted.findings());
    Evaluation evaluation =
        new Evaluation(
            agreement,
            text.hash().orElseThrow(),
            engine(),
            asOf,
            results,
            counted.totals().stream().filter(total -> metrics.contains(total.metric())).toList(),
            told.times(),
            told.stories(),
            Optional.of(loaded.report()),
            findings.stream().filter(each -> each.severity() != Severity.ERROR).toList(),
            Set.of());
    return evaluation.with(
        Remedying.follow(agreement, counted.results(), Circumstances.NONE), List.of());
  }

  /** The cases behind a figure, those that miss first, and the figure explained. */
  record Cases(Document document, List<String> keys) {}

  /**
   * One metric with its cases of the period.
   *
   * @param listed how many cases at most
   */
  Cases cases(ReportingPeriod asked, String metric, int listed) {
    Metric term = metric(metric);
    Counted counted = counted();
    Results results = results(counted, asked, List.of(metric));
    List<CaseStory> stories =
        counted.cases().lists(metric)
            ? counted.cases().all(metric, AskedPeriods.of(results.results(), asked))
            : List.of();
    Evaluation masked =
        Masking.apply(evaluation(counted, results, new WorthTelling(stories, List.of())));
    return new Cases(
        document(masked, metric, term, masked.stories(), List.of(), listed),
        counted.cases().tells(metric)
            ? stories.stream().map(story -> story.outcome().key()).distinct().limit(listed).toList()
            : List.of());
  }

  /**
   * One case with its life under a metric.
   *
   * @throws NotHere if there is no such case
   */
  Document life(ReportingPeriod asked, String metric, String key) {
    Metric term = metric(metric);
    Counted counted = counted();
    if (!counted.cases().tells(metric)) {
      throw new NotHere(
          "This metric counts what is open, again in each period; no single case is met or"
              + " missed.");
    }
    List<CaseStory> stories = counted.cases().ofKey(metric, key);
    if (stories.isEmpty()) {
      throw new NotHere("The records have no such case.");
    }
    Results results = results(counted, asked, List.of(metric));
    Evaluation masked =
        Masking.apply(evaluation(counted, results, new WorthTelling(stories, List.of())));
    return document(masked, metric, term, List.of(), masked.stories(), 0);
  }

  private Metric metric(String id) {
    Metric term = agreement.metrics().get(id);
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
