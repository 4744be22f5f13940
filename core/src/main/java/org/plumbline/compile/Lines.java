package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.maybe;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.or;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.Limits.Limit;
import org.plumbline.compile.plan.Expression;

/** The lines of a metric's levels in each row: which take it, with which limits. */
final class Lines {

  /**
   * One line that is measured.
   *
   * @param takes whether it takes the row
   * @param stands whether it takes the row or might
   * @param limit its limit, if lines have limits
   * @param before of a {@code rest}, the limits that its cases missed
   * @param written as it is written; empty where nothing is promised
   */
  record Line(
      MeasuredLine id,
      Expression takes,
      Expression stands,
      Optional<Limit> limit,
      List<Limit> before,
      Optional<Level.Line> written) {}

  private final List<Line> lines = new ArrayList<>();
  private final Rows rows;

  Lines(Rows rows, Metric metric, Subjects subjects, Limits limits) {
    this.rows = rows;
    add(metric.target(), false, subjects, limits);
    if (lines.isEmpty()) {
      lines.add(
          new Line(
              new MeasuredLine(false, 0, 0),
              Expression.YES,
              Expression.YES,
              Optional.empty(),
              List.of(),
              metric.target().measured().stream().findFirst()));
    }
    metric.minimum().ifPresent(level -> add(level, true, subjects, limits));
  }

  private void add(Level level, boolean minimum, Subjects subjects, Limits limits) {
    if (!(level instanceof Level.Lines written)) {
      return;
    }
    Conditions conditions = new Conditions(subjects, false);
    List<Expression> noneBefore = new ArrayList<>();
    List<Expression> noneSurelyBefore = new ArrayList<>();
    Optional<Limit> common = common(written.lines()).map(limits::limit);
    for (int i = 0; i < written.lines().size(); i++) {
      Level.Line line = written.lines().get(i);
      Expression takes = Expression.YES;
      Expression stands = Expression.YES;
      if (!(line.applies() instanceof Level.Applies.Always)) {
        Expression condition =
            line.applies() instanceof Level.Applies.When when
                ? rows.frame().add("when", conditions.of(when.condition()), "line " + (i + 1))
                : Expression.YES;
        String note = "line " + (i + 1);
        takes = rows.frame().add("takes", and(and(noneBefore), surely(condition)), note);
        stands = rows.frame().add("may take", and(and(noneSurelyBefore), maybe(condition)), note);
        noneBefore.add(surely(not(condition)));
        noneSurelyBefore.add(not(surely(condition)));
      }
      List<Limit> before = List.of();
      Optional<Level.Line> next = Optional.of(line);
      for (int rest = 0; next.isPresent(); rest++) {
        Optional<Limit> limit =
            common.isPresent() ? common : next.get().agreedLimit().map(limits::limit);
        lines.add(new Line(new MeasuredLine(minimum, i, rest), takes, stands, limit, before, next));
        List<Limit> missed = new ArrayList<>(before);
        limit.ifPresent(missed::add);
        before = List.copyOf(missed);
        // Where nothing says what in time is, no case misses it.
        next = limit.isEmpty() ? Optional.empty() : next.get().rest();
      }
    }
  }

  /**
   * Where lines take different cases and each has an amount within which a case must be: that
   * amount as one value that varies, so that there is one comparison for all lines.
   */
  private static Optional<Level.Limit> common(List<Level.Line> written) {
    List<Varying.Choice<TimeAmount>> choices = new ArrayList<>();
    for (Level.Line line : written) {
      if (line.rest().isPresent()
          || line.limit().isEmpty()
          || !(line.limit().get() instanceof Level.Limit.Within within)
          || !(within.amount() instanceof Varying.Fixed<TimeAmount> fixed)
          || line.applies() instanceof Level.Applies.Always) {
        return Optional.empty();
      }
      boolean sameUnit =
          choices.isEmpty()
              || (choices.get(0).is() instanceof Varying.Fixed<TimeAmount> first
                  && first.value().kind() == fixed.value().kind());
      if (!sameUnit || fixed.value().kind() == TimeAmount.Kind.BY_DATE_MONTHS) {
        return Optional.empty();
      }
      Optional<Condition> when =
          line.applies() instanceof Level.Applies.When applies
              ? Optional.of(applies.condition())
              : Optional.empty();
      choices.add(new Varying.Choice<>(when, fixed));
    }
    return choices.size() < 2
        ? Optional.empty()
        : Optional.of(new Level.Limit.Within(new Varying.ByCondition<>(choices)));
  }

  List<Line> all() {
    return lines;
  }

  private List<Line> target() {
    return lines.stream().filter(line -> !line.id().minimum() && line.id().rest() == 0).toList();
  }

  /** Whether some lines have a limit and others have none, as in a draft. */
  boolean isMixed() {
    return hasLimits() && lines.stream().anyMatch(line -> line.limit().isEmpty());
  }

  boolean hasLimits() {
    return lines.stream().anyMatch(line -> line.limit().isPresent());
  }

  /** Whether no target line takes the row, or it cannot be said which, or with which limit. */
  Expression undecidable() {
    List<Expression> reasons = new ArrayList<>();
    List<Expression> taken = new ArrayList<>();
    for (Line line : target()) {
      taken.add(line.takes());
      reasons.add(and(line.stands(), not(line.takes())));
      line.limit()
          .ifPresent(
              limit -> reasons.add(and(line.takes(), or(not(limit.known()), inUnknown(limit)))));
    }
    reasons.add(not(or(taken)));
    return or(reasons);
  }

  private Expression inUnknown(Limit limit) {
    // Without a stop a limit by a moment is undecided, not unknown.
    return limit.moment().isPresent() ? Expression.NO : missing(limit.in());
  }

  /** The limits with the condition under which each applies. */
  Map<Limit, Expression> applying() {
    Map<Limit, Expression> applying = new LinkedHashMap<>();
    for (Line line : lines) {
      line.limit()
          .ifPresent(
              limit -> applying.merge(limit, and(line.takes(), limit.known()), Expression::or));
    }
    applying.replaceAll(
        (limit, applies) -> rows.frame().add("limited", applies, "where the limit applies"));
    return applying;
  }
}
