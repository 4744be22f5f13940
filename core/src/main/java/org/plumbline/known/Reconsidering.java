package org.plumbline.known;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;
import org.plumbline.inforce.Grants;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Changed;
import org.plumbline.judge.Contested;
import org.plumbline.judge.Results;
import org.plumbline.records.CaseKey;
import org.plumbline.records.RecordChange;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Ask;
import org.plumbline.register.Grant;
import org.plumbline.register.Standing;
import org.plumbline.register.Standings;
import org.plumbline.register.Versions;
import org.plumbline.report.CaseStory;
import org.plumbline.report.RequestSections;
import org.plumbline.report.Requests;
import org.plumbline.story.Counted;

/**
 * Evaluates with what reconsideration requests grant, and again without each of them, so that the
 * figures stand side by side (docs/meaning.md 23). What stands is evaluated last: single cases are
 * asked of its tables.
 */
public final class Reconsidering {

  private static final int MOST_CASES = 25;

  /** The name of the evaluation in which nothing is granted. */
  private static final String NOTHING = " nothing";

  /** The name of the evaluation in which all that is pending is granted. */
  private static final String ALL = " all";

  private final KnownRecords records;
  private final KnownRegister register;
  private final Versions texts;
  private final Optional<ReportingPeriod> asked;
  private final Measuring measuring;
  private final List<Standing> standings;
  private final Findings findings = new Findings();
  private final Map<String, Map<String, Optional<CaseOutcome>>> cases = new LinkedHashMap<>();
  private final Map<String, Results> other = new LinkedHashMap<>();

  /** Counts over record sets, of a text or of several. */
  public interface Measuring {
    /** Counts. */
    Counted of(Versions versions, Map<String, StoredSet> sets);
  }

  /**
   * What was counted with what stands.
   *
   * @param versions the texts, with what was granted
   */
  public record Measured(
      Counted counted, Versions versions, Requests requests, List<Finding> findings) {

    /** The agreement as reports show it, with what was granted. */
    public Agreement agreement() {
      return counted.under().map(UnderVersions::shown).orElse(versions.first().agreement());
    }
  }

  private Reconsidering(
      KnownRecords records,
      KnownRegister register,
      Versions texts,
      Standings.Told told,
      Optional<ReportingPeriod> asked,
      Measuring measuring) {
    this.records = records;
    this.register = register;
    this.texts = texts;
    this.asked = asked;
    this.measuring = measuring;
    standings = told.requests();
    told.findings().forEach(findings::add);
  }

  /**
   * Counts, with and without the requests.
   *
   * @param told what became of the requests
   * @param asked the days asked for; requests about other periods take effect and are not told
   */
  public static Measured measure(
      KnownRecords records,
      KnownRegister register,
      Standings.Told told,
      ReportingPeriod asked,
      Measuring measuring) {
    return new Reconsidering(
            records, register, register.versions(), told, Optional.of(asked), measuring)
        .measured();
  }

  /**
   * Counts as it stands, and what is contested; of no request is told what it changes.
   *
   * @param texts what is granted is brought into; requests name metrics of any of them
   */
  public static Measured standing(
      KnownRecords records,
      KnownRegister register,
      Versions texts,
      Standings.Told told,
      Measuring measuring) {
    return new Reconsidering(records, register, texts, told, Optional.empty(), measuring)
        .measured();
  }

  /**
   * Texts and records with what stands.
   *
   * @param texts with what was granted
   */
  public record Stands(Versions texts, Map<String, StoredSet> sets) {}

  /** What stands of the texts in force, without counting anything. */
  public static Stands stands(KnownRecords records, KnownRegister register, Standings.Told told) {
    Reconsidering all =
        new Reconsidering(
            records,
            register,
            register.versions(),
            told,
            Optional.empty(),
            (versions, sets) -> {
              throw new IllegalStateException("nothing is counted");
            });
    Grants.Granted granted = all.granted(all.grants(all.which(each -> !each.granted().isEmpty())));
    return new Stands(granted.versions(), records.changed().of(granted.changes()));
  }

