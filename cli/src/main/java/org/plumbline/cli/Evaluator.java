package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.check.BindingFacts;
import org.plumbline.check.Checker;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;
import org.plumbline.forecast.Forecast;
import org.plumbline.inforce.InForce;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;
import org.plumbline.known.Ahead;
import org.plumbline.known.Deliveries;
import org.plumbline.known.Evaluating;
import org.plumbline.known.Reconsidering.Measured;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.StoredSet;
import org.plumbline.remedy.Registered;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Outlook;
import org.plumbline.story.Cases;
import org.plumbline.story.WorthTelling;

/** Evaluates one agreement over its records: load, compile, evaluate, judge; close it. */
final class Evaluator implements AutoCloseable {
  /** Of more cases a forecast is made where it is asked for by name. */
  private static final long MOST_FORECAST = 100_000;

  private final AgreementFile file;
  private final RecordsOptions options;
  private final RegisterFile register;
  private final LoadedRecords records;
  private final Instant knownAt;
  private final Set<String> shown;
  private final List<Finding> findings;
  private final Progress progress;
  private final Evaluating evaluating;

  private Evaluator(
      AgreementFile file,
      RecordsOptions options,
      RegisterFile register,
      LoadedRecords records,
      Instant asOf,
      Instant knownAt,
      Set<String> shown,
      List<Finding> findings,
      Progress progress) {
    this.file = file;
    this.options = options;
    this.register = register;
    this.records = records;
    this.knownAt = knownAt;
    this.shown = shown;
    this.findings = findings;
    this.progress = progress;
    this.evaluating =
        new Evaluating(
            file.shown(asOf), register, records, this::without, asOf, knownAt, progress::say);
  }

  /**
   * Checks the agreement and loads its records.
   *
   * @throws InputRefused if the agreement has errors, or the records are refused
   */
  static Evaluator open(
      AgreementFile file,
      RecordsOptions options,
      Instant asOf,
      Instant knownAt,
      List<String> shown,
      Progress progress)
      throws IOException {
    List<Finding> checked = new ArrayList<>(checked(file, options));
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    RegisterFile register = RegisterFile.find(file, options, knownAt);
    Deliveries deliveries =
        new Deliveries(register, knownAt.atZone(file.agreement().zone()).toLocalDate());
    checked.addAll(deliveries.findings(loading));
    LoadedRecords records =
        LoadedRecords.load(
            file, loading, options, deliveries.of(options.load(), Set.of()), progress);
    return new Evaluator(
        file, options, register, records, asOf, knownAt, Set.copyOf(shown), checked, progress);
  }

  /**
   * The warnings of an agreement.
   *
   * @throws InputRefused if it has errors
   */
  static List<Finding> checked(AgreementFile file, RecordsOptions options) throws IOException {
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    return checked(file, BindingFile.facts(options.binding(file, loading)));
  }

  /**
   * The warnings of an agreement, held against what is known of a binding.
   *
   * @throws InputRefused if it has errors
   */
  static List<Finding> checked(AgreementFile file, BindingFacts facts) {
    Findings all = new Findings();
    if (file.versions().isEmpty()) {
      checked(file.read(), facts, all);
    } else {
      file.chain().stream()
          .flatMap(chain -> chain.files().stream())
          .forEach(version -> checked(version.read(), facts, all));
    }
    if (all.hasErrors()) {
      throw AgreementFile.refusal(file.path().toString(), all.inFileOrder());
    }
    return all.inFileOrder();
  }

  private static void checked(ReadAgreement read, BindingFacts facts, Findings all) {
    Agreement agreement = read.agreement().orElseThrow();
    read.findings().forEach(all::add);
    Checker.check(agreement, read.places(), facts).forEach(all::add);
  }

  /**
   * The results of the periods that end in the days asked for, with the cases worth showing.
   *
   * @param metrics ids; none: all
   */
  Evaluation evaluate(ReportingPeriod asked, List<String> metrics) {
    Measured measured = measure(asked);
    Results results = results(measured, asked, metrics);
    WorthTelling told = evaluating.told(measured, results);
    progress.clear();
    Registered.Follows follows = follows(measured, results, asked, metrics);
    return evaluation(measured, results, told.stories(), told.times())
        .with(follows.consequences(), follows.findings());
  }

