package org.plumbline.inforce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.records.CaseKey;
import org.plumbline.records.RecordChange;
import org.plumbline.register.Ask;
import org.plumbline.register.Grant;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;

/**
 * What reconsideration requests grant, brought into the text and the records that are evaluated
 * (docs/meaning.md 23): a case that is left out is taken out by an exclusion of cases, a time that
 * is given to a party is a hold before all others, a time that is taken out is one declared, a
 * value that is corrected is another value of the record. So no plan knows of requests.
 */
public final class Grants {

  private final List<Agreement> texts;
  private final List<Lineage> lineages;
  private final Set<RecordChange> changes = new LinkedHashSet<>();
  private final Findings findings = new Findings();

  private final Set<String> eventLogs;

  private Grants(Versions versions, Set<String> eventLogs) {
    this.eventLogs = eventLogs;
    texts = new ArrayList<>(versions.versions().stream().map(Version::agreement).toList());
    lineages = Lineage.all(versions);
  }

  /**
   * An agreement under which something was granted.
   *
   * @param versions the texts with what is granted; hashes and files are those of the signed ones
   * @param changes what is to be changed in the records
   * @param findings what is granted and cannot take effect
   */
  public record Granted(Versions versions, List<RecordChange> changes, List<Finding> findings) {
    /** Copies the lists. */
    public Granted {
      changes = List.copyOf(changes);
      findings = List.copyOf(findings);
    }
  }

  /**
   * What comes of these grants, in their order.
   *
   * @param eventLogs record sets that come from event logs, whose moments are many
   */
  public static Granted in(Versions versions, List<Grant> grants, Set<String> eventLogs) {
    Grants all = new Grants(versions, eventLogs);
    grants.forEach(all::add);
    List<Version> changed = new ArrayList<>();
    for (int i = 0; i < versions.versions().size(); i++) {
      Version version = versions.versions().get(i);
      changed.add(new Version(all.texts.get(i), version.hash(), version.file()));
    }
    return new Granted(new Versions(changed), List.copyOf(all.changes), all.findings.inFileOrder());
  }

  /** The name that results bear of a metric, whichever of its ids was written. */
  public static String name(Versions versions, String written) {
    List<Lineage> lineages = Lineage.all(versions);
    return Stream.concat(
            lineages.stream().filter(each -> each.name().equals(written)),
            lineages.stream().filter(each -> each.ids().containsValue(written)))
        .findFirst()
        .map(Lineage::name)
        .orElse(written);
  }

  private void add(Grant grant) {
    boolean found = false;
    for (int i = 0; i < texts.size(); i++) {
      Optional<String> metric = metric(grant.metric(), i);
      if (metric.isPresent()) {
        found = true;
        add(grant, i, metric.get());
      }
    }
    if (!found) {
      tell(
          grant,
          "the agreement has no metric " + grant.metric(),
          "write one of " + String.join(", ", texts.get(texts.size() - 1).metrics().keySet()));
    }
  }

  /** What a metric is called in a version, whichever of its ids was written. */
  private Optional<String> metric(String written, int version) {
    return Stream.concat(
            lineages.stream().filter(each -> each.name().equals(written)),
            lineages.stream().filter(each -> each.ids().containsValue(written)))
        .findFirst()
        .flatMap(each -> each.id(version));
  }

  private void tell(Grant grant, String found, String right) {
    findings.add(
        FindingCode.REQUEST_OF_NOTHING,
        grant.place(),
        "the request " + grant.request() + " can change nothing here: " + found,
        right);
  }

  private void add(Grant grant, int version, String metric) {
    Agreement text = texts.get(version);
    Metric term = Objects.requireNonNull(text.metrics().get(metric));
    if (grant.ask() instanceof Ask.LeaveOut out) {
      leaveOut(grant, out, version, metric, term);
    } else if (grant.ask() instanceof Ask.TakeOut time) {
      takeOut(grant, time, version, metric);
    } else {
      RecordSet set = text.records().get(term.records());
      if (set == null || !(set.origin() instanceof Origin.Supplied)) {
        tell(
            grant,
            "the cases of " + term.records() + " are worked out from other records",
            "name a metric over the records that they are worked out from");
      } else if (grant.ask() instanceof Ask.Assign assign) {
        assign(grant, assign, version, term.records(), set);
      } else if (grant.ask() instanceof Ask.Correct correct) {
        correct(grant, correct, term.records(), set);
      }
    }
  }

