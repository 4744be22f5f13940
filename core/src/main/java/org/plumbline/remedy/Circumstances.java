package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Money;
import org.plumbline.calendar.ReportingPeriod;

/**
 * What is known beside the agreement and the results: bills, issued reports, decisions, causes.
 *
 * @param bills amounts billed
 * @param billLines lines of bills that adjust them
 * @param issued reports that were issued
 * @param decisions what parties did about postings
 * @param causes postings that have one cause, or none in common
 * @param milestones of corrective action plans
 * @param suspended by service the days for which no fee is due, because it was suspended with its
 *     fees prorated
 */
public record Circumstances(
    List<Bill> bills,
    List<BillLine> billLines,
    List<Issued> issued,
    List<Decision> decisions,
    List<Cause> causes,
    List<Milestone> milestones,
    Map<String, Set<LocalDate>> suspended) {

  /** Nothing is known. */
  public static final Circumstances NONE =
      new Circumstances(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Circumstances {
    bills = List.copyOf(bills);
    billLines = List.copyOf(billLines);
    issued = List.copyOf(issued);
    decisions = List.copyOf(decisions);
    causes = List.copyOf(causes);
    milestones = List.copyOf(milestones);
    suspended = Collections.unmodifiableMap(new LinkedHashMap<>(suspended));
  }

  /** Without lines of bills, milestones and suspended days. */
  public Circumstances(
      List<Bill> bills, List<Issued> issued, List<Decision> decisions, List<Cause> causes) {
    this(bills, List.of(), issued, decisions, causes, List.of(), Map.of());
  }

  /** The same with other decisions. */
  public Circumstances with(List<Decision> others) {
    return new Circumstances(bills, billLines, issued, others, causes, milestones, suspended);
  }

  /** The same with more reports that were issued. */
  public Circumstances reported(List<Issued> more) {
    List<Issued> all = new ArrayList<>(issued);
    all.addAll(more);
    return new Circumstances(bills, billLines, all, decisions, causes, milestones, suspended);
  }

  /** The same with days for which no fee is due. */
  public Circumstances suspended(Map<String, Set<LocalDate>> days) {
    return new Circumstances(bills, billLines, issued, decisions, causes, milestones, days);
  }

  /**
   * An amount billed for a service.
   *
   * @param from first day that it is for
   * @param until last day, included
   */
  public record Bill(String service, LocalDate from, LocalDate until, Money amount) {}

  /**
   * A line of a bill that adjusts it.
   *
   * @param service whose bill
   * @param period that the bill is for
   * @param name what the bill calls the line
   * @param posting the id of the posting that it is for, as text; empty where it names none
   * @param amount below zero where it makes the bill less
   */
  public record BillLine(
      String service,
      ReportingPeriod period,
      String name,
      Optional<String> posting,
      Money amount) {}

  /** A report that was issued for a period on a day. */
  public record Issued(ReportingPeriod period, LocalDate on) {}

  /**
   * A cause that the parties have named.
   *
   * @param name what they call it
   * @param postings ids as text; these have this cause and no other
   * @param concurrent whether both parties brought it about
   */
  public record Cause(String name, List<String> postings, boolean concurrent) {
    /** Copies the list. */
    public Cause {
      postings = List.copyOf(postings);
    }

    /** A cause that is not both parties'. */
    public Cause(String name, List<String> postings) {
      this(name, postings, false);
    }
  }

  /**
   * A milestone of a plan.
   *
   * @param posting the plan's posting, as text
   * @param done when it was reached
   */
  public record Milestone(
      String posting,
      String name,
      Optional<String> owner,
      Optional<LocalDate> due,
      Optional<LocalDate> done) {}
}