  /**
   * The same with what can still become of periods that are open, where some are and it does not
   * take much longer than the evaluation.
   */
  Evaluation ahead(Evaluation evaluation, ReportingPeriod asked) {
    Instant asOf = evaluation.results().asOf();
    LocalDate day = asOf.atZone(file.agreement().zone()).toLocalDate();
    List<String> open =
        evaluation.results().results().stream()
            .filter(result -> result.status() == Status.NOT_DUE)
            .filter(result -> !result.period().from().isAfter(day))
            .map(Result::metric)
            .distinct()
            .toList();
    long cases = records.sets().values().stream().mapToLong(StoredSet::cases).sum();
    if (open.isEmpty() || cases > MOST_FORECAST) {
      return evaluation;
    }
    Ahead ahead = new Ahead(records, register, evaluation.agreement(), asOf, evaluating.today());
    List<Forecast> forecasts =
        ahead.of(asked, open, 1, set -> progress.say("Looking ahead over " + set)).stream()
            .filter(forecast -> forecast.certainty().isPresent())
            .toList();
    progress.clear();
    return forecasts.isEmpty()
        ? evaluation
        : evaluation.with(new Outlook(ahead.text(), forecasts, 1));
  }

  /** The results of the periods that end in the days asked for, and what follows from them. */
  Evaluation follow(ReportingPeriod asked) {
    return figures(asked, List.of());
  }

  /**
   * The results of the periods that end in the days asked for, and what follows from them, but no
   * cases, nor whose time it was.
   *
   * @param metrics ids; none: all
   */
  Evaluation figures(ReportingPeriod asked, List<String> metrics) {
    Measured measured = measure(asked);
    Results results = results(measured, asked, metrics);
    progress.clear();
    Registered.Follows follows = follows(measured, results, asked, metrics);
    return evaluation(measured, results, List.of(), List.of())
        .with(follows.consequences(), follows.findings());
  }

  private Registered.Follows follows(
      Measured measured, Results chosen, ReportingPeriod asked, List<String> metrics) {
    return evaluating.follows(measured, chosen, asked, metrics.isEmpty());
  }

  /** One metric with all its cases of these periods, those that miss first. */
  Evaluation explain(ReportingPeriod asked, String metric) {
    Measured measured = measure(asked);
    Results results = results(measured, asked, List.of(metric));
    Cases cases = measured.counted().cases();
    List<CaseStory> stories =
        cases.lists(metric)
            ? new ArrayList<>(cases.all(metric, periods(results, metric)))
            : new ArrayList<>();
    if (cases.tells(metric) && !measured.agreement().exclusions().isEmpty()) {
      stories.addAll(cases.takenOut(metric));
    }
    return evaluation(measured, results, stories, List.of());
  }

  /**
   * One metric and one case with its life.
   *
   * @throws InputRefused if the records have no such case
   */
  Evaluation explainCase(ReportingPeriod asked, String metric, String named) {
    Measured measured = measure(asked);
    Agreement agreement = measured.agreement();
    String set = Objects.requireNonNull(agreement.metrics().get(metric)).records();
    List<String> fields = agreement.recordSet(set).orElseThrow().caseKey();
    String key = AskedCase.key(named, fields);
    Cases cases = measured.counted().cases();
    if (!cases.lists(metric) || !cases.tells(metric)) {
      throw new InputRefused(
          metric + " counts what is open, again in each period; no single case is met or missed");
    }
    Results results = results(measured, asked, List.of(metric));
    List<CaseStory> stories = cases.ofKey(metric, key);
    if (stories.isEmpty()) {
      throw AskedCase.missing(named, fields);
    }
    return evaluation(measured, results, stories, List.of());
  }

  private static Set<ReportingPeriod> periods(Results results, String metric) {
    Set<ReportingPeriod> periods = new HashSet<>();
    results.of(metric).forEach(result -> periods.add(result.period()));
    return periods;
  }

  private Measured measure(ReportingPeriod asked) {
    Measured measured = evaluating.measure(asked);
    progress.clear();
    return measured;
  }

  /** The records without some deliveries. */
  private LoadedRecords without(Set<String> deliveries) {
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    LocalDate today = knownAt.atZone(file.agreement().zone()).toLocalDate();
    LoadOptions read = new Deliveries(register, today).of(options.load(), deliveries);
    try {
      return LoadedRecords.load(file, loading, options, read, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Results results(Measured measured, ReportingPeriod asked, List<String> metrics) {
    return evaluating
        .results(measured, asked, metrics)
        .orElseThrow(
            () ->
                new InputRefused(
                    "no metric has a period in "
                        + asked.name()
                        + "; the agreement is in force from "
                        + measured.agreement().performancePeriod().from()
                        + " to "
                        + measured.agreement().performancePeriod().until()));
  }

  private Evaluation evaluation(
      Measured measured, Results results, List<CaseStory> stories, List<PartyTime> times) {
    return evaluating.evaluation(
        measured, results, stories, times, EngineName.of(), findings, shown);
  }

  @Override
  public void close() {
    records.close();
  }
}
