package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/** Follows commitments to their end: when each falls due, and when it was done. */
final class Commitments {

  private final Agreement agreement;
  private final LocalDate today;
  private final Map<List<String>, RegisterRow> rows = new HashMap<>();

  private Commitments(Agreement agreement, LocalDate today) {
    this.agreement = agreement;
    this.today = today;
  }

  /**
   * All commitments in the order of the agreement, each time that they fall due in order of time. A
   * row that has no effect is told.
   *
   * @param rows of {@code register/commitments}
   * @param today what was done later is not known; what begins later is left out but for the next
   */
  static List<CommitmentDue> of(
      Agreement agreement, List<RegisterRow> rows, LocalDate today, Findings findings) {
    Commitments commitments = new Commitments(agreement, today);
    List<CommitmentDue> all = new ArrayList<>();
    rows.forEach(row -> commitments.take(row, findings));
    agreement.commitments().forEach((id, commitment) -> all.addAll(commitments.of(id, commitment)));
    return all;
  }

  private void take(RegisterRow row, Findings findings) {
    String id = row.text("commitment").orElse("");
    Commitment commitment = agreement.commitments().get(id);
    String period = row.text("period").orElse("");
    if (commitment == null) {
      findings.add(
          FindingCode.ROW_WITHOUT_EFFECT,
          row.place(),
          "the row has no effect: there is no commitment “" + id + "”",
          "write in the column commitment one of "
              + String.join(", ", agreement.commitments().keySet()));
    } else if (commitment.every().isEmpty()) {
      rows.put(List.of(id, ""), row);
    } else if (periods(commitment).stream().anyMatch(each -> each.name().equals(period))) {
      rows.put(List.of(id, period), row);
    } else {
      findings.add(
          FindingCode.ROW_WITHOUT_EFFECT,
          row.place(),
          "the row has no effect: " + id + " does not fall due for “" + period + "”",
          "write in the column period the name of one, such as "
              + periods(commitment).stream()
                  .findFirst()
                  .map(ReportingPeriod::name)
                  .orElse("2026-10"));
    }
  }

  private List<CommitmentDue> of(String id, Commitment commitment) {
    LocalDate from = commitment.from().orElse(agreement.performancePeriod().from());
    if (commitment.every().isEmpty()) {
      Optional<LocalDate> last =
          commitment
              .until()
              .map(until -> after(until, commitment.due()))
              .or(() -> commitment.due().map(due -> after(from, Optional.of(due))));
      return List.of(standing(id, commitment, Optional.empty(), from, last));
    }
    List<CommitmentDue> all = new ArrayList<>();
    for (ReportingPeriod period : periods(commitment)) {
      CommitmentDue due =
          standing(
              id,
              commitment,
              Optional.of(period),
              period.from(),
              Optional.of(after(period.until(), commitment.due())));
      all.add(due);
      if (period.from().isAfter(today)) {
        break;
      }
    }
    return all;
  }

  /** The periods that end while it holds. */
  private List<ReportingPeriod> periods(Commitment commitment) {
    LocalDate from = commitment.from().orElse(agreement.performancePeriod().from());
    LocalDate until = commitment.until().orElse(agreement.performancePeriod().until());
    return commitment
        .every()
        .flatMap(every -> PeriodRules.find(agreement, every))
        .map(
            rule ->
                ReportingPeriods.periods(rule, from, until).stream()
                    .filter(period -> !period.until().isAfter(until))
                    .toList())
        .orElse(List.of());
  }

  private CommitmentDue standing(
      String id,
      Commitment commitment,
      Optional<ReportingPeriod> period,
      LocalDate from,
      Optional<LocalDate> agreed) {
    Optional<RegisterRow> row =
        Optional.ofNullable(rows.get(List.of(id, period.map(ReportingPeriod::name).orElse(""))));
    Optional<LocalDate> due = row.flatMap(each -> each.day("due")).or(() -> agreed);
    Optional<LocalDate> done =
        row.flatMap(each -> each.day("done")).filter(day -> !day.isAfter(today));
    CommitmentDue.Stands stands;
    if (done.isPresent()) {
      stands =
          due.filter(last -> done.get().isAfter(last)).isPresent()
              ? CommitmentDue.Stands.DONE_LATE
              : CommitmentDue.Stands.DONE;
    } else if (from.isAfter(today)) {
      stands = CommitmentDue.Stands.AHEAD;
    } else {
      stands =
          due.filter(today::isAfter).isPresent()
              ? CommitmentDue.Stands.PAST_LAST_DAY
              : CommitmentDue.Stands.UNDER_WAY;
    }
    return new CommitmentDue(id, commitment, period, due, done, stands);
  }

  private LocalDate after(LocalDate day, Optional<TimeAmount> due) {
    if (due.isEmpty()) {
      return day;
    }
    TimeAmount amount = due.get();
    return switch (amount.kind()) {
      case BY_DATE_DAYS -> day.plusDays(amount.days());
      case BY_DATE_MONTHS -> day.plusMonths(amount.months());
      case BY_DATE_WORKDAYS -> plusWorkdays(day, amount.days());
      case ELAPSED -> day.plusDays((amount.micros() + 86_399_999_999L) / 86_400_000_000L);
    };
  }

  private LocalDate plusWorkdays(LocalDate day, long workdays) {
    CalendarTerms terms = agreement.calendar().map(agreement.calendars()::get).orElse(null);
    if (terms == null) {
      return day.plusDays(workdays);
    }
    try {
      return OpenTime.of(terms.calendar(), day, day.plusDays(workdays * 3 + 60))
          .days()
          .plusWorkdays(day, workdays);
    } catch (OutsideCalendarException tooFewOpenDays) {
      return day.plusDays(workdays);
    }
  }
}
