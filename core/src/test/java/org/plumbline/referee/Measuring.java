package org.plumbline.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Level.Line;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/** The measurements of a metric, line by line (meaning 12). */
record Measuring(String id, Metric metric, RecordSet set, Moments precisions) {

  /** A case and whether a line takes it. */
  private record Candidate(Member member, Truth taken) {}

  /** What all lines of a window share. */
  private record Over(ReportingPeriod period, Optional<Availability> availability, Level level) {}

  /**
   * The measurements of a window.
   *
   * @param availability where the figure has a share of available time
   */
  List<Measurement> over(
      ReportingPeriod period, List<Member> members, Optional<Availability> availability) {
    List<Measurement> all = new ArrayList<>();
    level(LineId.LevelKind.TARGET, new Over(period, availability, metric.target()), members, all);
    metric
        .minimum()
        .filter(Level.Lines.class::isInstance)
        .ifPresent(
            minimum ->
                level(
                    LineId.LevelKind.MINIMUM,
                    new Over(period, availability, minimum),
                    members,
                    all));
    return all;
  }

  private void level(
      LineId.LevelKind kind, Over over, List<Member> members, List<Measurement> all) {
    List<Line> lines = Lines.of(over.level());
    for (int i = 0; i < lines.size(); i++) {
      List<Candidate> candidates = new ArrayList<>();
      for (Member member : members) {
        Truth taken =
            member.unusable()
                ? Truth.YES
                : Lines.taken(lines, member.reading().conditions()).get(i);
        if (taken != Truth.NO) {
          candidates.add(new Candidate(member, taken));
        }
      }
      line(new LineId(kind, i, 0), lines.get(i), over, candidates, all);
    }
  }

  private void line(
      LineId lineId, Line line, Over over, List<Candidate> candidates, List<Measurement> all) {
    if (metric.each().isEmpty()) {
      measure(lineId, line, over, Optional.empty(), candidates, all);
      return;
    }
    TreeSet<String> values = new TreeSet<>();
    candidates.stream()
        .filter(c -> over.availability().isEmpty() || Availability.mayBeDown(c.member(), metric))
        .forEach(candidate -> values.add(candidate.member().each()));
    for (String value : values) {
      List<Candidate> own =
          candidates.stream().filter(c -> c.member().each().equals(value)).toList();
      measure(lineId, line, over, Optional.of(value), own, all);
    }
  }

  private void measure(
      LineId lineId,
      Line line,
      Over over,
      Optional<String> each,
      List<Candidate> candidates,
      List<Measurement> all) {
    Quantity figure = metric.figureOrDefault();
    boolean available = over.availability().isPresent();
    Predicate<Candidate> counts =
        c -> is(c, Standing.Kind.DECIDED) || (available && is(c, Standing.Kind.OPEN));
    List<Member> decided = members(candidates, c -> counts.test(c) && c.taken() == Truth.YES);
    List<Member> indeterminate =
        members(
            candidates,
            c ->
                is(c, Standing.Kind.INDETERMINATE)
                    || (counts.test(c) && c.taken() == Truth.UNKNOWN));
    Sample sample = new Sample(decided, indeterminate);
    TimeAmount unit = elapsedUnit(line);
    Figures figures = new Figures(line.limit(), unit, over.availability());
    Counted counted = figures.count(figure, sample);
    if (line.limit().isEmpty() && figure instanceof Quantity.ShareInTime) {
      counted = counted.withoutFigure();
    }
    long open =
        available
            ? counted.cases().stream().filter(Member::isOngoing).count()
            : members(candidates, c -> is(c, Standing.Kind.OPEN)).stream()
                .filter(m -> where(figure).stream().allMatch(w -> Sample.holds(m, w) != Truth.NO))
                .count();
    all.add(
        new Measurement(
            id,
            over.period(),
            lineId,
            each,
            counted.cases().size(),
            counted.holding(),
            counted.indeterminate().size(),
            open,
            Units.of(figure, set, unit, line),
            counted.figure(),
            counted.low(),
            counted.high(),
            counted.down()));
    if (line.rest().isPresent()) {
      List<Candidate> missed = new ArrayList<>();
      for (Candidate c : candidates) {
        Truth in =
            is(c, Standing.Kind.DECIDED) && c.taken() == Truth.YES
                ? figures.inTime(c.member())
                : Truth.NO;
        if (in == Truth.NO) {
          missed.add(c);
        } else if (in == Truth.UNKNOWN) {
          missed.add(new Candidate(c.member(), Truth.UNKNOWN));
        }
      }
      LineId rest = new LineId(lineId.level(), lineId.line(), lineId.rest() + 1);
      measure(rest, line.rest().get(), over, each, missed, all);
    }
  }

  private TimeAmount elapsedUnit(Line line) {
    return Units.elapsed(line, metric.clockOrDefault(), set, precisions);
  }

  private static boolean is(Candidate candidate, Standing.Kind kind) {
    return candidate.member().kind() == kind;
  }

  private static List<Member> members(List<Candidate> all, Predicate<Candidate> which) {
    return all.stream().filter(which).map(Candidate::member).toList();
  }

  /** The condition that narrows the figure as a whole. */
  private static Optional<Condition> where(Quantity figure) {
    if (figure instanceof Quantity.ShareInTime share) {
      return share.where();
    }
    if (figure instanceof Quantity.ShareOfCases share) {
      return share.where();
    }
    if (figure instanceof Quantity.CountOfCases count) {
      return count.where();
    }
    if (figure instanceof Quantity.Statistic statistic) {
      return statistic.where();
    }
    return figure instanceof Quantity.Percentile percentile ? percentile.where() : Optional.empty();
  }
}