  private static String key(Ask.CaseName name) {
    return CaseKey.of(name.parts());
  }

  // ---- cases and times that do not count ----

  private void exclude(
      Grant grant, int version, String metric, Exclusion.Ground ground, String id) {
    Agreement text = texts.get(version);
    Map<String, Exclusion> exclusions = new LinkedHashMap<>(text.exclusions());
    exclusions.put(
        id,
        new Exclusion(
            ground,
            new Exclusion.Effect.Excludes(List.of(metric)),
            Optional.of(grant.reason()),
            Optional.empty()));
    texts.set(version, text.withExclusions(exclusions));
  }

  private void leaveOut(Grant grant, Ask.LeaveOut out, int version, String metric, Metric term) {
    RecordSet set = texts.get(version).records().get(term.records());
    String id = grant.name();
    if (set == null) {
      tell(
          grant,
          "the cases of " + term.records() + " are kept by the register",
          "correct the register's file");
    } else if (set.origin() instanceof Origin.Supplied) {
      Set<String> keys = new LinkedHashSet<>();
      out.cases().forEach(name -> keys.add(key(name)));
      changes.add(new RecordChange.Marked(term.records(), id, keys));
      Map<String, Field> fields = new LinkedHashMap<>(set.fields());
      fields.put(
          id, new Field(Field.Type.FLAG, Optional.of(Field.Read.FIRST), Optional.empty(), false));
      put(version, term.records(), with(set, fields, set.turns()));
      exclude(
          grant,
          version,
          metric,
          new Exclusion.Ground.Cases(new Condition.OneOf(id, List.of(new Literal.Flag(true)))),
          id);
    } else {
      List<Condition> any = new ArrayList<>();
      for (Ask.CaseName name : out.cases()) {
        Optional<Condition> same = byKey(set, key(name));
        same.ifPresent(any::add);
        if (same.isEmpty()) {
          tell(
              grant,
              "a case of " + term.records() + " cannot be told by " + key(name),
              "name a case of the records that it is worked out from");
        }
      }
      exclude(grant, version, metric, new Exclusion.Ground.Cases(new Condition.Any(any)), id);
    }
  }

  /** The case of a set that is worked out, by its key; empty if a part of it is no field. */
  private static Optional<Condition> byKey(RecordSet set, String key) {
    Optional<List<String>> parts = CaseKey.parts(key, set.caseKey().size());
    boolean texts =
        set.caseKey().stream()
            .allMatch(
                part ->
                    !set.moments().containsKey(part)
                        && (set.fields().get(part) == null
                            || Objects.requireNonNull(set.fields().get(part)).type()
                                == Field.Type.TEXT));
    if (parts.isEmpty() || !texts) {
      return Optional.empty();
    }
    List<Condition> all = new ArrayList<>();
    for (int i = 0; i < parts.get().size(); i++) {
      all.add(
          new Condition.OneOf(set.caseKey().get(i), List.of(new Literal.Text(parts.get().get(i)))));
    }
    return Optional.of(new Condition.All(all));
  }

  private void takeOut(Grant grant, Ask.TakeOut time, int version, String metric) {
    String id = grant.name();
    changes.add(
        new RecordChange.Declared(RegisterSets.DECLARATIONS, id, time.from(), time.until()));
    exclude(
        grant,
        version,
        metric,
        new Exclusion.Ground.Declared(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()),
        id);
  }

  // ---- whose time it was ----

