package org.plumbline.evaluate;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.calendar.ReportingPeriod;

/**
 * How one case stands for one metric, with all that decided it.
 *
 * @param key the case's key, as {@link org.plumbline.records.CaseKey} writes it
 * @param part 0, or the number of the new case after a late reopening
 * @param holder whose time it is about, where {@code each} holder of a case stands by itself; empty
 *     text for time without one
 * @param state how it stands
 * @param reason why, where the state alone does not say it; may be empty
 * @param exclusion the exclusion that took it out; only of voided cases
 * @param line the target line that took it; empty where none did
 * @param start where its clock started; dates at the start of their day in the agreement's zone
 * @param stop where it stopped, likewise
 * @param elapsed counted time, in {@code unit}
 * @param limit the limit of its target line, in {@code unit}; empty for a limit that is a moment or
 *     none
 * @param unit microseconds, days or workdays
 * @param due when its limit runs out, if that was worked out
 * @param decided the day in the agreement's zone on which it was decided
 * @param period the period in which it counts
 * @param fields the values of the fields that counted, by field, sensitive ones included
 * @param source where its record stands; its file is empty where it has none of its own
 */
public record CaseOutcome(
    String metric,
    String key,
    int part,
    Optional<String> holder,
    State state,
    String reason,
    Optional<String> exclusion,
    Optional<LineId> line,
    Optional<Instant> start,
    Optional<Instant> stop,
    OptionalLong elapsed,
    OptionalLong limit,
    FigureUnit unit,
    Optional<Instant> due,
    Optional<java.time.LocalDate> decided,
    Optional<ReportingPeriod> period,
    Map<String, String> fields,
    SourceRow source) {

  /** What is said of a case without a record: a group, a result, what was due and did not come. */
  public static final String NO_RECORD = "no record of its own";

  /** The same for a metric under another name, in a period of another name. */
  public CaseOutcome as(String otherMetric, Optional<ReportingPeriod> otherPeriod) {
    return new CaseOutcome(
        otherMetric,
        key,
        part,
        holder,
        state,
        reason,
        exclusion,
        line,
        start,
        stop,
        elapsed,
        limit,
        unit,
        due,
        decided,
        otherPeriod,
        fields,
        source);
  }

  /**
   * The same with another key, holder and other values of fields, as of a reader who may not see
   * all.
   */
  public CaseOutcome shown(
      String otherKey, Optional<String> otherHolder, Map<String, String> otherFields) {
    return new CaseOutcome(
        metric,
        otherKey,
        part,
        otherHolder,
        state,
        reason,
        exclusion,
        line,
        start,
        stop,
        elapsed,
        limit,
        unit,
        due,
        decided,
        period,
        otherFields,
        source);
  }

  /** How a case stands. */
  public enum State {
    /** Within its limit, or the condition of the share holds, or simply counted. */
    MET,
    /** Past its limit, or the condition of the share does not hold. */
    NOT_MET,
    /** Cannot be said. */
    INDETERMINATE,
    /** Not decided yet. */
    OPEN,
    /** Voided before it was decided, or taken out by an exclusion: listed, not counted. */
    VOIDED,
    /** Not in the population. */
    NOT_QUALIFIED
  }

  /**
   * Where a record stands.
   *
   * @param file as bound
   * @param row from 1, the header not counted
   */
  public record SourceRow(String file, long row) {}
}
