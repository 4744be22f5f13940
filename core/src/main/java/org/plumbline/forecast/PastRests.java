package org.plumbline.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Trend;

/** What came in past periods after the same point of them. */
final class PastRests {

  private final Agreement agreement;
  private final Standing standing;
  private final Instant asOf;
  private final Function<Instant, List<Measurement>> counted;

  /**
   * The past.
   *
   * @param standing what was counted as of now
   * @param counted what was counted as of an earlier moment
   */
  PastRests(
      Agreement agreement,
      Standing standing,
      Instant asOf,
      Function<Instant, List<Measurement>> counted) {
    this.agreement = agreement;
    this.standing = standing;
    this.asOf = asOf;
    this.counted = counted;
  }

  /** The rests of the last whole periods, in order of time. */
  List<Rest> of(Standing.Of of, Kind kind) {
    List<ReportingPeriod> past =
        standing.measured().stream()
            .filter(each -> each.metric().equals(of.metric()))
            .map(Measurement::period)
            .distinct()
            .filter(period -> period.until().isBefore(of.period().from()))
            .filter(period -> !period.from().isBefore(agreement.performancePeriod().from()))
            .filter(period -> isSettled(of.metric(), period))
            .sorted(Trend.BY_TIME)
            .toList();
    return past.subList(Math.max(0, past.size() - Chance.MOST), past.size()).stream()
        .map(period -> rest(of, kind, period))
        .toList();
  }

  private Rest rest(Standing.Of of, Kind kind, ReportingPeriod period) {
    Map<LineId, Measurement> before = new TreeMap<>();
    counted.apply(samePoint(of.period(), period)).stream()
        .filter(each -> each.metric().equals(of.metric()) && each.each().equals(of.each()))
        .filter(each -> each.period().equals(period))
        .forEach(each -> before.put(each.line(), each));
    Map<LineId, Addition> lines = new LinkedHashMap<>();
    standing
        .lines(new Standing.Of(of.metric(), of.each(), period))
        .forEach(
            (id, after) ->
                lines.put(id, Addition.between(kind, before.getOrDefault(id, none(after)), after)));
    return new Rest(period, lines);
  }

  private boolean isSettled(String metric, ReportingPeriod period) {
    return Optional.ofNullable(agreement.metrics().get(metric))
            .filter(each -> each.countedWhenOrDefault() == CountedWhen.STARTED)
            .isEmpty()
        || standing.measured().stream()
            .filter(each -> each.metric().equals(metric) && each.period().equals(period))
            .allMatch(each -> each.open() == 0);
  }

  private static Measurement none(Measurement of) {
    return new Measurement(
        of.metric(),
        of.period(),
        of.line(),
        of.each(),
        0,
        0,
        0,
        0,
        of.unit(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Exact.ZERO));
  }

  /** The instant of a past period that is as many days before its end, at the same time of day. */
  private Instant samePoint(ReportingPeriod now, ReportingPeriod past) {
    LocalDate today = asOf.atZone(agreement.zone()).toLocalDate();
    LocalDate day = past.until().minusDays(now.until().toEpochDay() - today.toEpochDay());
    if (day.isBefore(past.from())) {
      Instant beginning = past.from().atStartOfDay(agreement.zone()).toInstant();
      return EpochMicros.toInstant(EpochMicros.of(beginning) - 1);
    }
    return day.atTime(asOf.atZone(agreement.zone()).toLocalTime())
        .atZone(agreement.zone())
        .toInstant();
  }
}
