package org.plumbline.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Deadline;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.judge.Result;
import org.plumbline.records.Delivered;
import org.plumbline.records.LoadOptions;
import org.plumbline.register.Load;
import org.plumbline.register.Standings;

/** The deliveries of records that the register knows, as a load takes them (docs/meaning.md 24). */
public final class Deliveries {

  private final KnownRegister register;
  private final LocalDate today;

  /**
   * What had been delivered on a day.
   *
   * @param today what came later is not read
   */
  public Deliveries(KnownRegister register, LocalDate today) {
    this.register = register;
    this.today = today;
  }

  /**
   * The options of a load that reads what had been delivered.
   *
   * @param but ids of deliveries that are not read
   */
  public LoadOptions of(LoadOptions options, Set<String> but) {
    List<Delivered> delivered = new ArrayList<>();
    Set<String> read = new HashSet<>();
    Set<String> unseen = new HashSet<>();
    Map<String, Integer> ranks = new HashMap<>();
    register.register().loads().entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Load> each) -> each.getValue().delivered()))
        .forEach(
            each -> {
              Load load = each.getValue();
              if (load.delivered().isAfter(today) || but.contains(each.getKey())) {
                unseen.addAll(load.files());
              } else {
                read.addAll(load.files());
                int rank = ranks.merge(load.set(), 1, Integer::sum);
                delivered.add(delivered(each.getKey(), load, rank));
              }
            });
    unseen.removeAll(read);
    LoadOptions known = options.knownUntil(today);
    return delivered.isEmpty() && unseen.isEmpty() ? known : known.of(delivered, unseen);
  }

  private Delivered delivered(String id, Load load, int rank) {
    return new Delivered(
        id,
        load.set(),
        new LinkedHashSet<>(load.files()),
        rank,
        load.completeFor()
            .flatMap(period -> Standings.period(register.on(load.delivered()), period)),
        load.reason(),
        register.register().places().at("loads/" + id));
  }

  /** What is said of deliveries that name what is not there. */
  public List<Finding> findings(Agreement agreement) {
    Findings findings = new Findings();
    register
        .register()
        .loads()
        .forEach(
            (id, load) -> {
              if (agreement.recordSet(load.set()).isEmpty()) {
                findings.add(
                    FindingCode.LOAD_OF_NOTHING,
                    register.register().places().at("loads/" + id + "/set"),
                    "the agreement has no record set " + load.set(),
                    "write one of " + String.join(", ", agreement.records().keySet()));
              }
              if (load.completeFor()
                  .filter(period -> Standings.period(agreement, period).isEmpty())
                  .isPresent()) {
                findings.add(
                    FindingCode.LOAD_OF_NOTHING,
                    register.register().places().at("loads/" + id + "/complete-for"),
                    load.completeFor().get() + " is no period",
                    "write it like 2026-10, 2026-Q4 or 2026-10-01..2026-10-31");
              }
            });
    return findings.inFileOrder();
  }

  /** The deliveries that came after the records of a result's period were final, by id. */
  public Set<String> late(Agreement agreement, Result result) {
    Set<String> late = new LinkedHashSet<>();
    String set =
        Optional.ofNullable(agreement.metrics().get(result.metric()))
            .map(metric -> supplied(agreement, metric.records()))
            .orElse("");
    Optional<LocalDate> last =
        Optional.ofNullable(agreement.records().get(set))
            .flatMap(RecordSet::delivery)
            .flatMap(Delivery::finalAfter)
            .map(within -> Deadline.of(agreement, result.period().until(), within));
    register
        .register()
        .loads()
        .forEach(
            (id, load) -> {
              if (load.set().equals(set)
                  && !load.delivered().isAfter(today)
                  && last.filter(load.delivered()::isAfter).isPresent()) {
                late.add(id);
              }
            });
    return late;
  }

  /** The set whose files make a set. */
  private static String supplied(Agreement agreement, String set) {
    RecordSet records = agreement.records().get(set);
    if (records != null && records.origin() instanceof Origin.Groups groups) {
      return supplied(agreement, groups.of());
    }
    return records != null && records.origin() instanceof Origin.Sample sample
        ? supplied(agreement, sample.of())
        : set;
  }
}
