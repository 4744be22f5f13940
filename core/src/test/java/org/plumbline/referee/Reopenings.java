package org.plumbline.referee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reopening;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.referee.CasePart.Occurred;

/** What was seen of a case, and its parts (meaning 1 and 11). */
final class Reopenings {

  private final Ground ground;
  private final RecordSet set;
  private final boolean eventLog;
  private final Set<String> decisive;

  Reopenings(Ground ground, String id, RecordSet set, boolean eventLog) {
    this.ground = ground;
    this.set = set;
    this.eventLog = eventLog;
    decisive = decisive(id);
  }

  /** Whether a reopening touches the stop of the clock. */
  static boolean touches(Clock clock, RecordSet set) {
    MomentTerm stop = clock.stops();
    boolean first =
        stop instanceof MomentTerm.First
            || (stop instanceof MomentTerm.Named named
                && set.moments().get(named.id()) instanceof MomentTerm.First);
    return clock.starts().isPresent() && !first;
  }

  /** The parts of a case; none if nothing of it has happened. */
  List<CasePart> parts(RefereeCase source) {
    Optional<CasePart> whole = whole(source);
    if (whole.isEmpty()) {
      return List.of();
    }
    if (set.reopening().isEmpty() || source.unusable().isPresent()) {
      return List.of(whole.get());
    }
    return divided(whole.get(), set.reopening().get());
  }

  /** A case undivided; empty if nothing of it has happened. */
  Optional<CasePart> whole(RefereeCase source) {
    Map<String, List<Occurred>> seen = seen(source);
    List<RefereeCase.Change> changes =
        source.changes().stream()
            .filter(change -> !eventLog || change.at() <= ground.asOf.micros())
            .sorted(
                Comparator.comparingLong(RefereeCase.Change::at)
                    .thenComparingLong(RefereeCase.Change::seq))
            .toList();
    boolean happened =
        isWorkedOut()
            || seen.values().stream().anyMatch(list -> !list.isEmpty())
            || (eventLog && !changes.isEmpty())
            || source.unusable().isPresent();
    if (!happened) {
      return Optional.empty();
    }
    return Optional.of(
        new CasePart(
            source, 0, seen, seen, changes, Optional.empty(), Optional.empty(), List.of()));
  }

  /** What was worked out as of now is there, and its moments are not hidden once more. */
  private boolean isWorkedOut() {
    return !(set.origin() instanceof Origin.Supplied);
  }

  private Map<String, List<Occurred>> seen(RefereeCase source) {
    Map<String, List<Occurred>> seen = new HashMap<>();
    set.moments()
        .forEach(
            (id, term) -> {
              if (term instanceof MomentTerm.Recorded recorded) {
                seen.put(id, seen(source, id, recorded.precision()));
              }
            });
    return seen;
  }

  private List<Occurred> seen(RefereeCase source, String id, Precision precision) {
    List<Occurred> list = new ArrayList<>();
    for (RefereeCase.Occurrence occurrence : source.occurrences().getOrDefault(id, List.of())) {
      Point point = Point.recorded(precision, occurrence.at(), ground.wall);
      boolean happened =
          isWorkedOut()
              || (point.isDate()
                  ? !point.day().isAfter(ground.asOf.day())
                  : point.micros() <= ground.asOf.micros());
      if (happened) {
        list.add(new Occurred(point, occurrence.seq()));
      }
    }
    list.sort(
        Comparator.comparingLong((Occurred occurred) -> occurred.point().micros())
            .thenComparingLong(Occurred::seq));
    return list;
  }

  private List<CasePart> divided(CasePart whole, Reopening reopening) {
    Reopening.Then then = reopening.thenOrDefault();
    List<CasePart> parts = new ArrayList<>();
    List<Hours.Stretch> nobodys = new ArrayList<>();
    Optional<Occurred> begins = Optional.empty();
    Optional<Occurred> previous = Optional.empty();
    Optional<Occurred> withdrawn = Optional.empty();
    for (Occurred r : plain(whole).all(reopening.at())) {
      Optional<Occurred> p = latestDecision(whole, r, previous);
      if (p.isEmpty()) {
        continue;
      }
      previous = Optional.of(r);
      if (then == Reopening.Then.IGNORE) {
        return List.of(ignoring(whole, p.get()));
      }
      if (then == Reopening.Then.CONTINUE && honored(p.get().point(), r.point(), reopening)) {
        withdrawn = Optional.of(r);
        nobodys.add(new Hours.Stretch(p.get().point().micros(), r.point().micros()));
      } else {
        parts.add(part(whole, parts.size(), begins, Optional.of(r), withdrawn, nobodys));
        begins = Optional.of(r);
        withdrawn = Optional.empty();
        nobodys = new ArrayList<>();
      }
    }
    parts.add(part(whole, parts.size(), begins, Optional.empty(), withdrawn, nobodys));
    return parts;
  }

  private Moments plain(CasePart part) {
    return new Moments(
        ground,
        set,
        part.seen(),
        (condition, at) -> Truth.UNKNOWN,
        Optional.empty(),
        Members.of(ground, set, part.source()));
  }

