package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Level.Line;
import org.plumbline.agreement.MomentTerm;

/**
 * Where a case goes for one metric (meaning 9).
 *
 * @param reason the rule that placed it
 * @param day the local date of the decision, or the one that an indeterminate case has
 * @param decided the instant of the decision
 * @param due when the last of its limits runs out
 */
record Standing(
    Kind kind, String reason, Optional<LocalDate> day, Optional<Long> decided, Optional<Long> due) {

  private static final String EXCLUDED = "excluded by ";

  enum Kind {
    DECIDED,
    INDETERMINATE,
    OPEN,
    VOIDED,
    NOT_QUALIFIED
  }

  /**
   * Whether exclusions take a case out.
   *
   * @param by the exclusion
   */
  record TakenOut(Truth truth, String by) {
    static final TakenOut NOT = new TakenOut(Truth.NO, "");
  }

  /** The exclusion that took the case out. */
  Optional<String> takenOutBy() {
    return reason.startsWith(EXCLUDED)
        ? Optional.of(reason.substring(EXCLUDED.length()))
        : Optional.empty();
  }

  /** Where the case goes. */
  static Standing of(Reading r, long skewMicros, TakenOut takenOut) {
    Optional<Point> known = r.stop.or(() -> r.closing).or(() -> r.start);
    if (r.part.source().unusable().isPresent()) {
      return new Standing(
          unusableIsNotMet(r) && known.isPresent() ? Kind.DECIDED : Kind.INDETERMINATE,
          "unusable",
          known.map(Point::day),
          known.map(Point::micros),
          Optional.empty());
    }
    Truth qualifies =
        r.metric.qualifies().map(condition -> r.qualifying().holds(condition)).orElse(Truth.YES);
    if (qualifies == Truth.NO) {
      return bare(Kind.NOT_QUALIFIED, "does not qualify");
    }
    if (takenOut.truth() == Truth.YES) {
      return bare(Kind.VOIDED, EXCLUDED + takenOut.by());
    }
    Standing standing = qualifying(r, skewMicros);
    if ((qualifies == Truth.UNKNOWN || takenOut.truth() == Truth.UNKNOWN)
        && (standing.kind == Kind.DECIDED || standing.kind == Kind.INDETERMINATE)) {
      return indeterminate("not known whether it qualifies", known, standing.due);
    }
    return standing;
  }

  /** Whether an unusable case is decided and not met. */
  static boolean unusableIsNotMet(Reading r) {
    return r.set
        .delivery()
        .flatMap(Delivery::unusable)
        .equals(Optional.of(Delivery.Unusable.NOT_MET));
  }

  private static Standing qualifying(Reading r, long skewMicros) {
    if (r.stop.isPresent()
        && r.start.isPresent()
        && !r.clock.starts().map(start -> counted(start, r)).orElse(false)) {
      Point stop = r.stop.get();
      if (stop.compare(r.start.get()) < 0) {
        var precision = stop.precision().coarser(r.start.get().precision());
        long before =
            r.start.get().cutTo(precision, r.ground.wall).micros()
                - stop.cutTo(precision, r.ground.wall).micros();
        if (before > skewMicros) {
          return indeterminate("stop before start", r.stop, Optional.empty());
        }
      }
    }
    if (r.stop.isPresent() && r.clock.starts().isPresent() && r.start.isEmpty()) {
      return indeterminate("stop without start", r.stop, Optional.empty());
    }
    Standing standing = timed(r);
    for (Point voided : r.voidings()) {
      if (voids(voided, r, standing)) {
        return new Standing(
            Kind.VOIDED, "voided", Optional.empty(), Optional.empty(), standing.due);
      }
    }
    return standing;
  }

  /**
   * Whether a start is a day or time from which is counted, not one at which something happened.
   */
  private static boolean counted(MomentTerm start, Reading r) {
    if (start instanceof MomentTerm.Named name && r.set.moments().containsKey(name.id())) {
      return counted(Objects.requireNonNull(r.set.moments().get(name.id())), r);
    }
    return start instanceof MomentTerm.Shifted
        || start instanceof MomentTerm.LaterOf
        || start instanceof MomentTerm.DayOfPeriod;
  }

  private static boolean voids(Point voided, Reading r, Standing standing) {
    if (standing.kind != Kind.DECIDED) {
      return true;
    }
    if (standing.reason.equals("no limit")) {
      return voided.compare(r.stop.orElseThrow()) < 0;
    }
    return standing.reason.equals("within")
        ? voided.compare(r.stop.orElseThrow()) <= 0
        : voided.compare(Point.instant(standing.decided.orElseThrow(), r.ground.wall)) <= 0;
  }

  /** Rules 7 to 11. */
  private static Standing timed(Reading r) {
    if (r.stop.isEmpty() && r.clock.starts().isPresent() && r.start.isEmpty()) {
      return r.closing.isPresent()
          ? indeterminate("closed without a stop", r.closing, Optional.empty())
          : bare(Kind.OPEN, "not started");
    }
    List<Lines.CaseLimit> limits = new ArrayList<>();
    if (!addTarget(r, limits)) {
      return r.stop.isPresent()
          ? indeterminate("no line or limit", r.stop, Optional.empty())
          : r.closing.isPresent()
              ? indeterminate("closed without a stop", r.closing, Optional.empty())
              : bare(Kind.OPEN, "no line or limit");
    }
    r.metric.minimum().ifPresent(minimum -> addMinimum(r, minimum, limits));
    Optional<Long> due = lastDue(limits);
    if (r.stop.isPresent()) {
      Point stop = r.stop.get();
      if (limits.isEmpty()) {
        return decided("no limit", stop.day(), stop.micros(), due);
      }
      if (limits.stream().anyMatch(Lines.CaseLimit::kept)) {
        return decided("within", stop.day(), stop.micros(), due);
      }
      return ranOut(r, due);
    }
    if (!limits.isEmpty() && limits.stream().noneMatch(Lines.CaseLimit::kept)) {
      return ranOut(r, due);
    }
    return r.closing.isPresent()
        ? indeterminate("closed without a stop", r.closing, due)
        : new Standing(Kind.OPEN, "open", Optional.empty(), Optional.empty(), due);
  }

  /** Adds the limits of the target; false if no line takes the case, or it cannot be said. */
  private static boolean addTarget(Reading r, List<Lines.CaseLimit> limits) {
    List<Line> lines = Lines.of(r.metric.target());
    List<Truth> taken = Lines.taken(lines, r.conditions());
    if (taken.contains(Truth.UNKNOWN) || !taken.contains(Truth.YES)) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (taken.get(i) == Truth.YES && lines.get(i).limit().isPresent()) {
        Optional<Lines.CaseLimit> limit = Lines.limit(lines.get(i).limit().get(), r);
        if (limit.isEmpty()) {
          return false;
        }
        limits.add(limit.get());
        addRest(r, lines.get(i), limits);
      }
    }
    return true;
  }

  private static void addMinimum(Reading r, Level minimum, List<Lines.CaseLimit> limits) {
    List<Line> lines = Lines.of(minimum);
    List<Truth> taken = Lines.taken(lines, r.conditions());
    for (int i = 0; i < lines.size(); i++) {
      if (taken.get(i) == Truth.YES) {
        lines.get(i).limit().flatMap(limit -> Lines.limit(limit, r)).ifPresent(limits::add);
        addRest(r, lines.get(i), limits);
      }
    }
  }

  private static void addRest(Reading r, Line line, List<Lines.CaseLimit> limits) {
    for (Optional<Line> rest = line.rest(); rest.isPresent(); rest = rest.get().rest()) {
      rest.get().limit().flatMap(limit -> Lines.limit(limit, r)).ifPresent(limits::add);
    }
  }

  private static Optional<Long> lastDue(List<Lines.CaseLimit> limits) {
    if (limits.isEmpty() || limits.stream().anyMatch(limit -> limit.due().isEmpty())) {
      return Optional.empty();
    }
    return limits.stream().map(limit -> limit.due().orElseThrow()).max(Comparator.naturalOrder());
  }

  /** The local date by which the metric counts a decided or an open case. */
  Optional<LocalDate> countedDay(Reading r) {
    return switch (r.metric.countedWhenOrDefault()) {
      case DECIDED -> kind == Kind.DECIDED ? day : Optional.empty();
      case STOPPED -> r.stop.map(Point::day);
      case STARTED -> r.start.map(Point::day);
      case DUE -> due.map(r.ground.wall::date);
      case OPEN_AT_END, OPEN_DURING -> Optional.empty();
    };
  }

  /** The instant by which the last of several cases is told. */
  long countedMicros(Reading r) {
    CountedWhen when = r.metric.countedWhenOrDefault();
    return switch (when) {
      case DECIDED -> decided.orElseThrow();
      case STOPPED -> r.stop.orElseThrow().micros();
      case STARTED, OPEN_AT_END, OPEN_DURING -> r.start.orElseThrow().micros();
      case DUE -> due.orElseThrow();
    };
  }

  private static Standing ranOut(Reading r, Optional<Long> due) {
    long at = due.orElseThrow(() -> new IllegalStateException("ran out, but nobody knows when"));
    return decided("ran out", r.ground.wall.date(at), at, due);
  }

  private static Standing decided(String reason, LocalDate day, long micros, Optional<Long> due) {
    return new Standing(Kind.DECIDED, reason, Optional.of(day), Optional.of(micros), due);
  }

  private static Standing indeterminate(String reason, Optional<Point> at, Optional<Long> due) {
    return new Standing(Kind.INDETERMINATE, reason, at.map(Point::day), at.map(Point::micros), due);
  }

  private static Standing bare(Kind kind, String reason) {
    return new Standing(kind, reason, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
