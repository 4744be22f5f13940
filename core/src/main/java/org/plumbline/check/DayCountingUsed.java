package org.plumbline.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** A rule for counting days has an effect only where a clock in that calendar counts days. */
final class DayCountingUsed implements Rule {

  @Override
  public void check(Draft draft) {
    Set<String> counted = new HashSet<>();
    Set<String> paused = new HashSet<>();
    for (MetricView metric : draft.metrics()) {
      if (countsDays(metric, draft)) {
        counted.addAll(calendarsOf(metric, draft));
        if (metric.leavesTimeOut()) {
          paused.addAll(calendarsOf(metric, draft));
        }
      }
    }
    draft
        .agreement()
        .calendars()
        .forEach(
            (id, terms) -> {
              String path = "calendars/" + id;
              if (terms.calendar().dayEnds() != DayEnd.MIDNIGHT && !counted.contains(id)) {
                tell(path + "/day-ends", "no limit or figure counts days in this calendar", draft);
              }
              boolean elapsed = terms.calendar().pausesBy() != PauseCounting.WHOLE_DAYS;
              if (elapsed && !paused.contains(id)) {
                tell(
                    path + "/pauses-by",
                    "no clock that leaves time out counts days in this calendar",
                    draft);
              }
            });
  }

  private static void tell(String path, String found, Draft draft) {
    draft.tell(
        FindingCode.DAY_COUNTING_UNUSED,
        path,
        found,
        "remove it, or name the calendar in the clock that counts the days");
  }

  private static List<String> calendarsOf(MetricView metric, Draft draft) {
    Optional<Varying<String>> named = metric.metric().clock().flatMap(clock -> clock.calendar());
    return named
        .map(Terms::valuesOf)
        .orElseGet(() -> draft.agreement().calendar().map(List::of).orElse(List.of()));
  }

  private static boolean countsDays(MetricView metric, Draft draft) {
    for (MetricView.LineView line : metric.lines()) {
      if (MetricView.limits(line).stream().anyMatch(limit -> isDays(limit.amount()))) {
        return true;
      }
    }
    boolean figure =
        metric.lines().stream()
            .flatMap(line -> line.line().bounds().stream())
            .flatMap(bound -> Terms.valuesOf(bound.value()).stream())
            .anyMatch(literal -> Terms.time(literal).filter(DayCountingUsed::isDays).isPresent());
    return figure || draft.daysAreTested(metric);
  }

  /** Whether an amount is counted by date. */
  static boolean isDays(TimeAmount amount) {
    return amount.kind() != TimeAmount.Kind.ELAPSED;
  }
}
