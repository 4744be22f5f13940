package org.plumbline.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.check.BindingFacts;
import org.plumbline.check.Checker;
import org.plumbline.check.NotEvaluated;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;
import org.plumbline.inforce.InForce;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.register.Versions;
import org.plumbline.remedy.Consequences;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Evaluation;

/** Evaluates one agreement over its records: load, compile, evaluate, judge; close it. */
final class Evaluator implements AutoCloseable {
  private final AgreementFile file;
  private final Agreement agreement;
  private final Optional<Versions> versions;
  private final LoadedRecords records;
  private final Instant asOf;
  private final Instant knownAt;
  private final Set<String> shown;
  private final List<Finding> findings;
  private final Progress progress;

  private Evaluator(
      AgreementFile file,
      LoadedRecords records,
      Instant asOf,
      Instant knownAt,
      Set<String> shown,
      List<Finding> findings,
      Progress progress) {
    this.file = file;
    this.agreement = file.shown(asOf);
    this.versions =
        file.versions()
            .map(all -> InForce.asked(all, asOf))
            .filter(all -> all.versions().size() > 1);
    this.records = records;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.shown = shown;
    this.findings = findings;
    this.progress = progress;
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
    List<Finding> checked = checked(file, options);
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    LoadedRecords records = LoadedRecords.load(file, loading, options, progress);
    return new Evaluator(file, records, asOf, knownAt, Set.copyOf(shown), checked, progress);
  }

  /**
   * The warnings of an agreement.
   *
   * @throws InputRefused if it has errors
   */
  static List<Finding> checked(AgreementFile file, RecordsOptions options) throws IOException {
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    BindingFacts facts = BindingFile.facts(options.binding(file, loading));
    Findings all = new Findings();
    if (file.versions().isEmpty()) {
      checked(file.read(), facts, false, all);
    } else {
      file.chain().stream()
          .flatMap(chain -> chain.files().stream())
          .forEach(version -> checked(version.read(), facts, true, all));
    }
    if (all.hasErrors()) {
      throw AgreementFile.refusal(file.path().toString(), all.inFileOrder());
    }
    return all.inFileOrder();
  }

  private static void checked(
      ReadAgreement read, BindingFacts facts, boolean isVersion, Findings all) {
    Agreement agreement = read.agreement().orElseThrow();
    read.findings().forEach(all::add);
    Checker.check(agreement, read.places(), facts).forEach(all::add);
    NotEvaluated.findings(agreement, read.places()).stream()
        .filter(finding -> !isVersion || !finding.place().path().equals("amendment"))
        .forEach(all::add);
  }

  /**
   * The results of the periods that end in the days asked for, with the cases worth showing.
   *
   * @param metrics ids; none: all
   */
  Evaluation evaluate(ReportingPeriod asked, List<String> metrics) {
    Counted measured = measure();
    Results results = results(measured, asked, metrics);
    Cases cases = measured.cases();
    List<CaseStory> stories = new ArrayList<>();
    Map<String, Set<ReportingPeriod>> told = new LinkedHashMap<>();
    for (String metric : agreement.metrics().keySet()) {
      Set<ReportingPeriod> periods = periods(results, metric);
      if (!periods.isEmpty() && cases.tells(metric)) {
        progress.say("Looking at the cases of " + metric);
        stories.addAll(cases.worst(metric, periods));
        if (measured.totals().stream()
            .anyMatch(total -> total.metric().equals(metric) && total.open() > 0)) {
          stories.addAll(cases.open(metric));
        }
        if (measured.totals().stream()
            .anyMatch(total -> total.metric().equals(metric) && total.indeterminate() > 0)) {
          stories.addAll(cases.indeterminate(metric));
        }
        if (!agreement.exclusions().isEmpty()
            && measured.totals().stream()
                .anyMatch(total -> total.metric().equals(metric) && total.voided() > 0)) {
          stories.addAll(cases.takenOut(metric));
        }
        told.put(metric, periods);
      }
    }
    progress.say("Adding up whose time it was");
    List<PartyTime> times = cases.partyTimes(told);
    progress.clear();
    return evaluation(measured, results, stories, times)
        .with(follows(measured, results, asked, metrics));
  }

