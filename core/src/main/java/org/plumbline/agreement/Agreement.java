package org.plumbline.agreement;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of one agreement between a service customer and a service provider: its complete text
 * as data (language.md 2).
 *
 * @param language version of the language: 1
 * @param id the same in all versions
 * @param title what stands on the cover
 * @param zone the zone in which dates and periods are read
 * @param marking handling line on every page and document
 * @param includes companion documents by kind and relative path
 * @param calendar the calendar in which workdays are counted unless said otherwise
 * @param period the reporting period of every metric unless said otherwise
 * @param open values of a draft that are still to be agreed and were left out of this model, by
 *     path, such as {@code metrics/ratings/low-volume/misses}; those that the model itself keeps
 *     ({@link Level.Open}, {@link Varying.Open}) are here as well
 */
public record Agreement(
    int language,
    String id,
    String title,
    ZoneId zone,
    Optional<String> marking,
    Map<String, Party> parties,
    Map<String, Role> roles,
    List<Reference> references,
    Map<String, String> includes,
    PerformancePeriod performancePeriod,
    Optional<Renewal> renewal,
    Optional<Stabilization> stabilization,
    Optional<Amendment> amendment,
    Map<String, Definition> definitions,
    Optional<String> calendar,
    Optional<PeriodTerms> period,
    Map<String, CalendarTerms> calendars,
    Map<String, NamedPeriod> periods,
    Map<String, Service> services,
    Map<String, RecordSet> records,
    Map<String, Metric> metrics,
    Map<String, Remedy> remedies,
    Map<String, Pool> pools,
    Optional<Settlement> settlement,
    Map<String, Exclusion> exclusions,
    Optional<Reconsideration> reconsideration,
    Optional<Reports> reports,
    Map<String, Commitment> commitments,
    List<Clause> clauses,
    Map<String, ToBeAgreed> open) {

  /** The id of the calendar of every hour of every day, which needs no definition. */
  public static final String ALWAYS = "always";

  /** Copies lists and maps, keeping their order. */
  public Agreement {
    parties = ordered(parties);
    roles = ordered(roles);
    references = List.copyOf(references);
    includes = ordered(includes);
    definitions = ordered(definitions);
    calendars = ordered(calendars);
    periods = ordered(periods);
    services = ordered(services);
    records = ordered(records);
    metrics = ordered(metrics);
    remedies = ordered(remedies);
    pools = ordered(pools);
    exclusions = ordered(exclusions);
    commitments = ordered(commitments);
    clauses = List.copyOf(clauses);
    open = ordered(open);
  }

  /** The same agreement with other calendars. */
  public Agreement withCalendars(Map<String, CalendarTerms> others) {
    return with(performancePeriod, amendment, others, records, metrics, exclusions);
  }

  /** The same with other exclusions. */
  public Agreement withExclusions(Map<String, Exclusion> others) {
    return with(performancePeriod, amendment, calendars, records, metrics, others);
  }

  /** The same with other metrics. */
  public Agreement withMetrics(Map<String, Metric> others) {
    return with(performancePeriod, amendment, calendars, records, others, exclusions);
  }

  /** The same with other record sets. */
  public Agreement withRecords(Map<String, RecordSet> others) {
    return with(performancePeriod, amendment, calendars, others, metrics, exclusions);
  }

  /** The same for another performance period. */
  public Agreement withPerformancePeriod(PerformancePeriod other) {
    return with(other, amendment, calendars, records, metrics, exclusions);
  }

  /** The same under another amendment. */
  public Agreement withAmendment(Optional<Amendment> other) {
    return with(performancePeriod, other, calendars, records, metrics, exclusions);
  }

  private Agreement with(
      PerformancePeriod performancePeriod,
      Optional<Amendment> amendment,
      Map<String, CalendarTerms> calendars,
      Map<String, RecordSet> records,
      Map<String, Metric> metrics,
      Map<String, Exclusion> exclusions) {
    return new Agreement(
        language,
        id,
        title,
        zone,
        marking,
        parties,
        roles,
        references,
        includes,
        performancePeriod,
        renewal,
        stabilization,
        amendment,
        definitions,
        calendar,
        period,
        calendars,
        periods,
        services,
        records,
        metrics,
        remedies,
        pools,
        settlement,
        exclusions,
        reconsideration,
        reports,
        commitments,
        clauses,
        open);
  }

  /** A record set by its id, one of this agreement or of the register; empty if there is none. */
  public Optional<RecordSet> recordSet(String set) {
    return Optional.ofNullable(records.get(set))
        .or(() -> Optional.ofNullable(RegisterSets.SETS.get(set)));
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
