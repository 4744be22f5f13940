package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.List;
import org.plumbline.agreement.Money;
import org.plumbline.calendar.ReportingPeriod;

/**
 * What is known beside the agreement and the results: bills, issued reports, decisions, causes.
 *
 * @param bills amounts billed
 * @param issued reports that were issued
 * @param decisions on postings
 * @param causes postings that have one cause, or none in common
 */
public record Circumstances(
    List<Bill> bills, List<Issued> issued, List<Decision> decisions, List<Cause> causes) {

  /** Nothing is known. */
  public static final Circumstances NONE =
      new Circumstances(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Circumstances {
    bills = List.copyOf(bills);
    issued = List.copyOf(issued);
    decisions = List.copyOf(decisions);
    causes = List.copyOf(causes);
  }

  /**
   * An amount billed for a service.
   *
   * @param from first day that it is for
   * @param until last day, included
   */
  public record Bill(String service, LocalDate from, LocalDate until, Money amount) {}

  /** A report that was issued for a period on a day. */
  public record Issued(ReportingPeriod period, LocalDate on) {}

  /**
   * A cause that the parties have named.
   *
   * @param name what they call it
   * @param postings ids as text; these have this cause and no other
   */
  public record Cause(String name, List<String> postings) {
    /** Copies the list. */
    public Cause {
      postings = List.copyOf(postings);
    }
  }
}
