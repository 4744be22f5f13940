package org.plumbline.report.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Deadline;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Renewal;
import org.plumbline.calendar.DatedEntry;
import org.plumbline.calendar.ICalendarFile;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.report.Document;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * What falls due by an agreement, day by day: records, reports, requests, reviews and other
 * commitments, and the days on which the agreement itself begins, changes and ends.
 */
public final class Deliverables {

  private final Agreement agreement;
  private final Wording wording;
  private final List<Day> days = new ArrayList<>();

  private Deliverables(Source source) {
    agreement = source.agreement();
    wording = source.wording();
  }

  /**
   * Something that falls due.
   *
   * @param day the last day for it
   * @param kind {@code Records Report Request Commitment Agreement}
   * @param who sees to it; empty: both
   * @param by the term that says so
   * @param id the same each time; that of a period ends with its name, such as {@code
   *     report-2026-10}
   */
  public record Day(
      LocalDate day, String kind, String what, Optional<String> who, String by, String id) {}

  /** A document with a table of all days in order. */
  public static Document of(Source source) {
    List<List<String>> rows = new ArrayList<>();
    for (Day day : all(source)) {
      rows.add(
          List.of(
              day.day().toString(), day.kind(), day.what(), day.who().orElse("both"), day.by()));
    }
    return source.document(
        "Deliverables and reviews: " + source.agreement().title(),
        List.of(
            new Document.Section(
                "days",
                "What falls due, and when",
                "Days are the last on which something may be done. A report that is issued on"
                    + " another day moves the days that are counted from it.",
                List.of(
                    Parts.table(
                        "Deliverables and reviews",
                        List.of("Day", "Kind", "What", "Who", "By the term"),
                        rows)))));
  }

  /** The same as an iCalendar file. */
  public static byte[] calendar(Source source) {
    Agreement agreement = source.agreement();
    String marking = agreement.marking().map(text -> text + "\n").orElse("");
    List<DatedEntry> entries =
        all(source).stream()
            .map(
                day ->
                    new DatedEntry(
                        day.id() + "@" + agreement.id() + ".plumbline",
                        day.day(),
                        day.what() + day.who().map(who -> " (" + who + ")").orElse(""),
                        marking
                            + day.by()
                            + ". "
                            + agreement.title()
                            + ", version "
                            + source.hash()
                            + ". Made by "
                            + source.program()
                            + ".",
                        day.kind()))
            .toList();
    return ICalendarFile.write(agreement.title(), entries, source.made());
  }

  /** All of it, day by day. */
  public static List<Day> all(Source source) {
    Deliverables deliverables = new Deliverables(source);
    deliverables.agreement();
    deliverables.records();
    deliverables.reports();
    deliverables.agreement.commitments().forEach(deliverables::commitment);
    return deliverables.days.stream()
        .sorted(Comparator.comparing(Day::day).thenComparing(Day::id))
        .toList();
  }

  private void add(
      LocalDate day, String kind, String what, Optional<String> who, String by, String id) {
    days.add(new Day(day, kind, what, who, by, id));
  }

  // ---- the agreement itself ----

  private void agreement() {
    LocalDate from = agreement.performancePeriod().from();
    LocalDate until = agreement.performancePeriod().until();
    Optional<String> both = Optional.empty();
    String period = "performance-period";
    add(from, "Agreement", "First day of performance", both, period, "first-day");
    add(until, "Agreement", "Last day of performance", both, period, "last-day");
    agreement
        .amendment()
        .ifPresent(
            it ->
                add(
                    it.effective(),
                    "Agreement",
                    "Amendment " + it.number() + " takes effect",
                    both,
                    "amendment",
                    "amendment-" + it.number()));
    agreement
        .stabilization()
        .ifPresent(
            it ->
                add(
                    it.until(),
                    "Agreement",
                    "Stabilization ends",
                    both,
                    "stabilization",
                    "stabilization"));
    lastDayForNotice(agreement)
        .ifPresent(
            day ->
                add(
                    day,
                    "Agreement",
                    "Last day to give notice about renewal",
                    both,
                    "renewal: notice of "
                        + Numbers.amount(agreement.renewal().orElseThrow().notice().orElseThrow()),
                    "renewal"));
    for (Reference reference : agreement.references()) {
      reference
          .until()
          .ifPresent(
              last ->
                  add(
                      last,
                      "Agreement",
                      "Last day of " + kind(reference) + " " + reference.number(),
                      both,
                      "references",
                      "reference-" + reference.number()));
    }
  }

  private static String kind(Reference reference) {
    return reference.kind().equals("gt-and-c") ? "GT&C" : Wording.turn(reference.kind());
  }

  /** The last day to give notice about renewal; empty where the text asks for none. */
  public static Optional<LocalDate> lastDayForNotice(Agreement agreement) {
    return agreement
        .renewal()
        .flatMap(Renewal::notice)
        .map(notice -> before(agreement.performancePeriod().until(), notice));
  }

