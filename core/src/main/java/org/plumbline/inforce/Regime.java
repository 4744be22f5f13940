package org.plumbline.inforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.register.Versions;

/**
 * Under which version each period of a metric is (docs/meaning.md 21).
 *
 * @param begins the day from which the period terms of a version hold, by position of the version;
 *     a version whose terms hold for no period is not there
 * @param promised the first day on which there is such a metric
 * @param ends the first day on which there is none any more; empty: it goes on
 */
record Regime(TreeMap<Integer, LocalDate> begins, LocalDate promised, Optional<LocalDate> ends) {

  /**
   * The regime of a metric.
   *
   * @param composed the texts of all versions
   */
  static Regime of(Lineage lineage, Versions versions, List<Agreement> composed) {
    TreeMap<Integer, LocalDate> begins = new TreeMap<>();
    begins.put(lineage.first(), LocalDate.MIN);
    for (int i = lineage.first() + 1; i <= lineage.last(); i++) {
      LocalDate effective = versions.versions().get(i).from();
      Optional<LocalDate> begin =
          splits(versions, i)
              ? Optional.of(effective)
              : first(
                  effective,
                  periods(composed, lineage, i),
                  periods(composed, lineage, begins.lastKey()));
      int version = i;
      begin.ifPresent(day -> begins.put(version, day));
    }
    LocalDate promised =
        lineage.first() == 0
            ? versions.first().agreement().performancePeriod().from()
            : versions.versions().get(lineage.first()).from();
    Optional<LocalDate> ends =
        lineage.last() + 1 < versions.versions().size()
            ? Optional.of(versions.versions().get(lineage.last() + 1).from())
            : Optional.empty();
    return new Regime(begins, promised, ends);
  }

  private static boolean splits(Versions versions, int version) {
    return versions
        .versions()
        .get(version)
        .agreement()
        .amendment()
        .flatMap(Amendment::splitsPeriod)
        .orElse(false);
  }

  private static List<ReportingPeriod> periods(
      List<Agreement> composed, Lineage lineage, int version) {
    Agreement agreement = composed.get(version);
    return PeriodRules.periods(agreement, metric(agreement, lineage, version));
  }

  private static Metric metric(Agreement agreement, Lineage lineage, int version) {
    return Objects.requireNonNull(agreement.metrics().get(lineage.id(version).orElseThrow()));
  }

  /** The first beginning on or after the day that is inside no period of the terms before. */
  private static Optional<LocalDate> first(
      LocalDate effective, List<ReportingPeriod> periods, List<ReportingPeriod> before) {
    List<LocalDate> candidates =
        periods.stream()
            .map(ReportingPeriod::from)
            .filter(day -> !day.isBefore(effective))
            .toList();
    return candidates.stream()
        .filter(
            day ->
                before.stream()
                    .noneMatch(old -> old.from().isBefore(day) && !old.until().isBefore(day)))
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  /** The version that a period is under. */
  int version(ReportingPeriod period) {
    int version = begins.firstKey();
    for (Map.Entry<Integer, LocalDate> begin : begins.entrySet()) {
      if (!begin.getValue().isAfter(period.from())) {
        version = begin.getKey();
      }
    }
    return version;
  }

  /** Whether the metric was promised on any day of a period. */
  boolean has(ReportingPeriod period) {
    return !period.until().isBefore(promised);
  }

  /** The period terms of a version, its periods cut where other terms begin. */
  PeriodTerms terms(Agreement agreement, Metric metric) {
    PeriodTerms own = PeriodRules.terms(agreement, metric);
    List<LocalDate> cuts = new ArrayList<>();
    begins.values().stream().filter(day -> !day.equals(LocalDate.MIN)).forEach(cuts::add);
    return new PeriodTerms(
        own.every(), own.meanOf(), own.rolling(), own.toDate(), own.partial(), cuts);
  }
}
