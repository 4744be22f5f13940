package org.plumbline.remedy;

import java.util.Comparator;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;

/**
 * Names one posting: what follows by one remedy from one result.
 *
 * @param remedy id of the remedy
 * @param metric id of the metric; empty for a remedy that is judged for the agreement
 * @param each the value of the metric's {@code each} field
 * @param period the reporting period that was judged
 */
public record PostingId(
    String remedy, Optional<String> metric, Optional<String> each, ReportingPeriod period)
    implements Comparable<PostingId> {

  private static final Comparator<PostingId> ORDER =
      Comparator.comparing((PostingId id) -> id.period().until())
          .thenComparing(id -> id.period().from())
          .thenComparing(PostingId::remedy)
          .thenComparing(id -> id.metric().orElse(""))
          .thenComparing(id -> id.each().orElse(""));

  /**
   * By the period's last day, then by ids: never by the order in which the agreement is written.
   */
  @Override
  public int compareTo(PostingId other) {
    return ORDER.compare(this, other);
  }

  /** Remedy, metric, value and period, joined by slashes: {@code credit/accuracy/2026-10}. */
  @Override
  public String toString() {
    return remedy
        + metric.map(id -> "/" + id).orElse("")
        + each.map(value -> "/" + value).orElse("")
        + "/"
        + period.name();
  }
}
