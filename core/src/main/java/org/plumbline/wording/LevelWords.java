package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.BoundValue;

/** Limits and bounds in words. */
final class LevelWords {

  private final ConditionWords conditions;
  private final VaryingWords varying;

  LevelWords(ConditionWords conditions, VaryingWords varying) {
    this.conditions = conditions;
    this.varying = varying;
  }

  /** {@code within 18 hours}, {@code no later than “due”}. */
  String limit(Level.Limit limit) {
    if (limit instanceof Level.Limit.Within within) {
      return "within " + varying.words(within.amount(), Numbers::amount);
    }
    if (limit instanceof Level.Limit.Under under) {
      return "in less than " + varying.words(under.amount(), Numbers::amount);
    }
    if (limit instanceof Level.Limit.By by) {
      return "no later than " + varying.words(by.moment(), conditions.moments()::noun);
    }
    throw new IllegalStateException("no words for " + limit);
  }

  /** The cases of a line: {@code those whose priority is 1}; empty for all. */
  String applies(Level.Applies applies) {
    if (applies instanceof Level.Applies.When when) {
      return "those " + conditions.relative(when.condition());
    }
    return applies instanceof Level.Applies.Otherwise ? "all others" : "";
  }

  /** Bounds before what they bound: {@code at least 80%}. */
  String atLeast(List<Level.Bound> bounds) {
    List<String> parts = new ArrayList<>();
    for (Level.Bound bound : bounds) {
      parts.add(
          isWhole(bound)
              ? "100%"
              : before(bound.comparison()) + varying.words(bound.value(), Numbers::literal));
    }
    return parts.isEmpty() ? "a share still to be agreed" : Phrases.and(parts);
  }

  /** Bounds after what they bound: {@code at 45 hours or less}. */
  String at(List<Level.Bound> bounds) {
    return bounds.isEmpty() ? "at a level still to be agreed" : bounds(bounds, "at ");
  }

  private String bounds(List<Level.Bound> bounds, String before) {
    if (isBetween(bounds)) {
      return "between "
          + varying.words(bounds.get(0).value(), Numbers::literal)
          + " and "
          + varying.words(bounds.get(1).value(), Numbers::literal);
    }
    List<String> parts = new ArrayList<>();
    for (Level.Bound bound : bounds) {
      parts.add(
          before
              + varying.words(
                  bound.value(),
                  value -> Numbers.bound(bound.comparison(), Numbers.literal(value))));
    }
    return parts.isEmpty() ? "a level still to be agreed" : Phrases.and(parts);
  }

  /** Bounds as they stood for a period: {@code 80% or more}. */
  static String stood(List<BoundValue> bounds, FigureUnit unit) {
    if (bounds.size() == 2
        && bounds.get(0).comparison() == Comparison.AT_LEAST
        && bounds.get(1).comparison() == Comparison.AT_MOST) {
      return "between " + value(bounds.get(0), unit) + " and " + value(bounds.get(1), unit);
    }
    return Phrases.and(
        bounds.stream()
            .map(
                bound ->
                    Numbers.bound(bound.comparison(), value(bound, unit))
                        + (bound.worked().isPresent() ? " (from the first periods)" : ""))
            .toList());
  }

  private static String value(BoundValue bound, FigureUnit unit) {
    return bound
        .worked()
        .map(worked -> Numbers.worked(worked, unit))
        .or(() -> bound.value().map(Numbers::literal))
        .orElse("an unknown value");
  }

  /** The lines of a level, each with its limit and its bounds. */
  List<String> lines(Level.Lines level) {
    List<String> parts = new ArrayList<>();
    for (Level.Line line : level.lines()) {
      parts.add(line(line, applies(line.applies())));
    }
    return parts;
  }

  /**
   * The same for a cell of a table: what bounds the figure of all cases stands alone, as in {@code
   * 9 workdays or less}.
   */
  List<String> inFewWords(Level.Lines level) {
    return level.lines().stream()
        .map(
            line ->
                line.limit().isEmpty() && line.rest().isEmpty() && applies(line.applies()).isEmpty()
                    ? bounds(line.bounds(), "")
                    : line(line, applies(line.applies())))
        .toList();
  }

  private String line(Level.Line line, String cases) {
    String of = cases.isEmpty() ? "all" : cases;
    StringBuilder text = new StringBuilder();
    if (line.limit().isPresent()) {
      text.append(atLeast(line.bounds()))
          .append(" of ")
          .append(of)
          .append(" ")
          .append(limit(line.limit().get()));
    } else {
      text.append(of).append(" ").append(at(line.bounds()));
    }
    text.append(rest(line.rest()));
    return text.toString();
  }

  /** What is promised for the cases that missed the limit. */
  String rest(Optional<Level.Line> rest) {
    return rest.map(line -> ", and " + line(line, "the rest")).orElse("");
  }

  private static boolean isWhole(Level.Bound bound) {
    return bound.comparison() == Comparison.AT_LEAST
        && bound.value().fixed().filter(value -> value.toString().equals("100%")).isPresent();
  }

  private static boolean isBetween(List<Level.Bound> bounds) {
    return bounds.size() == 2
        && bounds.get(0).comparison() == Comparison.AT_LEAST
        && bounds.get(1).comparison() == Comparison.AT_MOST;
  }

  private static String before(Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST -> "at least ";
      case AT_MOST -> "at most ";
      case ABOVE -> "more than ";
      case BELOW -> "less than ";
    };
  }
}
