package org.plumbline.reconcile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.profile.Cells;
import org.plumbline.profile.WrittenTime;

/** What people write for a period: a month in many ways, a quarter, a year, a range of days. */
final class PeriodNames {

  private static final Pattern QUARTER_FIRST =
      Pattern.compile("Q([1-4])[ /-]+(FY)? ?(\\d{4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(FY)? ?(\\d{4})[ /-]+Q([1-4])", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 40;

  private final PeriodRule.Anchored fiscalYear;
  private final ReportingPeriod asked;
  private final TreeSet<String> withoutYear = new TreeSet<>();

  PeriodNames(Agreement agreement, ReportingPeriod asked) {
    this.fiscalYear = PeriodRules.fiscalYear(agreement).orElseGet(PeriodRule::federalFiscalYear);
    this.asked = asked;
  }

  /** The period that a cell names, if it names one. */
  Optional<ReportingPeriod> of(String cell) {
    String text = Cells.bare(cell).strip();
    if (text.length() < 3 || text.length() > LONGEST) {
      return Optional.empty();
    }
    return written(cell).or(() -> monthOfAskedYear(text)).or(() -> parsed(text));
  }

  /** Sentences on what was taken for granted. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (String month : withoutYear) {
      reasons.add(
          "“"
              + month
              + "” is written without a year; there is one such month among the periods asked"
              + " for, and that is meant.");
    }
    return reasons;
  }

  private static Optional<ReportingPeriod> written(String cell) {
    Optional<WrittenTime> time = WrittenTime.of(cell);
    if (time.isEmpty() || time.get().hasClock() && !time.get().isTyped()) {
      return Optional.empty();
    }
    Optional<LocalDate> monthFirst = time.get().value(false).map(LocalDateTime::toLocalDate);
    Optional<LocalDate> dayFirst = time.get().value(true).map(LocalDateTime::toLocalDate);
    if (!monthFirst.equals(dayFirst)) {
      // 1/2/2026 is the second of January here and the first of February there.
      return Optional.empty();
    }
    return monthFirst
        .filter(
            date ->
                time.get().isMonth()
                    || date.getDayOfMonth() == 1
                    || date.getDayOfMonth() == date.lengthOfMonth())
        .map(date -> month(YearMonth.from(date)));
  }

  private static ReportingPeriod month(YearMonth month) {
    return new ReportingPeriod(month.toString(), month.atDay(1), month.atEndOfMonth());
  }

  private Optional<ReportingPeriod> monthOfAskedYear(String text) {
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      if (text.equalsIgnoreCase(full) || text.equalsIgnoreCase(full.substring(0, 3))) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth each = YearMonth.from(asked.from());
            !each.isAfter(YearMonth.from(asked.until()));
            each = each.plusMonths(1)) {
          if (each.getMonth() == month) {
            months.add(each);
          }
        }
        if (months.size() == 1) {
          withoutYear.add(text);
          return Optional.of(month(months.get(0)));
        }
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<ReportingPeriod> parsed(String text) {
    Matcher quarter = QUARTER_FIRST.matcher(text);
    Matcher year = YEAR_FIRST.matcher(text);
    String plain = text;
    if (quarter.matches()) {
      plain = fiscal(quarter.group(2) != null) + quarter.group(3) + "-Q" + quarter.group(1);
    } else if (year.matches()) {
      plain = fiscal(year.group(1) != null) + year.group(2) + "-Q" + year.group(3);
    }
    try {
      return Optional.of(ReportingPeriods.parse(plain, fiscalYear))
          .filter(period -> period.from().getYear() >= 1970 && period.from().getYear() < 2200);
    } catch (RefusedInputException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String fiscal(boolean isFiscal) {
    return isFiscal ? "FY" : "";
  }
}
