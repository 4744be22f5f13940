package org.plumbline.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.inforce.InForce;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.replay.Past;
import org.plumbline.replay.Replay;
import org.plumbline.replay.Replayed;
import org.plumbline.replay.TargetSearch;
import org.plumbline.report.CaseStory;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;
import org.plumbline.story.CaseStories;
import org.plumbline.story.Cases;
import org.plumbline.story.VersionCases;

/** An agreement over its past, evaluated, over which drafts are run; close it. */
final class PastRun implements AutoCloseable {
  private static final Set<Status> DUE_LATER = Set.of(Status.NOT_DUE, Status.PROVISIONAL);

  private final LoadedRecords records;
  private final Agreement agreement;
  private final String hash;
  private final Results results;
  private final Optional<UnderVersions> under;
  private final Past past;
  private final Engine engine;
  private final Cases cases;
  private final Progress progress;

  private PastRun(
      LoadedRecords records,
      Agreement agreement,
      String hash,
      Results results,
      Optional<UnderVersions> under,
      Past past,
      Engine engine,
      Cases cases,
      Progress progress) {
    this.records = records;
    this.agreement = agreement;
    this.hash = hash;
    this.results = results;
    this.under = under;
    this.past = past;
    this.engine = engine;
    this.cases = cases;
    this.progress = progress;
  }

