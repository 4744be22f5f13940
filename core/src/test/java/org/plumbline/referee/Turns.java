package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.PartyTime;

/** Whose time an instant of a case's life was (meaning 6). */
final class Turns {

  /** The turn of the time before an honored reopening. */
  static final String REOPENED = "reopened";

  /** What covers a stretch of time; what is excluded or not the holder's never counts. */
  enum Kind {
    EXCLUDED,
    OTHERS,
    REOPENED,
    HOLD,
    STAGE,
    NONE
  }

  /** A turn that covers a stretch of time. */
  record Cover(Kind kind, String turn, String whose, long from, long until) {
    /** Time that never counts. */
    static Cover never(Kind kind, String turn, Hours.Stretch time) {
      return new Cover(kind, turn, Turn.NOBODY, time.from(), time.until());
    }

    boolean justBefore(long instant) {
      return from < instant && instant <= until;
    }
  }

  /** A stretch of a case's life under one turn. */
  record Piece(long from, long until, Cover cover) {}

  private static final Cover NONE =
      new Cover(Kind.NONE, "", PartyTime.UNASSIGNED, Long.MIN_VALUE, Long.MAX_VALUE);

  private final Ground ground;
  private final List<Cover> covers = new ArrayList<>();

  /**
   * The turns of a case.
   *
   * @param first what stands before all turns
   */
  Turns(Ground ground, RecordSet set, CasePart part, Moments moments, List<Cover> first) {
    this.ground = ground;
    covers.addAll(first);
    for (Hours.Stretch nobodys : part.nobodys()) {
      covers.add(new Cover(Kind.REOPENED, REOPENED, Turn.NOBODY, nobodys.from(), nobodys.until()));
    }
    for (Turn turn : set.turns()) {
      if (turn instanceof Turn.Hold hold) {
        addHold(hold, part, moments);
      }
    }
    for (Turn turn : set.turns()) {
      if (turn instanceof Turn.Stage stage) {
        long until = moments.value(stage.until()).map(Point::micros).orElse(Long.MAX_VALUE);
        moments.value(stage.from()).ifPresent(from -> add(Kind.STAGE, stage, from.micros(), until));
      }
    }
  }

  /** The first turn that covers the time just before the instant. */
  Cover justBefore(long instant) {
    return covers.stream().filter(c -> c.justBefore(instant)).findFirst().orElse(NONE);
  }

  /** Who held the case at a stop that is a date. */
  Cover atDate(LocalDate day) {
    long end = ground.wall.endOf(day);
    long start = ground.wall.startOf(day);
    return covers.stream()
        .filter(c -> c.justBefore(c.kind() == Kind.STAGE ? start : end))
        .findFirst()
        .orElse(NONE);
  }

  /** The id of the first hold, or of the first stage, in force just before the instant. */
  Optional<String> inForce(boolean hold, long instant) {
    return covers.stream()
        .filter(c -> c.kind() == (hold ? Kind.HOLD : Kind.STAGE) && c.justBefore(instant))
        .map(Cover::turn)
        .findFirst();
  }

  /** The time [from, until) piece by piece; neighbors have different turns. */
  List<Piece> pieces(long from, long until) {
    TreeSet<Long> ends = new TreeSet<>();
    for (Cover cover : covers) {
      ends.add(cover.from());
      ends.add(cover.until());
    }
    ends.add(until);
    List<Piece> pieces = new ArrayList<>();
    long at = from;
    for (long end : ends) {
      if (end <= at || end > until) {
        continue;
      }
      Cover cover = justBefore(end);
      Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      if (last != null && same(last.cover(), cover)) {
        pieces.set(pieces.size() - 1, new Piece(last.from(), end, last.cover()));
      } else {
        pieces.add(new Piece(at, end, cover));
      }
      at = end;
    }
    return pieces;
  }

  /** Whether the clock counts time under this turn. */
  static boolean counts(Clock.Counting counting, Cover cover, String performing) {
    if (cover.kind() == Kind.EXCLUDED || cover.kind() == Kind.OTHERS) {
      return false;
    }
    if (counting instanceof Clock.Counting.Counts counts) {
      String whose = cover.whose();
      return counts.parties().contains(whose.equals(PartyTime.UNASSIGNED) ? performing : whose);
    }
    return !(counting instanceof Clock.Counting.Pauses pauses)
        || !pauses.turns().contains(cover.turn());
  }

  private static boolean same(Cover one, Cover other) {
    return one.turn().equals(other.turn()) && one.whose().equals(other.whose());
  }

  private void addHold(Turn.Hold hold, CasePart part, Moments moments) {
    Optional<Point> needs = hold.needs().flatMap(moments::value);
    if (hold.needs().isPresent() && needs.isEmpty()) {
      return;
    }
    for (RefereeCase.Hold held : part.source().holds()) {
      if (held.id().equals(hold.id()) && held.from() <= ground.asOf.micros()) {
        long until = held.until().orElse(Long.MAX_VALUE);
        if (until > ground.asOf.micros()) {
          until = Long.MAX_VALUE;
        }
        if (hold.atMost().isPresent()) {
          until = Math.min(until, latest(held.from(), hold.atMost().get()));
        }
        long from = Math.max(held.from(), needs.map(Point::micros).orElse(held.from()));
        add(Kind.HOLD, hold, from, until);
      }
    }
  }

  private long latest(long from, TimeAmount atMost) {
    LocalDate day = ground.wall.date(from);
    return switch (atMost.unit()) {
      case SECONDS, MINUTES, HOURS -> from + atMost.micros();
      case DAYS, WEEKS -> ground.wall.endOf(day.plusDays(atMost.days()));
      case MONTHS, YEARS -> ground.wall.endOf(day.plusMonths(atMost.months()));
      case WORKDAYS ->
          ground.wall.endOf(
              ground.hoursOrAgreements(Optional.empty()).plusWorkdays(day, atMost.days()));
    };
  }

  private void add(Kind kind, Turn turn, long from, long until) {
    if (from < until) {
      covers.add(new Cover(kind, turn.id(), turn.whose(), from, until));
    }
  }
}
