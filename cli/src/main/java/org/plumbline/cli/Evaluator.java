package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.check.BindingFacts;
import org.plumbline.check.Checker;
import org.plumbline.cli.Reconsidering.Measured;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;
import org.plumbline.inforce.InForce;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Standings;
import org.plumbline.register.Versions;
import org.plumbline.remedy.Registered;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Evaluation;
import org.plumbline.story.AskedPeriods;
import org.plumbline.story.Cases;
import org.plumbline.story.Counted;
import org.plumbline.story.WorthTelling;

/** Evaluates one agreement over its records: load, compile, evaluate, judge; close it. */
final class Evaluator implements AutoCloseable {
  private final AgreementFile file;
  private final RecordsOptions options;
  private final RegisterFile register;
  private final boolean isVersioned;
  private final LoadedRecords records;
  private final Instant asOf;
  private final Instant knownAt;
  private final Set<String> shown;
  private final List<Finding> findings;
  private final Progress progress;
  private Agreement agreement;

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
    this.agreement = file.shown(asOf);
    this.isVersioned = InForce.asked(register.versions(), asOf).versions().size() > 1;
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
    BindingFacts facts = BindingFile.facts(options.binding(file, loading));
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
    WorthTelling told = WorthTelling.of(agreement, results, measured.counted(), progress::say);
    progress.clear();
    Registered.Follows follows = follows(measured, results, asked, metrics);
    return evaluation(measured, results, told.stories(), told.times())
        .with(follows.consequences(), follows.findings());
  }

  /** The results of the periods that end in the days asked for, and what follows from them. */
  Evaluation follow(ReportingPeriod asked) {
    Measured measured = measure(asked);
    Results results = results(measured, asked, List.of());
    Registered.Follows follows = follows(measured, results, asked, List.of());
    return evaluation(measured, results, List.of(), List.of())
        .with(follows.consequences(), follows.findings());
  }

  private Registered.Follows follows(
      Measured measured, Results chosen, ReportingPeriod asked, List<String> metrics) {
    return new Follows(agreement, records, measured.counted().under(), register.issuedBy(today()))
        .from(measured.counted().results(), chosen, asked, metrics.isEmpty());
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
    Measured measured = measure(asked);
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

  /** What was counted, with what was asked to be reconsidered, and what was final. */
  private Measured measure(ReportingPeriod asked) {
    Measured measured = measure(records, asked);
    agreement =
        measured
            .counted()
            .under()
            .map(UnderVersions::shown)
            .orElse(measured.versions().first().agreement());
    Measured settled =
        new Settled(register, today(), agreement).of(measured, but -> without(but, asked));
    progress.clear();
    return settled;
  }

  private Measured measure(LoadedRecords loaded, ReportingPeriod asked) {
    return Reconsidering.measure(
        loaded,
        register,
        Standings.of(register.register(), register::on, today()),
        asked,
        (texts, sets) ->
            counted(loaded, texts, sets).reported(register.register(), agreement, today()));
  }

  /** The results as they are without some deliveries. */
  private Results without(Set<String> deliveries, ReportingPeriod asked) {
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    LoadOptions read = new Deliveries(register, today()).of(options.load(), deliveries);
    try (LoadedRecords earlier = LoadedRecords.load(file, loading, options, read, progress)) {
      return measure(earlier, asked).counted().results();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The day up to which something was known. */
  private LocalDate today() {
    return knownAt.atZone(agreement.zone()).toLocalDate();
  }

  private Counted counted(LoadedRecords loaded, Versions texts, Map<String, StoredSet> sets) {
    Consumer<String> said = set -> progress.say("Evaluating " + set);
    return isVersioned
        ? Counted.of(loaded.database(), sets, texts, asOf, said)
        : Counted.of(loaded.database(), sets, texts.first().agreement(), asOf, said);
  }

  private Results results(Measured measured, ReportingPeriod asked, List<String> metrics) {
    Results all = measured.counted().results();
    List<Result> chosen = new ArrayList<>();
    for (String metric : metrics.isEmpty() ? agreement.metrics().keySet() : metrics) {
      List<Result> of = all.of(metric);
      Set<ReportingPeriod> periods = AskedPeriods.of(of, asked);
      of.stream().filter(result -> periods.contains(result.period())).forEach(chosen::add);
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

  private Evaluation evaluation(
      Measured measured, Results results, List<CaseStory> stories, List<PartyTime> times) {
    Set<String> metrics = new HashSet<>();
    results.results().forEach(result -> metrics.add(result.metric()));
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(records.findings());
    all.addAll(register.findings());
    all.addAll(measured.findings());
    all.addAll(measured.counted().findings());
    Evaluation evaluation =
        new Evaluation(
            agreement,
            InForce.asked(register.versions(), asOf).last().hash(),
            EngineName.of(),
            knownAt,
            results,
            measured.counted().totals().stream()
                .filter(total -> metrics.contains(total.metric()))
                .toList(),
            times,
            stories,
            Optional.of(records.report()),
            all.stream().filter(finding -> finding.severity() != Severity.ERROR).toList(),
            shown);
    return measured
        .counted()
        .under()
        .map(evaluation::under)
        .orElse(evaluation)
        .with(measured.requests());
  }

  @Override
  public void close() {
    records.close();
  }
}
