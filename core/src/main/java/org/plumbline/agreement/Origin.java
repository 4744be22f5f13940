package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** How the cases of a record set come to be (language.md 4.1). */
public sealed interface Origin {

  /** Each record that is supplied names a case; the default. */
  record Supplied() implements Origin {}

  /**
   * What was due is a case, whether or not a record exists.
   *
   * @param rhythm when it was due
   * @param of the set whose cases bear occurrences, with a rhythm by duration
   * @param whilst from where to where in the life of such a case ({@code while})
   * @param fills the moment that each occurrence has filled in ({@code for})
   * @param inOrder whether the nth record completes the nth occurrence; if not, the record with the
   *     same {@code for}
   */
  record Expected(
      Rhythm rhythm, Optional<String> of, Optional<While> whilst, MomentTerm fills, boolean inOrder)
      implements Origin {}

  /** One case for each value of some fields of another set. */
  record Groups(String of, List<String> by) implements Origin {
    /** Copies the list. */
    public Groups {
      by = List.copyOf(by);
    }
  }

  /** Cases drawn from another set by the seed of period and version. */
  record Sample(String of, Optional<Share> share, Optional<Long> atLeast, Optional<Condition> where)
      implements Origin {}

  /** Readings of a meter, each standing until the next, at most {@code every}. */
  record Readings(TimeAmount every, Optional<Missing> missing) implements Origin {}

  /** From where to where. */
  record While(MomentTerm from, MomentTerm until) {}

  /** When something is due. */
  sealed interface Rhythm {
    /** Once in each period. */
    record EveryPeriod(String period) implements Rhythm {}

    /** Every so often. */
    record EveryAmount(TimeAmount every) implements Rhythm {}

    /** On listed dates. */
    record Dates(List<LocalDate> dates) implements Rhythm {
      /** Copies the list. */
      public Dates {
        dates = List.copyOf(dates);
      }
    }
  }

  /** What a gap between readings means. */
  enum Missing {
    /** Not known. */
    UNKNOWN("unknown"),
    /** The service was down. */
    DOWN("down"),
    /** The service was up. */
    UP("up");

    private final String key;

    Missing(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