  /**
   * Loads the records for an agreement and for the drafts, and evaluates the agreement.
   *
   * @throws InputRefused if a text has errors, or the records are refused
   */
  static PastRun open(
      AgreementFile file,
      List<AgreementFile> drafts,
      RecordsOptions options,
      Instant asOf,
      Progress progress)
      throws IOException {
    Evaluator.checked(file, options);
    List<Version> texts =
        new ArrayList<>(
            file.versions().map(Versions::versions).orElseGet(() -> List.of(version(file))));
    for (AgreementFile draft : drafts) {
      Evaluator.checked(draft, options);
      texts.add(version(draft));
    }
    Agreement loading = InForce.loading(new Versions(texts));
    LoadedRecords records = LoadedRecords.load(file, loading, options, progress);
    try {
      return evaluated(file, records, asOf, progress);
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private static Version version(AgreementFile file) {
    return new Version(file.agreement(), file.hash(), file.path().toString());
  }

  private static PastRun evaluated(
      AgreementFile file, LoadedRecords records, Instant asOf, Progress progress) {
    Engine engine = new DuckDbEngine(records.database());
    Optional<Versions> versions =
        file.versions()
            .map(all -> InForce.asked(all, asOf))
            .filter(all -> all.versions().size() > 1);
    if (versions.isPresent()) {
      UnderVersions under =
          InForce.evaluate(
              engine,
              versions.get(),
              records.sets(),
              asOf,
              set -> progress.say("Evaluating " + set));
      return new PastRun(
          records,
          under.shown(),
          versions.get().last().hash(),
          under.results(),
          Optional.of(under),
          new Past(engine, under.shown(), Optional.empty(), records.sets(), asOf),
          engine,
          new VersionCases(engine, under),
          progress);
    }
    Agreement agreement = file.agreement();
    Evaluated evaluated =
        Rounds.evaluate(
            engine, agreement, records.sets(), asOf, set -> progress.say("Evaluating " + set));
    return new PastRun(
        records,
        agreement,
        file.hash(),
        evaluated.results(),
        Optional.empty(),
        new Past(engine, agreement, Optional.of(evaluated), records.sets(), asOf),
        engine,
        new CaseStories(engine, agreement, evaluated.compiled()),
        progress);
  }

  /** The agreement as reports show it. */
  Agreement agreement() {
    return agreement;
  }

  /** The past over which drafts are run. */
  Past past() {
    return past;
  }

  /**
   * A draft over the past, side by side with what was.
   *
   * @param asked the days asked for
   * @param metrics ids; none: all
   */
  Replay replay(AgreementFile draft, ReportingPeriod asked, List<String> metrics) {
    Replayed replayed = past.replay(draft.agreement(), this::saying);
    Replay replay =
        Replay.of(
            side(agreement, hash, results, under, asked, metrics),
            side(
                replayed.agreement(),
                draft.hash(),
                replayed.results(),
                Optional.empty(),
                asked,
                metrics),
            replayed.answered(),
            variant -> chosen(past.replay(variant, this::saying).results(), asked, metrics));
    progress.clear();
    return replay;
  }

  /**
   * The cases of a metric that count in the periods asked for, as they were. Sets that are worked
   * out are so for drafts once one was run, so that this comes before.
   */
  List<CaseOutcome> cases(String metric, ReportingPeriod asked) {
    return agreement.metrics().containsKey(metric) && cases.lists(metric)
        ? outcomes(cases, metric, Evaluator.periods(results.of(metric), asked))
        : List.of();
  }

  /** The cases of a metric that count in the periods asked for under a draft that was run. */
  List<CaseOutcome> cases(Replay replay, String metric) {
    Agreement text = replay.after().agreement();
    return text.metrics().containsKey(metric)
        ? outcomes(
            new CaseStories(engine, text, Map.of(metric, past.compiled(text, metric))),
            metric,
            replay.after().results().of(metric).stream()
                .map(Result::period)
                .collect(Collectors.toSet()))
        : List.of();
  }

  private static List<CaseOutcome> outcomes(
      Cases cases, String metric, Set<ReportingPeriod> periods) {
    return cases.all(metric, periods).stream().map(CaseStory::outcome).toList();
  }

  /**
   * The tightest target of a metric that would have held in so many of the periods asked for.
   *
   * @param met in how many of {@code of} periods
   */
  TargetSearch.Found find(String metric, ReportingPeriod asked, int met, int of) {
    List<ReportingPeriod> periods =
        chosen(results, asked, List.of(metric)).results().stream()
            .filter(result -> !DUE_LATER.contains(result.status()))
            .map(Result::period)
            .distinct()
            .toList();
    progress.say("Looking for a target of " + metric);
    TargetSearch.Found found = TargetSearch.find(past, agreement, metric, periods, met, of);
    progress.clear();
    return found;
  }

  /** The results of the periods that end in the days asked for. */
  Results results(ReportingPeriod asked) {
    return chosen(results, asked, List.of());
  }

  /** Whose time the cases of these results took. */
  List<PartyTime> partyTimes(Results chosen) {
    Map<String, Set<ReportingPeriod>> periods = new LinkedHashMap<>();
    for (Result result : chosen.results()) {
      if (cases.tells(result.metric())) {
        periods.computeIfAbsent(result.metric(), key -> new HashSet<>()).add(result.period());
      }
    }
    progress.say("Adding up whose time it was");
    List<PartyTime> times = cases.partyTimes(periods);
    progress.clear();
    return times;
  }

  /** The hash that names the text. */
  String hash() {
    return hash;
  }

  private void saying(String set) {
    progress.say("Replaying " + set);
  }

  private Replay.Side side(
      Agreement text,
      String named,
      Results all,
      Optional<UnderVersions> versions,
      ReportingPeriod asked,
      List<String> metrics) {
    Results chosen = chosen(all, asked, metrics);
    return new Replay.Side(
        text,
        named,
        chosen,
        new Follows(text, records, versions, List.of())
            .from(all, chosen, asked, metrics.isEmpty())
            .consequences());
  }

  /** The results of the periods that end in the days asked for. */
  static Results chosen(Results all, ReportingPeriod asked, List<String> metrics) {
    List<Result> chosen = new ArrayList<>();
    for (List<Result> series : all.series()) {
      if (metrics.isEmpty() || metrics.contains(series.get(0).metric())) {
        Set<ReportingPeriod> periods = Evaluator.periods(series, asked);
        series.stream().filter(result -> periods.contains(result.period())).forEach(chosen::add);
      }
    }
    return new Results(all.agreement(), all.asOf(), chosen);
  }

  @Override
  public void close() {
    records.close();
  }
}