  /** The results of the periods that end in the days asked for, and what follows from them. */
  Evaluation follow(ReportingPeriod asked) {
    Counted measured = measure();
    Results results = results(measured, asked, List.of());
    return evaluation(measured, results, List.of(), List.of())
        .with(follows(measured, results, asked, List.of()));
  }

  private Consequences follows(
      Counted measured, Results chosen, ReportingPeriod asked, List<String> metrics) {
    return new Follows(agreement, records, measured.under())
        .from(measured.results(), chosen, asked, metrics.isEmpty());
  }

  /** One metric with all its cases of these periods, those that miss first. */
  Evaluation explain(ReportingPeriod asked, String metric) {
    Counted measured = measure();
    Results results = results(measured, asked, List.of(metric));
    Cases cases = measured.cases();
    List<CaseStory> stories =
        cases.lists(metric)
            ? new ArrayList<>(cases.all(metric, periods(results, metric)))
            : new ArrayList<>();
    if (cases.tells(metric) && !agreement.exclusions().isEmpty()) {
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
    String set = Objects.requireNonNull(agreement.metrics().get(metric)).records();
    List<String> fields = agreement.recordSet(set).orElseThrow().caseKey();
    String key = AskedCase.key(named, fields);
    Counted measured = measure();
    Cases cases = measured.cases();
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

  private Counted measure() {
    Counted counted =
        versions
            .map(all -> Counted.of(records, all, asOf, set -> progress.say("Evaluating " + set)))
            .orElseGet(
                () ->
                    Counted.of(records, agreement, asOf, set -> progress.say("Evaluating " + set)));
    progress.clear();
    return counted;
  }

  private Results results(Counted measured, ReportingPeriod asked, List<String> metrics) {
    Results all = measured.results();
    List<Result> chosen = new ArrayList<>();
    for (String metric : metrics.isEmpty() ? agreement.metrics().keySet() : metrics) {
      List<Result> of = all.of(metric);
      Set<ReportingPeriod> periods = periods(of, asked);
      of.stream().filter(result -> periods.contains(result.period())).forEach(chosen::add);
    }
    Map<String, String> left = NotEvaluated.metrics(agreement);
    if (chosen.isEmpty() && !metrics.isEmpty() && left.keySet().containsAll(metrics)) {
      throw new InputRefused(
          metrics.get(0)
              + " gets no figure yet: "
              + left.get(metrics.get(0))
              + " is not evaluated");
    }
    if (chosen.isEmpty()) {
      throw new InputRefused(
          "no metric has a period in "
              + asked.name()
              + "; the agreement is in force from "
              + agreement.performancePeriod().from()
              + " to "
              + agreement.performancePeriod().until());
    }
    return new Results(all.agreement(), all.asOf(), chosen);
  }

  /** Those that end in the days asked for; if none does, the one that holds their last day. */
  static Set<ReportingPeriod> periods(List<Result> results, ReportingPeriod asked) {
    Set<ReportingPeriod> ending = new HashSet<>();
    Set<ReportingPeriod> holding = new HashSet<>();
    for (Result result : results) {
      if (asked.contains(result.period().until())) {
        ending.add(result.period());
      }
      if (result.period().contains(asked.until())) {
        holding.add(result.period());
      }
    }
    return ending.isEmpty() ? holding : ending;
  }

  private Evaluation evaluation(
      Counted measured, Results results, List<CaseStory> stories, List<PartyTime> times) {
    Set<String> metrics = new HashSet<>();
    results.results().forEach(result -> metrics.add(result.metric()));
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(records.findings());
    all.addAll(measured.findings());
    Evaluation evaluation =
        new Evaluation(
            agreement,
            versions.map(each -> each.last().hash()).orElseGet(file::hash),
            EngineName.of(),
            knownAt,
            results,
            measured.totals().stream().filter(total -> metrics.contains(total.metric())).toList(),
            times,
            stories,
            Optional.of(records.report()),
            all.stream().filter(finding -> finding.severity() != Severity.ERROR).toList(),
            shown);
    return measured.under().map(evaluation::under).orElse(evaluation);
  }

  @Override
  public void close() {
    records.close();
  }
}
