package org.plumbline.remedy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.evaluate.Exact;

/** Conditions as the referee reads them. */
final class RefereeConditions {

  private static final Condition NOT_MET =
      new Condition.OneOf("result", List.of(new Literal.Text("not-met")));

  private RefereeConditions() {}

  /**
   * Whether it holds.
   *
   * @param repeatHolds whether every test of repeat is taken as holding
   */
  static Truth holds(
      Optional<Condition> when, Function<String, Optional<Object>> value, boolean repeatHolds) {
    return holds(when.orElse(NOT_MET), value, repeatHolds);
  }

  private static Truth holds(
      Condition condition, Function<String, Optional<Object>> value, boolean repeatHolds) {
    if (condition instanceof Condition.All all) {
      Truth truth = Truth.YES;
      for (Condition one : all.conditions()) {
        truth = truth.and(holds(one, value, repeatHolds));
      }
      return truth;
    }
    if (condition instanceof Condition.Any any) {
      Truth truth = Truth.NO;
      for (Condition one : any.conditions()) {
        truth = truth.or(holds(one, value, repeatHolds));
      }
      return truth;
    }
    if (condition instanceof Condition.None none) {
      return holds(new Condition.Any(none.conditions()), value, repeatHolds).not();
    }
    if (condition instanceof Condition.OneOf oneOf) {
      if (repeatHolds && oneOf.subject().equals("repeat")) {
        return Truth.YES;
      }
      Optional<Object> found = value.apply(oneOf.subject());
      return found
          .map(
              it ->
                  Truth.of(
                      oneOf.values().stream()
                          .anyMatch(
                              literal ->
                                  it instanceof Exact number
                                      ? number.compareTo(number(literal)) == 0
                                      : it.toString().equals(literal.toString()))))
          .orElse(Truth.UNKNOWN);
    }
    Condition.Compares compares = (Condition.Compares) condition;
    if (repeatHolds && compares.subject().equals("repeat")) {
      return Truth.YES;
    }
    return value
        .apply(compares.subject())
        .map(
            found ->
                Truth.of(
                    compares
                        .comparison()
                        .holds(((Exact) found).compareTo(number(compares.value())))))
        .orElse(Truth.UNKNOWN);
  }

  private static Exact number(Literal literal) {
    if (literal instanceof Literal.Percent percent) {
      return Exact.of(percent.share().ratio());
    }
    if (literal instanceof Literal.Points points) {
      return Exact.of(points.value().divide(BigDecimal.valueOf(100)));
    }
    return Exact.of(((Literal.Numeral) literal).value());
  }

  /** Whether the trigger asks for this very result. */
  static boolean names(Optional<Condition> when, String status) {
    return when.isPresent()
        && when.get() instanceof Condition.OneOf oneOf
        && oneOf.subject().equals("result")
        && oneOf.values().get(0).toString().equals(status);
  }
}