  private Measured measured() {
    List<Standing> pending = which(each -> each.state() == Standing.State.PENDING);
    List<Standing> granted = which(each -> !each.granted().isEmpty());
    for (Standing each : granted) {
      if (isAsked(each)) {
        evaluate(each.id(), grants(without(each)), List.of(each));
      }
    }
    for (Standing each : pending) {
      evaluate(each.id(), with(List.of(each)), List.of(each));
    }
    Map<String, List<Standing>> together = together(pending);
    together.forEach((name, all) -> evaluate(name, with(all), List.of()));
    Optional<Results> nothing =
        granted.isEmpty() || asked.isEmpty() ? Optional.empty() : Optional.of(withoutAny(granted));
    Grants.Granted stands = granted(grants(granted));
    stands.findings().forEach(findings::add);
    Counted counted = counted(stands);
    Map<String, List<Changed>> could = new LinkedHashMap<>();
    for (Standing each : pending) {
      could.put("request " + each.id() + " is", changed(counted, each.id(), true));
      granted(with(List.of(each))).findings().forEach(findings::add);
    }
    together.forEach(
        (name, all) ->
            could.put(
                "requests "
                    + String.join(", ", all.stream().map(Standing::id).toList())
                    + " are all",
                changed(counted, name, true)));
    List<Requests.Story> stories =
        standings.stream().filter(this::isAsked).map(each -> story(each, counted)).toList();
    return new Measured(
        counted.with(Contested.of(counted.results(), could, RequestSections::brief)),
        stands.versions(),
        new Requests(
            stories,
            nothing.map(before -> Changed.between(before, counted.results())).orElse(List.of()),
            pending.isEmpty()
                ? List.of()
                : changed(counted, pending.size() == 1 ? pending.get(0).id() : ALL, true)),
        findings.inFileOrder());
  }

  /** The results if nothing at all were granted. */
  private Results withoutAny(List<Standing> granted) {
    return granted.size() == 1 && other.containsKey(granted.get(0).id())
        ? Objects.requireNonNull(other.get(granted.get(0).id()))
        : evaluate(NOTHING, List.of(), List.of()).results();
  }

  private List<Standing> which(Predicate<Standing> test) {
    return standings.stream().filter(test).toList();
  }

  private boolean isAsked(Standing each) {
    if (asked.isEmpty()) {
      return false;
    }
    ReportingPeriod days = asked.get();
    Agreement agreement = register.on(each.request().asked());
    return Standings.period(agreement, each.request().period())
        .map(period -> days.contains(period.until()) || period.contains(days.until()))
        .orElse(true);
  }

  private List<Standing> without(Standing one) {
    return which(each -> !each.granted().isEmpty() && !each.equals(one));
  }

  /** What is pending, all of it and by the party that asks, where that is more than one request. */
  private static Map<String, List<Standing>> together(List<Standing> pending) {
    Map<String, List<Standing>> together = new LinkedHashMap<>();
    if (pending.size() > 1) {
      together.put(ALL, pending);
      pending.stream()
          .collect(
              Collectors.groupingBy(
                  each -> each.request().by(), LinkedHashMap::new, Collectors.toList()))
          .forEach(
              (party, own) -> {
                if (own.size() > 1 && own.size() < pending.size()) {
                  together.put(" of " + party, own);
                }
              });
    }
    return together;
  }

  // ---- grants ----

  private List<Grant> grants(List<Standing> of) {
    List<Grant> grants = new ArrayList<>();
    of.forEach(each -> grants.addAll(grants(each, each.granted())));
    return grants;
  }

  /** What stands, and these as they were asked for. */
  private List<Grant> with(List<Standing> pending) {
    List<Grant> grants = grants(which(each -> !each.granted().isEmpty()));
    pending.forEach(each -> grants.addAll(grants(each, each.request().asks())));
    return grants;
  }

