package org.plumbline.remedy;

import java.time.LocalDate;
import org.plumbline.agreement.Varying;

/**
 * What a varying value is for one result.
 *
 * @param <T> what varies
 */
sealed interface Choice<T> {

  /** It is this. */
  record Is<T>(T value) implements Choice<T> {}

  /** No entry holds. */
  record None<T>() implements Choice<T> {}

  /** It cannot be said which entry holds, or none is agreed. */
  record Unknown<T>() implements Choice<T> {}

  /** The first entry whose condition holds, or the latest that has begun on the day. */
  static <T> Choice<T> of(Varying<T> varying, Subjects subjects, LocalDate day) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      return new Is<>(fixed.value());
    }
    if (varying instanceof Varying.ByDate<T> dated) {
      Choice<T> found = new Unknown<>();
      for (Varying.Dated<T> step : dated.steps()) {
        if (!step.from().isAfter(day)) {
          found = of(step.is(), subjects, day);
        }
      }
      return found;
    }
    if (varying instanceof Varying.ByCondition<T> choices) {
      for (Varying.Choice<T> choice : choices.choices()) {
        Truth holds =
            choice.when().map(when -> ResultConditions.holds(when, subjects)).orElse(Truth.YES);
        if (holds == Truth.YES) {
          return of(choice.is(), subjects, day);
        }
        if (holds == Truth.UNKNOWN) {
          return new Unknown<>();
        }
      }
      return new None<>();
    }
    return new Unknown<>();
  }
}
