package org.plumbline.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** A bound stands in the unit of its figure, and figures stand over what can be counted. */
final class UnitsOfBounds implements Rule {

  @Override
  public void check(Draft draft) {
    for (MetricView metric : draft.metrics()) {
      metric.set().filter(set -> metric.figureIsRead()).ifPresent(set -> check(metric, set, draft));
    }
  }

  private static void check(MetricView metric, SetView set, Draft draft) {
    Quantities.visit(
        metric.figure(),
        metric.path() + "/figure",
        (path, quantity) -> measurable(quantity, path, set, draft));
    Quantities.Unit unit = Quantities.unit(metric.figure(), set);
    boolean length = isOfDurationField(metric.figure(), set);
    Set<TimeAmount.Kind> kinds = new HashSet<>();
    for (MetricView.LineView line : metric.lines()) {
      for (Level.Bound bound : line.line().bounds()) {
        String at = draft.pathOf(line.path(), bound);
        Terms.values(
            bound.value(), at, (path, value) -> bound(value, unit, length, path, kinds, draft));
      }
    }
    if (metric.metric().target() instanceof Level.Baseline baseline) {
      baseline
          .floor()
          .ifPresent(
              floor ->
                  Terms.values(
                      floor.value(),
                      metric.path() + "/target/baseline/floor/" + floor.comparison().key(),
                      (path, value) -> bound(value, unit, length, path, kinds, draft)));
    }
  }

  private static void bound(
      Literal value,
      Quantities.Unit unit,
      boolean length,
      String path,
      Set<TimeAmount.Kind> kinds,
      Draft draft) {
    Optional<TimeAmount> time = Terms.time(value);
    boolean byDate = time.filter(DayCountingUsed::isDays).isPresent();
    if (!fits(value, unit) || (length && byDate)) {
      draft.tell(
          FindingCode.OTHER_UNIT,
          path,
          "the figure is " + kindOf(unit) + ", and the bound is " + value,
          "write " + (length ? "hours, minutes or seconds" : unit.words()));
    } else if (unit == Quantities.Unit.TIME && time.isPresent()) {
      kinds.add(time.get().kind());
      if (kinds.size() > 1) {
        draft.tell(
            FindingCode.OTHER_UNIT,
            path,
            "the bounds of one figure are counted in two ways, one of them in "
                + time.get().unit().plural(),
            "write all of them in the same unit");
        kinds.remove(time.get().kind());
      }
    }
  }

  private static String kindOf(Quantities.Unit unit) {
    return unit.words().replaceFirst(", such as .*", "");
  }

  private static boolean fits(Literal value, Quantities.Unit unit) {
    return switch (unit) {
      case SHARE -> value instanceof Literal.Percent || value instanceof Literal.Points;
      case NUMBER -> value instanceof Literal.Numeral;
      case MONEY -> value instanceof Literal.Amount;
      case TIME -> value instanceof Literal.Time;
      case RATIO -> value instanceof Literal.Percent || value instanceof Literal.Numeral;
      case ANY ->
          !(value instanceof Literal.Text)
              && !(value instanceof Literal.Day)
              && !(value instanceof Literal.Moment)
              && !(value instanceof Literal.Flag);
    };
  }

  private static boolean isOfDurationField(Quantity figure, SetView set) {
    return Quantities.measurand(figure)
        .filter(Quantity.Measurand.OfField.class::isInstance)
        .flatMap(of -> set.field(((Quantity.Measurand.OfField) of).field()))
        .filter(field -> field.type() == Field.Type.DURATION)
        .isPresent();
  }

  private static void measurable(Quantity quantity, String path, SetView set, Draft draft) {
    Optional<Quantity.Measurand> of = Quantities.measurand(quantity);
    if (of.isPresent() && of.get() instanceof Quantity.Measurand.OfField field) {
      countable(field.field(), Quantities.pathOfMeasurand(quantity, path), set, draft);
    }
    Optional<Quantity.Weight> weight = Quantities.weight(quantity);
    if (weight.isPresent() && weight.get() instanceof Quantity.Weight.OfField field) {
      countable(field.field(), path + "/weight", set, draft);
    }
    if (quantity instanceof Quantity.Difference difference) {
      Quantities.Unit one = Quantities.unit(difference.first(), set);
      Quantities.Unit other = Quantities.unit(difference.second(), set);
      if (one != other && one != Quantities.Unit.ANY && other != Quantities.Unit.ANY) {
        draft.tell(
            FindingCode.NOT_MEASURABLE,
            path + "/difference",
            kindOf(other) + " is taken from " + kindOf(one),
            "write two quantities in one unit");
      }
    }
  }

  private static void countable(String name, String path, SetView set, Draft draft) {
    set.field(name)
        .map(Field::type)
        .filter(type -> type == Field.Type.TEXT || type == Field.Type.FLAG)
        .ifPresent(
            type ->
                draft.tell(
                    FindingCode.NOT_MEASURABLE,
                    path,
                    "\"" + name + "\" is a " + type.key() + ", which cannot be added or compared",
                    type == Field.Type.FLAG
                        ? "write figure: {share: {" + name + ": true}}"
                        : "name a field that is a number, a share, money or a duration"));
  }
}
