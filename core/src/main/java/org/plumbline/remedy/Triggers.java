package org.plumbline.remedy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;

/** Finds the periods in which a remedy follows: its trigger, how often, what does not count. */
final class Triggers {

  private static final Condition NOT_MET =
      new Condition.OneOf("result", List.of(new Literal.Text("not-met")));

  private final Agreement agreement;
  private final Figures figures;
  private final Days days;
  private final Points points;

  /** Points by period and party; empty where they cannot be said. */
  @FunctionalInterface
  interface Points {
    Optional<BigDecimal> of(ReportingPeriod period, String party);
  }

  Triggers(Agreement agreement, Figures figures, Days days, Points points) {
    this.agreement = agreement;
    this.figures = figures;
    this.days = days;
    this.points = points;
  }

  /** What the names in a condition stand for on an occasion. */
  Subjects subjects(Occasion occasion) {
    return judged(
        occasion.id().period(),
        occasion.result(),
        occasion.owedBy(),
        Optional.of(occasion.repeat()));
  }

  private Judged judged(
      ReportingPeriod period, Optional<Result> result, String owedBy, Optional<Integer> repeat) {
    return new Judged(agreement, figures, period, result, repeat, points.of(period, owedBy));
  }

  /** The occasions of one series, in order of time. */
  List<Occasion> occasions(Series series) {
    Run run = new Run(series);
    series.points().forEach(run::judge);
    return List.copyOf(run.occasions);
  }

  private final class Run {
    private final Series series;
    private final Condition when;
    private final Optional<Condition> withoutRepeat;
    private final boolean looksBack;
    private final List<Occasion> occasions = new ArrayList<>();
    private final List<Boolean> counted = new ArrayList<>();
    private final List<ReportingPeriod> unsettled = new ArrayList<>();
    private int row;
    private Optional<LocalDate> lastFollowed = Optional.empty();

    Run(Series series) {
      this.series = series;
      when = series.remedy().when().orElse(NOT_MET);
      withoutRepeat = ResultConditions.without("repeat", when);
      looksBack =
          series.remedy().times().isPresent()
              || ResultConditions.tests(when, "repeat"::equals)
              || variesByRepeat(series.remedy().effect());
    }

    void judge(Series.Point point) {
      if (point.kind() == Series.Kind.NOT_ENDED) {
        return;
      }
      ReportingPeriod period = point.period();
      Subjects unrepeated =
          Triggers.this.judged(period, point.result(), series.owedBy(), Optional.empty());
      Truth held =
          withoutRepeat.map(rest -> ResultConditions.holds(rest, unrepeated)).orElse(Truth.YES);
      if (point.kind() != Series.Kind.COUNTS && !(held == Truth.YES && namesResult(point))) {
        if (point.kind() == Series.Kind.UNSETTLED) {
          unsettled.add(period);
        }
        return;
      }
      if (held == Truth.UNKNOWN) {
        occasions.add(
            occasion(
                point, row + 1, 1, Optional.of("it cannot be said whether its trigger holds")));
        unsettled.add(period);
        return;
      }
      int repeat = row + 1;
      Truth all =
          ResultConditions.holds(
              when,
              Triggers.this.judged(period, point.result(), series.owedBy(), Optional.of(repeat)));
      boolean follows = held == Truth.YES && all == Truth.YES;
      if (follows) {
        int times = 1 + before();
        if (times >= atLeast() && !sameWindow(period)) {
          occasions.add(occasion(point, repeat, times, Optional.empty()));
          lastFollowed = Optional.of(period.until());
        }
      }
      if (!days.inStabilization(period)) {
        counted.add(follows);
        row = held == Truth.YES ? repeat : 0;
      }
    }

    private boolean namesResult(Series.Point point) {
      return point.result().isPresent()
          && ResultConditions.names(when, "result", point.result().get().status().key());
    }

    private int atLeast() {
      return series.remedy().times().map(Remedy.Times::atLeast).orElse(1);
    }

    /** In how many of the periods before, that are looked at, it held. */
    private int before() {
      Optional<Remedy.Times> times = series.remedy().times();
      boolean running = times.flatMap(Remedy.Times::running).orElse(false);
      int looked = times.flatMap(Remedy.Times::in).map(in -> in - 1).orElse(counted.size());
      int found = 0;
      for (int i = counted.size() - 1; i >= 0 && counted.size() - i <= looked; i--) {
        if (counted.get(i)) {
          found++;
        } else if (running) {
          return found;
        }
      }
      return found;
    }

    /** A figure that covers more than its period is remedied once for the days that it covers. */
    private boolean sameWindow(ReportingPeriod period) {
      LocalDate covers = series.covers(agreement, period, days);
      return lastFollowed.filter(day -> !day.isBefore(covers)).isPresent();
    }

    private Occasion occasion(Series.Point point, int repeat, int times, Optional<String> unknown) {
      return new Occasion(
          series.posting(point.period()),
          point.result(),
          series.owedBy(),
          repeat,
          times,
          looksBack ? unsettled : List.of(),
          unknown);
    }
  }

  private static boolean variesByRepeat(Remedy.Effect effect) {
    if (effect instanceof Remedy.Effect.Credit credit) {
      return variesByRepeat(credit.amount());
    }
    return effect instanceof Remedy.Effect.Points points && variesByRepeat(points.points());
  }

  private static boolean variesByRepeat(Varying<Literal> value) {
    return value instanceof Varying.ByCondition<Literal> choices
        && choices.choices().stream()
            .anyMatch(
                choice ->
                    choice
                            .when()
                            .filter(when -> ResultConditions.tests(when, "repeat"::equals))
                            .isPresent()
                        || variesByRepeat(choice.is()));
  }
}
