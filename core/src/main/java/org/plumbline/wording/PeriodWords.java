package org.plumbline.wording;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.calendar.ReportingPeriod;

/** Reporting periods in words: {@code March 2016}, {@code each month}. */
public final class PeriodWords {

  private PeriodWords() {}

  /** A period: {@code March 2016}; others with their days. */
  public static String name(ReportingPeriod period) {
    LocalDate from = period.from();
    if (isMonth(period)) {
      return from.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + from.getYear();
    }
    if (isYear(period)) {
      return Integer.toString(from.getYear());
    }
    String days = from + " to " + period.until();
    return period.name().contains("..") ? days : period.name() + " (" + days + ")";
  }

  /** A period in little room: {@code Mar 2016}; others by their name. */
  public static String shortName(ReportingPeriod period) {
    return isMonth(period)
        ? period.from().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
            + " "
            + period.from().getYear()
        : period.name();
  }

  /** The kind of a period as a noun: {@code month}, {@code pay period}. */
  static String noun(String id) {
    return Phrases.words(id);
  }

  /** How often a metric's figure is formed: {@code each month}. */
  static String each(Agreement agreement, Metric metric) {
    String every = every(agreement, metric);
    StringBuilder text = new StringBuilder("each " + noun(every));
    Optional<PeriodTerms> terms = metric.period();
    terms
        .flatMap(PeriodTerms::meanOf)
        .ifPresent(
            shorter -> text.append(" as the mean of the figures of each ").append(noun(shorter)));
    terms
        .flatMap(PeriodTerms::rolling)
        .ifPresent(
            length ->
                text.append(" over the ").append(Numbers.amount(length)).append(" up to its end"));
    terms
        .flatMap(PeriodTerms::toDate)
        .ifPresent(longer -> text.append(" over the ").append(noun(longer)).append(" to date"));
    return text.toString();
  }

  /** The kind of a metric's period. */
  static String every(Agreement agreement, Metric metric) {
    return metric
        .period()
        .flatMap(PeriodTerms::every)
        .or(() -> agreement.period().flatMap(PeriodTerms::every))
        .orElse("month");
  }

  private static boolean isMonth(ReportingPeriod period) {
    return period.from().getDayOfMonth() == 1
        && period.until().equals(period.from().plusMonths(1).minusDays(1));
  }

  private static boolean isYear(ReportingPeriod period) {
    return period.from().getDayOfYear() == 1
        && period.until().equals(period.from().plusYears(1).minusDays(1));
  }
}
