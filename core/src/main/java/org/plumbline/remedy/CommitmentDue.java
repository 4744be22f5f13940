package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.Commitment;
import org.plumbline.calendar.ReportingPeriod;

/**
 * A commitment, or one time that a recurring one falls due, and how it stands.
 *
 * @param id of the commitment
 * @param period the period that it falls due for; empty where it does not recur
 * @param due last day, the day included; empty where no day is agreed
 * @param done when it was done
 */
public record CommitmentDue(
    String id,
    Commitment commitment,
    Optional<ReportingPeriod> period,
    Optional<LocalDate> due,
    Optional<LocalDate> done,
    Stands stands) {

  /** How it stands. */
  public enum Stands {
    /** It has not begun. */
    AHEAD("ahead"),
    /** It has begun, and its last day is not over. */
    UNDER_WAY("under way"),
    /** Its last day is over, and it is not done. */
    PAST_LAST_DAY("past its last day"),
    /** It was done by its last day. */
    DONE("done"),
    /** It was done later. */
    DONE_LATE("done late");

    private final String words;

    Stands(String words) {
      this.words = words;
    }

    /** What people call it. */
    public String words() {
      return words;
    }
  }

  /** Days between the last day and the day on which it was done, or today; 0 if in time. */
  public long daysLate(LocalDate today) {
    return due.map(last -> Math.max(0, done.orElse(today).toEpochDay() - last.toEpochDay()))
        .orElse(0L);
  }
}
