package org.plumbline.forecast;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.LineId;

/**
 * The cases of a metric that are not decided yet and have begun.
 *
 * @param cases when the limit of each runs out if its clock does not stand still from now on
 */
record OpenCases(List<Case> cases) {

  /** None. */
  static final OpenCases NONE = new OpenCases(List.of());

  /**
   * One case.
   *
   * @param line the target line that takes it; empty if that is not known
   * @param due the day on which its limit runs out; empty if that is not known
   */
  record Case(Optional<LineId> line, Optional<LocalDate> due) {}

  /** Copies the list. */
  OpenCases {
    cases = List.copyOf(cases);
  }

  /** Those of outcomes; what has not begun has no limit that could run out. */
  static OpenCases of(List<CaseOutcome> open, ZoneId zone) {
    return new OpenCases(
        open.stream()
            .filter(each -> each.state() == CaseOutcome.State.OPEN && each.start().isPresent())
            .map(
                each ->
                    new Case(each.line(), each.due().map(due -> due.atZone(zone).toLocalDate())))
            .toList());
  }

  /**
   * Those of a line that may miss in a period: their limit runs out in it, or nobody knows when.
   *
   * @param line of a minimum with cases of its own all are counted
   */
  long mayMiss(LineId line, ReportingPeriod period) {
    return cases.stream()
        .filter(each -> each.due().filter(day -> day.isAfter(period.until())).isEmpty())
        .filter(
            each ->
                line.level() == LineId.LevelKind.MINIMUM
                    || each.line().filter(own -> own.line() != line.line()).isEmpty())
        .count();
  }

  /** The last day in a period on which the limit of one of them runs out. */
  Optional<LocalDate> lastDue(ReportingPeriod period) {
    return cases.stream()
        .flatMap(each -> each.due().stream())
        .filter(day -> !day.isAfter(period.until()))
        .max(LocalDate::compareTo);
  }

  /** The last day on which the limit of any of them runs out; empty if not known of all. */
  Optional<LocalDate> lastDue() {
    return cases.stream().allMatch(each -> each.due().isPresent())
        ? cases.stream().flatMap(each -> each.due().stream()).max(LocalDate::compareTo)
        : Optional.empty();
  }
}
