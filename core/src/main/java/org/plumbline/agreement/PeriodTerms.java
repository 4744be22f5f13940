package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * For how long one figure is formed (language.md 3.6).
 *
 * @param every id of a period: built in ({@code week month quarter year fiscal-quarter}) or of
 *     {@code periods}; empty: the agreement's
 * @param meanOf the shorter period whose figures are averaged; empty: pooled
 * @param rolling how long before the period's end the figure covers
 * @param toDate the period from whose start the figure covers
 * @param partial what a first or last period that is not whole is; empty: report only
 * @param cuts days on which a period ends and another begins because other terms hold from then on;
 *     no text says them, they come of a later version
 */
public record PeriodTerms(
    Optional<String> every,
    Optional<String> meanOf,
    Optional<TimeAmount> rolling,
    Optional<String> toDate,
    Optional<Partial> partial,
    List<LocalDate> cuts) {

  /** Copies the list. */
  public PeriodTerms {
    cuts = List.copyOf(cuts);
  }

  /** Terms as a text says them. */
  public PeriodTerms(
      Optional<String> every,
      Optional<String> meanOf,
      Optional<TimeAmount> rolling,
      Optional<String> toDate,
      Optional<Partial> partial) {
    this(every, meanOf, rolling, toDate, partial, List.of());
  }

  /** What a period that is not whole is. */
  public enum Partial {
    /** Reported, not judged. */
    REPORT_ONLY("report-only"),
    /** Judged like any other. */
    JUDGED("judged"),
    /** Joined to the next (or the one before, at the end). */
    JOIN_NEXT("join-next");

    private final String key;

    Partial(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