  /** So long before a day; workdays and hours as calendar days, on the safe side. */
  private static LocalDate before(LocalDate day, org.plumbline.calendar.TimeAmount notice) {
    return switch (notice.kind()) {
      case BY_DATE_MONTHS -> day.minusMonths(notice.months());
      case BY_DATE_DAYS -> day.minusDays(notice.days());
      case BY_DATE_WORKDAYS -> day.minusDays(notice.days() * 2 + 7);
      case ELAPSED -> day.minusDays(1);
    };
  }

  // ---- period by period ----

  private Set<ReportingPeriod> periods(Optional<String> records) {
    Set<ReportingPeriod> periods = new LinkedHashSet<>();
    for (Metric metric : agreement.metrics().values()) {
      if (records.isEmpty() || metric.records().equals(records.get())) {
        periods.addAll(PeriodRules.periods(agreement, metric));
      }
    }
    return periods;
  }

  private void records() {
    for (Map.Entry<String, RecordSet> set : agreement.records().entrySet()) {
      Optional<Delivery> delivery = set.getValue().delivery();
      if (delivery.isEmpty()) {
        continue;
      }
      String name = Wording.turn(set.getKey());
      Optional<String> who =
          delivery.get().suppliedBy().stream().findFirst().map(this::partyOrRole);
      for (ReportingPeriod period : periods(Optional.of(set.getKey()))) {
        String of = ": " + name + ", " + PeriodWords.shortName(period);
        String id = set.getKey() + "-" + period.name();
        delivery
            .get()
            .due()
            .ifPresent(
                within ->
                    add(
                        Deadline.of(agreement, period.until(), within),
                        "Records",
                        "Records due" + of,
                        who,
                        "records/" + set.getKey() + "/delivery: due " + Numbers.amount(within),
                        "records-" + id));
        delivery
            .get()
            .finalAfter()
            .ifPresent(
                within ->
                    add(
                        Deadline.of(agreement, period.until(), within),
                        "Records",
                        "Records become final" + of,
                        Optional.empty(),
                        "records/" + set.getKey() + "/delivery: final " + Numbers.amount(within),
                        "final-" + id));
      }
    }
  }

  private String partyOrRole(String reference) {
    return reference.contains("/") ? wording.role(reference) : wording.party(reference);
  }

  private void reports() {
    var due = agreement.reports().flatMap(reports -> reports.due());
    if (due.isEmpty()) {
      return;
    }
    Optional<String> issuer =
        agreement.reports().flatMap(reports -> reports.issuedBy()).map(this::partyOrRole);
    for (ReportingPeriod period : periods(Optional.empty())) {
      LocalDate issued = Deadline.of(agreement, period.until(), due.get());
      String of = PeriodWords.shortName(period);
      add(
          issued,
          "Report",
          "SLA Performance Report due: " + of,
          issuer,
          "reports: due " + Numbers.amount(due.get()),
          "report-" + period.name());
      agreement
          .reconsideration()
          .ifPresent(
              terms ->
                  add(
                      Deadline.of(agreement, issued, terms.requestWithin()),
                      "Request",
                      "Last day to ask for reconsideration: " + of,
                      Optional.empty(),
                      "reconsideration: within "
                          + Numbers.amount(terms.requestWithin())
                          + " of the report",
                      "request-" + period.name()));
    }
  }

  // ---- commitments ----

  private void commitment(String id, Commitment commitment) {
    LocalDate from = commitment.from().orElse(agreement.performancePeriod().from());
    LocalDate until = commitment.until().orElse(agreement.performancePeriod().until());
    Optional<String> who = Optional.of(wording.party(commitment.performing()));
    String by = "commitments/" + id;
    if (commitment.every().isEmpty()) {
      if (commitment.until().isPresent() || commitment.due().isPresent()) {
        LocalDate start = commitment.until().isPresent() ? until : from;
        LocalDate day =
            commitment.due().map(due -> Deadline.of(agreement, start, due)).orElse(until);
        add(day, "Commitment", commitment.what(), who, by, "commitment-" + id);
      }
      return;
    }
    List<ReportingPeriod> periods =
        PeriodRules.find(agreement, commitment.every().get())
            .map(rule -> ReportingPeriods.periods(rule, from, until))
            .orElse(List.of());
    for (ReportingPeriod period : periods) {
      if (!period.until().isAfter(until)) {
        add(
            commitment
                .due()
                .map(due -> Deadline.of(agreement, period.until(), due))
                .orElse(period.until()),
            "Commitment",
            commitment.what() + ": " + PeriodWords.shortName(period),
            who,
            by,
            "commitment-" + id + "-" + period.name());
      }
    }
  }
}
