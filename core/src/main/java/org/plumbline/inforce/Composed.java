package org.plumbline.inforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.register.Versions;

/**
 * The text of a version with what is dated taken from the version in force on each day: calendars,
 * facts, fees; and with the performance period of all versions together.
 */
final class Composed {

  /** Before every record. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** After every record. */
  private static final LocalDate LAST = LocalDate.of(2299, 12, 31);

  private final Versions versions;
  private final int index;

  private Composed(Versions versions, int index) {
    this.versions = versions;
    this.index = index;
  }

  /** The text of the version at a position. */
  static Agreement of(Versions versions, int index) {
    return new Composed(versions, index).agreement();
  }

  private Agreement agreement() {
    Agreement own = at(index);
    PerformancePeriod last = versions.last().agreement().performancePeriod();
    PerformancePeriod whole =
        new PerformancePeriod(
            versions.first().agreement().performancePeriod().from(), last.until(), last.runOut());
    Map<String, Party> parties = new LinkedHashMap<>();
    own.parties().forEach((id, party) -> parties.put(id, party(id, party)));
    Map<String, CalendarTerms> calendars = new LinkedHashMap<>();
    own.calendars().forEach((id, calendar) -> calendars.put(id, calendar(id, calendar)));
    Map<String, Service> services = new LinkedHashMap<>();
    own.services().forEach((id, service) -> services.put(id, service(id, service)));
    return with(
        own, parties, whole, calendars, own.periods(), services, own.records(), own.metrics());
  }

  private Agreement at(int version) {
    return versions.versions().get(version).agreement();
  }

  private LocalDate from(int version) {
    return version == 0 ? FIRST : versions.versions().get(version).from();
  }

  private Party party(String id, Party own) {
    Map<String, Varying<org.plumbline.agreement.Literal>> facts = new LinkedHashMap<>();
    own.facts()
        .forEach(
            (fact, value) ->
                facts.put(
                    fact,
                    dated(
                        value,
                        version ->
                            Optional.ofNullable(at(version).parties().get(id))
                                .map(party -> party.facts().get(fact)))));
    return new Party(own.name(), own.federal(), own.components(), facts);
  }

  private Service service(String id, Service own) {
    List<Service.Fee> fees = new ArrayList<>();
    for (int i = 0; i < own.fees().size(); i++) {
      Service.Fee fee = own.fees().get(i);
      fees.add(new Service.Fee(dated(fee.amount(), version -> fee(version, id, fee)), fee.per()));
    }
    return new Service(own.name(), own.systems(), fees, own.billing());
  }

  private Optional<Varying<org.plumbline.agreement.Money>> fee(
      int version, String service, Service.Fee like) {
    return Optional.ofNullable(at(version).services().get(service)).stream()
        .flatMap(other -> other.fees().stream())
        .filter(fee -> fee.per().equals(like.per()))
        .map(Service.Fee::amount)
        .findFirst();
  }

  /** What another version says of a value. */
  private interface Said<T> {
    Optional<Varying<T>> in(int version);
  }

  /** The value of each version from its day on; a version that has none goes on with this one's. */
  private <T> Varying<T> dated(Varying<T> own, Said<T> said) {
    List<Varying.Dated<T>> steps = new ArrayList<>();
    boolean differs = false;
    for (int i = 0; i < versions.versions().size(); i++) {
      Varying<T> value = said.in(i).orElse(own);
      differs |= !value.equals(own);
      steps.add(new Varying.Dated<>(from(i), value));
    }
    return differs ? new Varying.ByDate<>(steps) : own;
  }

  private CalendarTerms calendar(String id, CalendarTerms own) {
    List<WorkCalendar.Other> others = new ArrayList<>();
    for (int i = 0; i < versions.versions().size(); i++) {
      CalendarTerms other = at(i).calendars().get(id);
      if (i != index && other != null && !other.calendar().equals(own.calendar())) {
        LocalDate until = versions.untilOf(i).orElse(LAST);
        others.add(new WorkCalendar.Other(from(i), until, other.calendar()));
      }
    }
    return others.isEmpty()
        ? own
        : new CalendarTerms(own.zone(), own.calendar().withOthers(others));
  }

  /**
   * What reports show: the last version's text, with the metrics that ended and what they rest on.
   */
  static Agreement shown(List<Agreement> composed, List<Lineage> lineages) {
    Agreement last = composed.get(composed.size() - 1);
    Map<String, Metric> metrics = new LinkedHashMap<>();
    Map<String, RecordSet> records = new LinkedHashMap<>(last.records());
    Map<String, CalendarTerms> calendars = new LinkedHashMap<>(last.calendars());
    Map<String, NamedPeriod> periods = new LinkedHashMap<>(last.periods());
    Map<String, Service> services = new LinkedHashMap<>(last.services());
    for (Lineage lineage : lineages) {
      Agreement own = composed.get(lineage.last());
      metrics.put(
          lineage.name(),
          Objects.requireNonNull(own.metrics().get(lineage.ids().lastEntry().getValue())));
      own.records().forEach(records::putIfAbsent);
      own.calendars().forEach(calendars::putIfAbsent);
      own.periods().forEach(periods::putIfAbsent);
      own.services().forEach(services::putIfAbsent);
    }
    return with(
        last,
        last.parties(),
        last.performancePeriod(),
        calendars,
        periods,
        services,
        records,
        metrics);
  }

  /** The same with other metrics and named periods. */
  static Agreement with(
      Agreement agreement, Map<String, NamedPeriod> periods, Map<String, Metric> metrics) {
    return with(
        agreement,
        agreement.parties(),
        agreement.performancePeriod(),
        agreement.calendars(),
        periods,
        agreement.services(),
        agreement.records(),
        metrics);
  }

  /** The same with other record sets. */
  static Agreement withRecords(Agreement agreement, Map<String, RecordSet> records) {
    return with(
        agreement,
        agreement.parties(),
        agreement.performancePeriod(),
        agreement.calendars(),
        agreement.periods(),
        agreement.services(),
        records,
        agreement.metrics());
  }

  private static Agreement with(
      Agreement agreement,
      Map<String, Party> parties,
      PerformancePeriod performance,
      Map<String, CalendarTerms> calendars,
      Map<String, NamedPeriod> periods,
      Map<String, Service> services,
      Map<String, RecordSet> records,
      Map<String, Metric> metrics) {
    return new Agreement(
        agreement.language(),
        agreement.id(),
        agreement.title(),
        agreement.zone(),
        agreement.marking(),
        parties,
        agreement.roles(),
        agreement.references(),
        agreement.includes(),
        performance,
        agreement.renewal(),
        agreement.stabilization(),
        agreement.amendment(),
        agreement.definitions(),
        agreement.calendar(),
        agreement.period(),
        calendars,
        periods,
        services,
        records,
        metrics,
        agreement.remedies(),
        agreement.pools(),
        agreement.settlement(),
        agreement.exclusions(),
        agreement.reconsideration(),
        agreement.reports(),
        agreement.commitments(),
        agreement.clauses(),
        agreement.open());
  }
}
