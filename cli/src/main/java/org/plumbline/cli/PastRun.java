package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.inforce.InForce;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.known.Deliveries;
import org.plumbline.known.Follows;
import org.plumbline.known.Reconsidering;
import org.plumbline.known.Reconsidering.Measured;
import org.plumbline.known.Settled;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadReport;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Standing;
import org.plumbline.register.Standings;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.replay.Answered;
import org.plumbline.replay.KeptPast;
import org.plumbline.replay.Past;
import org.plumbline.replay.Replayed;
import org.plumbline.report.Heeded;
import org.plumbline.story.Cases;
import org.plumbline.story.Counted;

/**
 * An agreement over its past, as it is evaluated, over which other terms are run in the same way:
 * with what was delivered, granted, final and issued (docs/meaning.md 27); close it.
 */
final class PastRun implements AutoCloseable {
  private final AgreementFile file;
  private final RecordsOptions options;
  private final RegisterFile register;
  private final Instant asOf;
  private final Instant knownAt;
  private final Progress progress;
  private final Agreement loading;
  private final Keeping keeping;
  private final Map<List<Object>, PastGround> grounds = new HashMap<>();
  private final Agreement agreement;
  private final PastAnswer was;

  private PastRun(
      AgreementFile file,
      RecordsOptions options,
      RegisterFile register,
      Instant asOf,
      Instant knownAt,
      List<Version> drafts,
      Keeping keeping,
      Progress progress) {
    this.keeping = keeping;
    this.file = file;
    this.options = options;
    this.register = register;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.progress = progress;
    Agreement own = file.versions().map(InForce::loading).orElseGet(file::agreement);
    Agreement with = loading(drafts);
    loading = InForce.serves(with, own) ? with : own;
    Versions asked = InForce.asked(register.versions(), asOf);
    agreement = asked.versions().size() > 1 ? InForce.shown(asked) : asked.first().agreement();
    try {
      was = answer(PastTerms.byDate(register.versions()), agreement, loading);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Loads the records of an agreement, and evaluates it.
   *
   * @param drafts texts that will be run over the same records
   * @param keeping where what is counted is kept, and whether what was kept is taken
   * @throws org.plumbline.replay.RecordsNeededException here and when terms are run, if what was
   *     kept is taken and does not say what is asked
   * @throws InputRefused if a text has errors, or the records are refused
   */
  static PastRun open(
      AgreementFile file,
      RecordsOptions options,
      Instant asOf,
      Instant knownAt,
      List<Version> drafts,
      Keeping keeping,
      Progress progress)
      throws IOException {
    Evaluator.checked(file, options);
    RegisterFile register = RegisterFile.find(file, options, knownAt);
    PastRun run = new PastRun(file, options, register, asOf, knownAt, drafts, keeping, progress);
    progress.clear();
    return run;
  }

  /** The agreement as reports show it. */
  Agreement agreement() {
    return agreement;
  }

  /** The hash that names the text in force at the end. */
  String hash() {
    return InForce.asked(register.versions(), asOf).last().hash();
  }

  /** The versions that are asked. */
  Versions versions() {
    return InForce.asked(register.versions(), asOf);
  }

  /** What was. */
  PastAnswer was() {
    return was;
  }

  /** The register that was heeded, as it was known. */
  RegisterFile register() {
    return register;
  }

  /** The files that were read. */
  List<LoadReport.FileReport> files() {
    return ground(Set.of(), loading).records().report().files();
  }

  /** What was heeded. */
  Heeded heeded() {
    return new Heeded(Optional.empty(), register.path().map(Shown::relative), knownAt);
  }

  // ---- other terms ----

  /** The text of terms as reports show it. */
  Agreement shown(PastTerms terms) {
    if (terms.throughout()) {
      return Past.throughout(terms.texts().last().agreement(), agreement);
    }
    Versions asked = InForce.asked(terms.texts(), asOf);
    return asked.versions().size() > 1 ? InForce.shown(asked) : asked.first().agreement();
  }

  /** What records are loaded for, that serve what was and other texts. */
  private Agreement loading(List<Version> others) {
    List<Version> texts = new ArrayList<>(file.versions().orElseGet(register::versions).versions());
    others.stream().filter(each -> !texts.contains(each)).forEach(texts::add);
    return InForce.loading(new Versions(texts));
  }

  /** What records are loaded for at first. */
  Agreement loaded() {
    return loading;
  }

  /** What is loaded already, if that serves these terms too. */
  Agreement loading(PastTerms terms) {
    Agreement own = loading(terms.texts().versions());
    return InForce.serves(loading, own) ? loading : own;
  }

  /** What follows from an answer, over the records that were loaded for it. */
  Follows follows(PastAnswer answer, Agreement loaded) {
    return new Follows(
        answer.text(),
        ground(Set.of(), loaded).records(),
        answer.under(),
        register.issuedBy(today()),
        register.kept());
  }

  /** The past over which a text is run with what stands. */
  Past past(Set<String> without, PastTerms terms) {
    PastGround ground = ground(without, loading);
    AtomicReference<Past> last = new AtomicReference<>();
    Reconsidering.standing(
        ground.records(),
        register,
        terms.texts(),
        Standings.of(register.register(), register::on, today()),
        (granted, sets) -> {
          PastGround.Base base = base(ground, granted, sets);
          last.set(base.past());
          return base.counted();
        });
    return Objects.requireNonNull(last.get());
  }

  // ---- what was ----

  /** The results of the periods that end in the days asked for. */
  Results results(ReportingPeriod asked) {
    return was.results(asked, List.of());
  }

  /** Whose time the cases of these results took. */
  List<PartyTime> partyTimes(Results chosen) {
    Map<String, Set<ReportingPeriod>> periods = new LinkedHashMap<>();
    for (Result result : chosen.results()) {
      if (was.cases().tells(result.metric())) {
        periods.computeIfAbsent(result.metric(), key -> new HashSet<>()).add(result.period());
      }
    }
    progress.say("Adding up whose time it was");
    List<PartyTime> times = was.cases().partyTimes(periods);
    progress.clear();
    return times;
  }

  // ---- evaluating ----

  /** What terms give as it stands: with what was granted, final and issued. */
  PastAnswer answer(PastTerms terms, Agreement text, Agreement loaded) {
    Map<String, Answered> answered = new LinkedHashMap<>();
    AtomicReference<Cases> cases = new AtomicReference<>();
    Measured standing =
        standing(
            ground(Set.of(), loaded),
            terms,
            text,
            (counted, replayed) -> {
              answered.clear();
              answered.putAll(replayed);
              cases.set(counted.cases());
              return counted;
            });
    Measured settled =
        new Settled(register, today(), text)
            .of(
                standing,
                late ->
                    standing(ground(late, loaded), terms, text, (counted, replayed) -> counted)
                        .counted()
                        .results());
    Optional<UnderVersions> under = settled.counted().under();
    progress.clear();
    return new PastAnswer(
        text, settled.counted().results(), under, Objects.requireNonNull(cases.get()), answered);
  }

  private Measured standing(
      PastGround ground,
      PastTerms terms,
      Agreement text,
      BiFunction<Counted, Map<String, Answered>, Counted> taken) {
    return Reconsidering.standing(
        ground.records(),
        register,
        terms.texts(),
        Standings.of(register.register(), register::on, today()),
        (granted, sets) -> {
          Map<String, Answered> answered = new LinkedHashMap<>();
          Counted counted =
              terms.throughout()
                  ? throughout(ground, granted, sets, answered)
                  : byDate(ground, granted, sets, answered);
          return taken.apply(counted.reported(register.register(), text, today()), answered);
        });
  }

  private Counted byDate(
      PastGround ground,
      Versions granted,
      Map<String, StoredSet> sets,
      Map<String, Answered> answered) {
    Versions asked = InForce.asked(granted, asOf);
    Agreement first = asked.first().agreement();
    if (asked.versions().size() > 1) {
      Counted counted = ground.counted(asked, sets);
      counted.results().series().stream()
          .forEach(series -> answered.put(series.get(0).metric(), Answered.RECORDS));
      return counted;
    }
    return ground.base(asked, sets, () -> first).counted();
  }

  /** A text as if it had been in force all the time. */
  private Counted throughout(
      PastGround ground,
      Versions granted,
      Map<String, StoredSet> sets,
      Map<String, Answered> answered) {
    PastGround.Base base = base(ground, granted, sets);
    Agreement draft = granted.last().agreement();
    Replayed replayed = base.past().replay(draft, this::saying);
    boolean isFirst = replayed.agreement().equals(base.text()) && !isOne();
    replayed
        .answered()
        .forEach((metric, from) -> answered.put(metric, isFirst ? Answered.RECORDS : from));
    return new Counted(
        replayed.results(),
        List.of(),
        List.of(),
        new DraftCases(ground.engine(), base.past(), replayed.agreement()),
        Optional.empty());
  }

  /** What was counted first over records with these grants: what was, else the text itself. */
  private PastGround.Base base(PastGround ground, Versions granted, Map<String, StoredSet> sets) {
    Versions inForce = InForce.asked(PastTerms.inForce(granted), asOf);
    return ground.base(
        inForce,
        sets,
        () ->
            isOne()
                ? inForce.first().agreement()
                : Past.throughout(granted.last().agreement(), agreement));
  }

  /** Whether what was is one text, whose counts serve others. */
  private boolean isOne() {
    return versions().versions().size() == 1;
  }

  private PastGround ground(Set<String> without, Agreement loaded) {
    return grounds.computeIfAbsent(
        List.of(without, loaded),
        key -> {
          LoadOptions read = new Deliveries(register, today()).of(options.load(), without);
          try {
            Optional<KeptPast> kept =
                without.isEmpty() ? keeping.taken(this::keptName, file) : Optional.empty();
            LoadOptions wanted = kept.isPresent() ? read.only(RegisterSets.SETS.keySet()) : read;
            return new PastGround(
                LoadedRecords.load(file, loaded, options, wanted, progress),
                kept,
                asOf,
                this::saying);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  // ---- what is kept ----

  /** Keeps what was counted of the one text that was in force, with the clocks of its cases. */
  void keep() throws IOException {
    Optional<String> name = keeping.keeps() ? keptName() : Optional.empty();
    if (name.isPresent() && !keeping.has(name.get())) {
      progress.say("Keeping the clocks of cases");
      keeping.keep(
          name.get(), past(Set.of(), PastTerms.throughout(versions(), versions().last())).kept());
      progress.clear();
    }
  }

  /**
   * The name under which it is kept; empty where there are several texts, or where a request is
   * pending, as the records then say what it would change.
   */
  private Optional<String> keptName() {
    boolean pending =
        Standings.of(register.register(), register::on, today()).requests().stream()
            .anyMatch(each -> each.state() == Standing.State.PENDING);
    return isOne() && file.versions().isEmpty() && !pending
        ? Optional.of(KeptName.of(file, options, register, asOf, today()))
        : Optional.empty();
  }

  /** The day up to which something was known. */
  LocalDate today() {
    return knownAt.atZone(file.agreement().zone()).toLocalDate();
  }

  private void saying(String set) {
    progress.say("Evaluating " + set);
  }

  @Override
  public void close() {
    grounds.values().forEach(PastGround::close);
  }
}