  private Optional<Occurred> latestDecision(
      CasePart whole, Occurred r, Optional<Occurred> previous) {
    Optional<Occurred> latest = Optional.empty();
    for (String moment : decisive) {
      for (Occurred u : whole.seen().getOrDefault(moment, List.of())) {
        boolean between =
            Occurred.order(u, r) <= 0
                && (previous.isEmpty() || Occurred.order(u, previous.get()) > 0);
        if (between && (latest.isEmpty() || Occurred.order(u, latest.get()) > 0)) {
          latest = Optional.of(u);
        }
      }
    }
    return latest;
  }

  private boolean honored(Point p, Point r, Reopening reopening) {
    if (reopening.within().isEmpty()) {
      return true;
    }
    TimeAmount within = reopening.within().get();
    Hours hours = ground.hoursOrAgreements(Optional.empty());
    return switch (within.unit()) {
      case SECONDS, MINUTES, HOURS -> r.micros() - p.micros() <= within.micros();
      case DAYS, WEEKS -> !r.day().isAfter(p.day().plusDays(within.days()));
      case MONTHS, YEARS -> !r.day().isAfter(p.day().plusMonths(within.months()));
      case WORKDAYS -> {
        long open = 0;
        for (var d = p.day().plusDays(1); !d.isAfter(r.day()); d = d.plusDays(1)) {
          open += hours.isOpen(d) ? 1 : 0;
        }
        yield open <= within.days();
      }
    };
  }

  private CasePart part(
      CasePart whole,
      int number,
      Optional<Occurred> begins,
      Optional<Occurred> ends,
      Optional<Occurred> withdrawn,
      List<Hours.Stretch> nobodys) {
    Map<String, List<Occurred>> own = new HashMap<>();
    Map<String, List<Occurred>> standing = new HashMap<>();
    whole
        .seen()
        .forEach(
            (id, list) -> {
              List<Occurred> mine =
                  list.stream()
                      .filter(o -> begins.isEmpty() || isFrom(id, o, begins.get()))
                      .filter(o -> ends.isEmpty() || !isFrom(id, o, ends.get()))
                      .toList();
              own.put(id, mine);
              standing.put(
                  id,
                  withdrawn.isPresent() && decisive.contains(id)
                      ? mine.stream().filter(o -> Occurred.order(o, withdrawn.get()) > 0).toList()
                      : mine);
            });
    List<RefereeCase.Change> changes =
        whole.changes().stream()
            .filter(
                change ->
                    !eventLog
                        || ends.isEmpty()
                        || Occurred.order(
                                new Occurred(Point.instant(change.at(), ground.wall), change.seq()),
                                ends.get())
                            < 0)
            .toList();
    return new CasePart(
        whole.source(),
        number,
        own,
        standing,
        changes,
        begins.map(Occurred::point),
        ends.map(Occurred::point),
        List.copyOf(nobodys));
  }

  /**
   * Whether an occurrence belongs to the part that a reopening begins; a decision with it does not.
   */
  private boolean isFrom(String id, Occurred occurred, Occurred r) {
    int order = Occurred.order(occurred, r);
    return order > 0 || (order == 0 && !decisive.contains(id));
  }

  private CasePart ignoring(CasePart whole, Occurred p) {
    Map<String, List<Occurred>> standing = new HashMap<>(whole.seen());
    for (String id : decisive) {
      standing.computeIfPresent(
          id, (key, list) -> list.stream().filter(o -> Occurred.order(o, p) <= 0).toList());
    }
    return new CasePart(
        whole.source(),
        0,
        whole.seen(),
        standing,
        whole.changes(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The recorded moments that decide: in stops of clocks that start, and in the closing. */
  private Set<String> decisive(String id) {
    Set<String> names = new HashSet<>();
    for (Metric metric : ground.agreement.metrics().values()) {
      if (metric.records().equals(id) && touches(metric.clockOrDefault(), set)) {
        addRecorded(metric.clockOrDefault().stops(), names);
      }
    }
    set.closedBy().ifPresent(closed -> addRecorded(closed, names));
    return names;
  }

  private void addRecorded(MomentTerm term, Set<String> names) {
    if (term instanceof MomentTerm.Named named) {
      MomentTerm meant = set.moments().get(named.id());
      if (meant instanceof MomentTerm.Recorded) {
        names.add(named.id());
      } else if (meant != null) {
        addRecorded(meant, names);
      }
    } else if ((term instanceof MomentTerm.First || term instanceof MomentTerm.Last)
        && set.origin() instanceof Origin.Groups) {
      // What the members did is nothing that a group could withdraw.
      return;
    } else if (term instanceof MomentTerm.First first) {
      addRecorded(first.of(), names);
    } else if (term instanceof MomentTerm.Last last) {
      addRecorded(last.of(), names);
    } else if (term instanceof MomentTerm.Next next) {
      addRecorded(next.of(), names);
    } else if (term instanceof MomentTerm.EarlierOf earlier) {
      earlier.moments().forEach(moment -> addRecorded(moment, names));
    } else if (term instanceof MomentTerm.LaterOf later) {
      later.moments().forEach(moment -> addRecorded(moment, names));
    } else if (term instanceof MomentTerm.Shifted shifted) {
      addRecorded(shifted.at(), names);
    } else if (term instanceof MomentTerm.DayOfPeriod day) {
      addRecorded(day.at(), names);
    }
  }
}
