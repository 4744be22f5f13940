package org.plumbline.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a reporting period as people write it on the command line (design section 9). */
final class PeriodText {

  private static final Pattern PERIOD =
      Pattern.compile("(?<fy>FY)?(?<year>\\d{4})(-(?<part>Q(\\d)|W(\\d{2})|\\d{2}))?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String FORMS =
      "write 2026-10, 2026-Q4, 2026, 2026-W05, FY2027, FY2027-Q1, or two of them or two dates with .. between,"
          + " such as 2026-10-16..2026-11-15";

  private final PeriodRule.@Nullable Anchored fiscalYear;

  PeriodText(PeriodRule.@Nullable Anchored fiscalYear) {
    this.fiscalYear = fiscalYear;
  }

  ReportingPeriod parse(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    int dots = upper.indexOf("..");
    try {
      if (dots < 0) {
        return DATE.matcher(upper).matches() ? refuseDate(upper) : single(upper);
      }
      ReportingPeriod first = end(upper.substring(0, dots));
      ReportingPeriod last = end(upper.substring(dots + 2));
      return new ReportingPeriod(first.name() + ".." + last.name(), first.from(), last.until());
    } catch (DateTimeException e) {
      throw new RefusedInputException(
          RefusedInputException.quoted(text) + " names a date that does not exist",
          "months are 01 to 12, and a day must be one of its month");
    }
  }

  private ReportingPeriod end(String text) {
    if (DATE.matcher(text.strip()).matches()) {
      LocalDate date = LocalDate.parse(text.strip());
      return new ReportingPeriod(date.toString(), date, date);
    }
    return single(text.strip());
  }

  private ReportingPeriod single(String text) {
    Matcher matcher = PERIOD.matcher(text);
    if (!matcher.matches()) {
      throw new RefusedInputException(
          RefusedInputException.quoted(text) + " is not a reporting period", FORMS);
    }
    int year = Integer.parseInt(matcher.group("year"));
    String part = matcher.group("part");
    ReportingPeriod period =
        matcher.group("fy") == null ? civil(year, part) : fiscal(text, year, part);
    if (!period.name().equals(text)) {
      throw new RefusedInputException(
          RefusedInputException.quoted(text) + " does not exist",
          "months are 01 to 12, quarters Q1 to Q4, weeks W01 to W52 or, in some years, W53");
    }
    return period;
  }

  private static ReportingPeriod civil(int year, @Nullable String part) {
    LocalDate first = LocalDate.of(year, 1, 1);
    if (part == null) {
      return ReportingPeriods.periodOf(PeriodRule.Civil.YEAR, first);
    }
    int number = Integer.parseInt(part.replaceAll("\\D", ""));
    if (part.startsWith("Q")) {
      LocalDate inQuarter = first.plusMonths(3L * (number - 1));
      return ReportingPeriods.periodOf(PeriodRule.Civil.QUARTER, inQuarter);
    }
    if (part.startsWith("W")) {
      // 4 January is always in the first week.
      LocalDate inWeek = LocalDate.of(year, 1, 4).plusWeeks(number - 1L);
      return inWeek.get(IsoFields.WEEK_BASED_YEAR) == year
          ? ReportingPeriods.periodOf(PeriodRule.Civil.WEEK, inWeek)
          : ReportingPeriod.of(first, first);
    }
    return ReportingPeriods.periodOf(PeriodRule.Civil.MONTH, LocalDate.of(year, number, 1));
  }

  private ReportingPeriod fiscal(String text, int year, @Nullable String part) {
    if (fiscalYear == null) {
      throw new RefusedInputException(
          RefusedInputException.quoted(text) + " needs a fiscal year, and none is defined",
          "add periods: {fiscal-year: {every: 12 months, from: 2026-10-01, named-by: end}} to the"
              + " agreement, or write the dates");
    }
    if (part != null && !part.startsWith("Q")) {
      throw new RefusedInputException(
          RefusedInputException.quoted(text) + " is not a reporting period",
          "write a fiscal year or quarter, such as FY2027 or FY2027-Q1");
    }
    ReportingPeriod found = ReportingPeriods.periodOf(fiscalYear, LocalDate.of(year, 12, 31));
    if (!found.name().equals("FY" + text.substring(2, 6))) {
      found = ReportingPeriods.periodOf(fiscalYear, found.from().minusDays(1));
    }
    if (part == null) {
      return found;
    }
    LocalDate inQuarter = found.from().plusMonths(3L * (part.charAt(1) - '1')).plusDays(5);
    return ReportingPeriods.periodOf(new PeriodRule.FiscalQuarter(fiscalYear), inQuarter);
  }

  private static ReportingPeriod refuseDate(String date) {
    throw new RefusedInputException(
        date + " is a day and not a reporting period",
        "write " + date + ".." + date + " for one day");
  }
}