  private List<Grant> grants(Standing standing, List<Ask> asks) {
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < asks.size(); i++) {
      grants.add(
          new Grant(
              standing.id(),
              i + 1,
              standing.request().metric(),
              asks.get(i),
              standing.state().words() + " " + standing.words(),
              register.register().places().at("requests/" + standing.id() + "/asks/" + i)));
    }
    return grants;
  }

  private Grants.Granted granted(List<Grant> grants) {
    Set<String> logs =
        records.sets().values().stream()
            .filter(StoredSet::eventLog)
            .map(StoredSet::set)
            .collect(Collectors.toSet());
    Grants.Granted granted = Grants.in(texts, grants, logs);
    List<RecordChange> changes = new ArrayList<>(granted.changes());
    changes.addAll(RequestRows.of(texts, records.sets(), standings));
    return new Grants.Granted(granted.versions(), changes, granted.findings());
  }

  private Counted counted(Grants.Granted granted) {
    return measuring.of(granted.versions(), records.changed().of(granted.changes()));
  }

  // ---- evaluations beside the one that stands ----

  private Counted evaluate(String name, List<Grant> grants, List<Standing> about) {
    Counted counted = counted(granted(grants));
    other.put(name, counted.results());
    about.stream()
        .filter(this::isAsked)
        .forEach(each -> cases.put(each.id(), outcomes(each, counted)));
    return counted;
  }

  private List<Changed> changed(Counted stands, String name, boolean pending) {
    Results others = Objects.requireNonNull(other.get(name));
    return pending
        ? Changed.between(stands.results(), others)
        : Changed.between(others, stands.results());
  }

  // ---- what is told ----

  private Requests.Story story(Standing each, Counted counted) {
    boolean pending = each.state() == Standing.State.PENDING;
    if (!other.containsKey(each.id())) {
      return new Requests.Story(each, List.of(), List.of());
    }
    List<Changed> changes = changed(counted, each.id(), pending);
    Map<String, Optional<CaseOutcome>> now = outcomes(each, counted);
    Map<String, Optional<CaseOutcome>> there =
        Objects.requireNonNullElse(cases.get(each.id()), Map.of());
    List<Requests.Case> named = new ArrayList<>();
    now.forEach(
        (key, outcome) -> {
          Optional<CaseOutcome> elsewhere = there.getOrDefault(key, Optional.empty());
          named.add(
              new Requests.Case(key, pending ? outcome : elsewhere, pending ? elsewhere : outcome));
        });
    tell(each, changes, named);
    return new Requests.Story(each, changes, named);
  }

  private void tell(Standing each, List<Changed> changes, List<Requests.Case> named) {
    Place place = register.register().places().at("requests/" + each.id());
    long unknown =
        named.stream().filter(it -> it.without().isEmpty() && it.with().isEmpty()).count();
    if (unknown > 0) {
      findings.add(
          FindingCode.REQUEST_OF_NOTHING,
          place,
          "the request "
              + each.id()
              + " names "
              + (unknown == 1 ? "a case" : unknown + " cases")
              + " that the records of "
              + each.request().metric()
              + " do not have",
          "write the key as explain shows it");
    }
    long elsewhere =
        named.stream()
            .flatMap(it -> it.without().stream())
            .flatMap(it -> it.period().stream())
            .filter(period -> !isOf(each, period))
            .count();
    if (elsewhere > 0) {
      findings.add(
          FindingCode.REQUEST_OF_NOTHING,
          place,
          (elsewhere == 1 ? "a case" : elsewhere + " cases")
              + " that the request "
              + each.id()
              + " names do"
              + (elsewhere == 1 ? "es" : "")
              + " not count in "
              + each.request().period(),
          "name the period in which it counts");
    }
    if (changes.isEmpty()) {
      findings.add(
          FindingCode.REQUEST_CHANGES_NOTHING,
          place,
          "the request " + each.id() + " changes no figure of any period",
          "");
    }
  }

  private boolean isOf(Standing each, ReportingPeriod period) {
    return Standings.period(register.on(each.request().asked()), each.request().period())
        .map(about -> about.contains(period.until()) || period.contains(about.until()))
        .orElse(true);
  }

  /** The cases that a request names, by key, in one of the evaluations. */
  private Map<String, Optional<CaseOutcome>> outcomes(Standing standing, Counted counted) {
    Map<String, Optional<CaseOutcome>> outcomes = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>();
    standing
        .atMost()
        .forEach(ask -> ask.named().forEach(name -> keys.add(CaseKey.of(name.parts()))));
    String metric = Grants.name(texts, standing.request().metric());
    boolean told = counted.cases().lists(metric) && counted.cases().tells(metric);
    keys.stream()
        .limit(MOST_CASES)
        .filter(key -> told)
        .forEach(
            key ->
                outcomes.put(
                    key,
                    counted.cases().ofKey(metric, key).stream()
                        .map(CaseStory::outcome)
                        .findFirst()));
    return outcomes;
  }
}