  private void assign(Grant grant, Ask.Assign assign, int version, String records, RecordSet set) {
    Agreement text = texts.get(version);
    Optional<Turn> like =
        assign
            .turn()
            .flatMap(id -> set.turns().stream().filter(turn -> turn.id().equals(id)).findFirst());
    Optional<String> whose = assign.party().or(() -> like.map(Turn::whose));
    boolean known =
        whose
            .filter(party -> party.equals(Turn.NOBODY) || text.parties().containsKey(party))
            .isPresent();
    if (!known) {
      tell(
          grant,
          assign
              .turn()
              .map(turn -> records + " has no hold or stage " + turn)
              .orElse("the agreement has no party " + assign.party().orElse("")),
          assign.turn().isPresent()
              ? "write one of "
                  + String.join(", ", set.turns().stream().map(Turn::id).toList())
                  + ", or to: with a party"
              : "write one of " + String.join(", ", text.parties().keySet()) + " or nobody");
      return;
    }
    String hold = Turn.RECONSIDERED + assign.turn().or(assign::party).orElse("");
    changes.add(
        new RecordChange.Held(records, hold, key(assign.of()), assign.from(), assign.until()));
    if (set.turns().stream().noneMatch(turn -> turn.id().equals(hold))) {
      List<Turn> turns = new ArrayList<>();
      turns.add(
          new Turn.Hold(hold, whose.get(), Optional.empty(), Optional.empty(), Optional.empty()));
      turns.addAll(set.turns());
      put(version, records, with(set, set.fields(), turns));
      pause(version, records, hold, set, assign.turn(), whose.get());
    }
  }

  /** A clock that pauses for a turn, or for one of a party, pauses for what is given to it. */
  private void pause(
      int version,
      String records,
      String hold,
      RecordSet set,
      Optional<String> turn,
      String whose) {
    Agreement text = texts.get(version);
    Map<String, Metric> metrics = new LinkedHashMap<>(text.metrics());
    text.metrics()
        .forEach(
            (id, metric) -> {
              if (metric.records().equals(records)
                  && metric.clock().isPresent()
                  && metric.clock().get().counting() instanceof Clock.Counting.Pauses pauses
                  && set.turns().stream()
                      .filter(each -> pauses.turns().contains(each.id()))
                      .anyMatch(
                          each -> turn.map(each.id()::equals).orElse(each.whose().equals(whose)))) {
                metrics.put(id, metric.withClock(pausing(metric.clock().get(), pauses, hold)));
              }
            });
    texts.set(version, text.withMetrics(metrics));
  }

  private static Clock pausing(Clock clock, Clock.Counting.Pauses pauses, String hold) {
    List<String> turns = new ArrayList<>(pauses.turns());
    turns.add(hold);
    return new Clock(
        clock.starts(), clock.stops(), clock.calendar(), new Clock.Counting.Pauses(turns));
  }

  // ---- what was recorded ----

  private void correct(Grant grant, Ask.Correct correct, String records, RecordSet set) {
    CorrectedValue.Read read = CorrectedValue.of(set, correct);
    String key = key(correct.of());
    Optional<RecordChange> moved =
        eventLogs.contains(records)
            ? CorrectedValue.moved(records, key, set, correct, texts.get(0).zone())
            : Optional.empty();
    if (read.value().isEmpty()) {
      tell(grant, read.found(), read.right());
    } else if (moved.isPresent()) {
      changes.add(moved.get());
    } else if (correct.was().isPresent()) {
      tell(
          grant,
          correct.name() + " happens once in these records, which are no event log",
          "leave was away");
    } else {
      changes.add(new RecordChange.Corrected(records, key, read.column(), read.value().get()));
    }
  }

  private void put(int version, String records, RecordSet set) {
    Map<String, RecordSet> sets = new LinkedHashMap<>(texts.get(version).records());
    sets.put(records, set);
    texts.set(version, Composed.withRecords(texts.get(version), sets));
  }

  private static RecordSet with(RecordSet set, Map<String, Field> fields, List<Turn> turns) {
    return new RecordSet(
        set.caseKey(),
        set.moments(),
        fields,
        turns,
        set.reopening(),
        set.voidedBy(),
        set.closedBy(),
        set.delivery(),
        set.origin());
  }
}
