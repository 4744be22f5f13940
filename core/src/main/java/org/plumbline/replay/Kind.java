package org.plumbline.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/**
 * Cases of one line of a target that have one limit and one calendar: a line whose limit or
 * calendar depends on the case has a kind for each choice.
 *
 * @param applies which cases, the kinds before it being asked first
 * @param line position in the target
 * @param choice position among the choices of the limit; 0 where it does not vary
 * @param calendar its id; empty if the clock names none
 */
record Kind(Level.Applies applies, int line, int choice, Optional<String> calendar) {

  /** The kinds of a metric, in order; none if its lines or their choices are not of this form. */
  static List<Kind> of(Metric metric) {
    if (!(metric.target() instanceof Level.Lines target)) {
      return List.of();
    }
    List<Kind> kinds = new ArrayList<>();
    boolean several = target.lines().size() > 1;
    for (int i = 0; i < target.lines().size(); i++) {
      Level.Line line = target.lines().get(i);
      boolean shared = several && line.applies() instanceof Level.Applies.Always;
      if (shared || !add(kinds, metric, i, line)) {
        return List.of();
      }
    }
    return kinds;
  }

  private static boolean add(List<Kind> kinds, Metric metric, int number, Level.Line line) {
    Optional<Condition> own =
        line.applies() instanceof Level.Applies.When when
            ? Optional.of(when.condition())
            : Optional.empty();
    List<Choice<Optional<String>>> calendars = calendars(metric);
    List<Choice<TimeAmount>> limits =
        line.limit().flatMap(Counting.Limits::varying).map(Kind::choices).orElse(List.of());
    for (Choice<Optional<String>> calendar : calendars) {
      for (int i = 0; i < limits.size(); i++) {
        List<Condition> all = new ArrayList<>();
        own.ifPresent(all::add);
        calendar.when().ifPresent(all::add);
        limits.get(i).when().ifPresent(all::add);
        kinds.add(new Kind(applies(line, all), number, i, calendar.is()));
      }
    }
    return !calendars.isEmpty() && !limits.isEmpty();
  }

  private static Level.Applies applies(Level.Line line, List<Condition> all) {
    if (all.isEmpty()) {
      // What is left of a line that takes every case, after its other kinds.
      return line.limit().isPresent() && line.applies() instanceof Level.Applies.Always
          ? new Level.Applies.Otherwise()
          : line.applies();
    }
    return new Level.Applies.When(all.size() == 1 ? all.get(0) : new Condition.All(all));
  }

  /** One choice with its condition; empty: otherwise. */
  private record Choice<T>(Optional<Condition> when, T is) {}

  private static <T> List<Choice<T>> choices(Varying<T> varying) {
    List<Choice<T>> choices = new ArrayList<>();
    if (varying.fixed().isPresent()) {
      choices.add(new Choice<>(Optional.empty(), varying.fixed().get()));
    } else if (varying instanceof Varying.ByCondition<T> byCondition) {
      for (Varying.Choice<T> choice : byCondition.choices()) {
        if (choice.is().fixed().isEmpty()) {
          return List.of();
        }
        choices.add(new Choice<>(choice.when(), choice.is().fixed().get()));
      }
    }
    return endsOtherwise(choices) ? choices : List.of();
  }

  /** Whether each case has a choice, so that the kinds of a line take what it takes. */
  private static boolean endsOtherwise(List<? extends Choice<?>> choices) {
    return !choices.isEmpty() && choices.get(choices.size() - 1).when().isEmpty();
  }

  private static List<Choice<Optional<String>>> calendars(Metric metric) {
    Optional<Varying<String>> calendar = metric.clock().flatMap(clock -> clock.calendar());
    if (calendar.isEmpty()) {
      return List.of(new Choice<>(Optional.empty(), Optional.empty()));
    }
    return choices(calendar.get()).stream()
        .map(choice -> new Choice<>(choice.when(), Optional.of(choice.is())))
        .toList();
  }
}
