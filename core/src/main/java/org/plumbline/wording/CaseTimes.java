package org.plumbline.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.FigureUnit;

/**
 * The times of a case as its records hold them, in the agreement's zone: where only dates are
 * recorded, dates and days; else dates with times of day, hours and minutes (design 4.1).
 */
public final class CaseTimes {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final ZoneId zone;
  private final boolean starts;
  private final boolean stops;
  private final boolean everything;

  private CaseTimes(ZoneId zone, boolean starts, boolean stops, boolean everything) {
    this.zone = zone;
    this.starts = starts;
    this.stops = stops;
    this.everything = everything;
  }

  /** The times of the cases of a metric; of a metric that is not there, to the minute. */
  public static CaseTimes of(Agreement agreement, String metric) {
    Metric term = agreement.metrics().get(metric);
    RecordSet set = term == null ? null : agreement.records().get(term.records());
    if (term == null || set == null) {
      return new CaseTimes(agreement.zone(), false, false, false);
    }
    boolean everything =
        set.moments().values().stream()
            .filter(MomentTerm.Recorded.class::isInstance)
            .allMatch(moment -> isDate(moment, set, 0));
    boolean starts =
        term.clock()
            .flatMap(Clock::starts)
            .map(moment -> isDate(moment, set, 0))
            .orElse(everything);
    boolean stops = term.clock().map(clock -> isDate(clock.stops(), set, 0)).orElse(everything);
    return new CaseTimes(agreement.zone(), starts, stops, everything && starts && stops);
  }

  /** When its clock started. */
  public String start(Instant at) {
    return shown(at, starts);
  }

  /** When its clock stopped. */
  public String stop(Instant at) {
    return shown(at, stops);
  }

  /** When its limit runs out: a limit that is counted by date runs out on a day. */
  public String due(Instant at, FigureUnit unit) {
    return shown(at, everything || starts && unit != FigureUnit.MICROSECONDS);
  }

  /** Any other instant of its life. */
  public String at(Instant at) {
    return shown(at, everything);
  }

  /** An instant with the zone beside it; a date needs none. */
  public String withZone(Instant at) {
    return everything ? at(at) : at(at) + " " + zone;
  }

  /** How long an interval lasted. */
  public String length(CaseInterval interval) {
    if (!everything) {
      return Numbers.duration(wall(interval));
    }
    long days = ChronoUnit.DAYS.between(date(interval.from()), date(interval.until()));
    return Numbers.counted(days, "day", "days");
  }

  /** How much of an interval lay in open hours. */
  public String open(CaseInterval interval) {
    return everything && interval.openMicros() == wall(interval)
        ? length(interval)
        : Numbers.duration(interval.openMicros());
  }

  private static long wall(CaseInterval interval) {
    return EpochMicros.of(interval.until()) - EpochMicros.of(interval.from());
  }

  private LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private String shown(Instant at, boolean asDate) {
    return asDate ? date(at).toString() : MINUTE.format(at.atZone(zone));
  }

  /** Whether a moment is a date; the depth ends what would run in a circle. */
  private static boolean isDate(MomentTerm moment, RecordSet set, int depth) {
    if (depth > 50) {
      return false;
    }
    if (moment instanceof MomentTerm.Recorded recorded) {
      return recorded.precision() == Precision.DATE;
    }
    if (moment instanceof MomentTerm.Named named) {
      boolean ofPeriod =
          named.id().equals(MomentTerm.PERIOD_START) || named.id().equals(MomentTerm.PERIOD_END);
      return ofPeriod
          || Optional.ofNullable(set.moments().get(named.id()))
              .map(term -> isDate(term, set, depth + 1))
              .orElse(false);
    }
    if (moment instanceof MomentTerm.Shifted shifted) {
      return isDate(shifted.at(), set, depth + 1);
    }
    if (moment instanceof MomentTerm.Fixed || moment instanceof MomentTerm.DayOfPeriod) {
      return true;
    }
    List<MomentTerm> parts = parts(moment);
    return !parts.isEmpty() && parts.stream().allMatch(part -> isDate(part, set, depth + 1));
  }

  private static List<MomentTerm> parts(MomentTerm moment) {
    if (moment instanceof MomentTerm.First first) {
      return List.of(first.of());
    }
    if (moment instanceof MomentTerm.Last last) {
      return List.of(last.of());
    }
    if (moment instanceof MomentTerm.Next next) {
      return List.of(next.of());
    }
    if (moment instanceof MomentTerm.EarlierOf earlier) {
      return earlier.moments();
    }
    return moment instanceof MomentTerm.LaterOf later ? later.moments() : List.of();
  }
}
