package org.plumbline.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Expectation;
import org.plumbline.catalog.Target;
import org.plumbline.catalog.Target.Value;
import org.plumbline.finding.FindingCode;

/** The target of a metric points where its measure's does, and asks for no less. */
final class AlignedTargets {

  private AlignedTargets() {}

  static void check(AlignedMetric aligned) {
    Optional<Expectation> expected = Expectation.of(aligned.measure());
    if (expected.isEmpty() && !aligned.measure().isWorkload()) {
      aligned.tell(
          FindingCode.MEASURE_SAYS_TOO_LITTLE,
          "implements/measure",
          "target",
          "the target of "
              + aligned.measure().label()
              + " cannot be held against this one: "
              + aligned.measure().target().words(),
          "agree one with the owner of the framework");
    }
    Level target = aligned.metric().target();
    if (target instanceof Level.NotPromised && expected.isPresent()) {
      weaker(aligned, "target", "nothing is promised", expected.get().words());
    }
    if (target instanceof Level.Lines lines) {
      for (int i = 0; i < lines.lines().size(); i++) {
        Level.Line line = lines.lines().get(i);
        String path = "target/" + i;
        expected.ifPresent(it -> line.bounds().forEach(bound -> bound(aligned, path, bound, it)));
        limit(expected)
            .or(() -> aligned.measure().sense().limit())
            .ifPresent(limit -> line.limit().ifPresent(it -> limit(aligned, path, it, limit)));
      }
    }
  }

  private static Optional<Value.Time> limit(Optional<Expectation> expected) {
    return expected.flatMap(Expectation::limit);
  }

  private static void bound(
      AlignedMetric aligned, String path, Level.Bound bound, Expectation expected) {
    boolean floor =
        bound.comparison() == Comparison.AT_LEAST || bound.comparison() == Comparison.ABOVE;
    boolean two = aligned.metric().target() instanceof Level.Lines lines && isBetween(lines, bound);
    if (two || !expected.relation().isFloor() && !expected.relation().isCeiling()) {
      return;
    }
    if (floor != expected.relation().isFloor()) {
      aligned.tell(
          FindingCode.OTHER_DIRECTION_THAN_MEASURE,
          path + "/" + bound.comparison().key(),
          "target",
          "the target is a "
              + (floor ? "floor" : "ceiling")
              + ", and the measure says "
              + expected.words(),
          "turn the bound around");
      return;
    }
    for (Literal literal : Terms.valuesOf(bound.value())) {
      Optional<Integer> less = compare(literal, expected.value());
      boolean weaker = less.isPresent() && (floor ? less.get() < 0 : less.get() > 0);
      if (weaker) {
        weaker(
            aligned,
            path + "/" + bound.comparison().key(),
            bound.comparison().key().replace('-', ' ') + " " + shown(literal),
            expected.words());
      }
    }
  }

  /** Between two values both sides are bounded, and neither says which way is better. */
  private static boolean isBetween(Level.Lines lines, Level.Bound bound) {
    return lines.lines().stream()
        .anyMatch(line -> line.bounds().size() > 1 && line.bounds().contains(bound));
  }

  private static void limit(
      AlignedMetric aligned, String path, Level.Limit limit, Value.Time expected) {
    List<TimeAmount> amounts = new ArrayList<>();
    String key = "by";
    if (limit instanceof Level.Limit.Within within) {
      amounts.addAll(Terms.valuesOf(within.amount()));
      key = "within";
    } else if (limit instanceof Level.Limit.Under under) {
      amounts.addAll(Terms.valuesOf(under.amount()));
      key = "under";
    }
    for (TimeAmount amount : amounts) {
      days(aligned, path + "/" + key, amount, expected);
      if (compare(amount, expected.amount()).filter(it -> it > 0).isPresent()) {
        weaker(aligned, path + "/" + key, key + " " + amount, "within " + expected.words());
      }
    }
  }

  private static void days(
      AlignedMetric aligned, String path, TimeAmount amount, Value.Time expected) {
    boolean workdays = amount.unit() == TimeAmount.Unit.WORKDAYS;
    boolean days = amount.unit() == TimeAmount.Unit.DAYS || amount.unit() == TimeAmount.Unit.WEEKS;
    boolean calendar =
        expected.amount().unit() == TimeAmount.Unit.DAYS
            || expected.amount().unit() == TimeAmount.Unit.WEEKS;
    boolean other =
        workdays && calendar || days && expected.amount().unit() == TimeAmount.Unit.WORKDAYS;
    boolean noHours =
        expected.days() == Target.Days.BUSINESS_HOURS
            && amount.kind() == TimeAmount.Kind.ELAPSED
            && aligned.metric().clock().flatMap(Clock::calendar).isEmpty();
    if (other || noHours) {
      aligned.tell(
          FindingCode.OTHER_DAYS_THAN_MEASURE,
          path,
          "target",
          noHours
              ? "the clock runs at all hours, and the measure counts " + expected.words()
              : "the limit is " + amount + ", and the measure says " + expected.words(),
          noHours
              ? "name the calendar of the business hours"
              : "count the days that the measure counts");
    }
  }

  private static void weaker(AlignedMetric aligned, String part, String here, String there) {
    aligned.tell(
        FindingCode.WEAKER_THAN_MEASURE,
        part,
        "target",
        here
            + " asks for less than the measure "
            + aligned.measure().label()
            + " does: "
            + there
            + " ("
            + aligned.measure().text(Column.TARGET).replaceAll("\\s+", " ")
            + ")",
        "ask for as much");
  }

  private static String shown(Literal literal) {
    if (literal instanceof Literal.Percent percent) {
      return percent.share().toString();
    }
    if (literal instanceof Literal.Time time) {
      return time.amount().toString();
    }
    if (literal instanceof Literal.Amount amount) {
      return amount.money().toString();
    }
    return literal instanceof Literal.Numeral numeral ? numeral.value().toPlainString() : "it";
  }

  /** How a literal compares with the value of a measure, if both are of one unit. */
  private static Optional<Integer> compare(Literal literal, Value value) {
    if (literal instanceof Literal.Percent percent && value instanceof Value.Percent other) {
      return Optional.of(percent.share().ratio().compareTo(other.share().ratio()));
    }
    if (literal instanceof Literal.Numeral numeral && value instanceof Value.Number other) {
      return Optional.of(numeral.value().compareTo(other.number()));
    }
    if (literal instanceof Literal.Amount amount && value instanceof Value.Dollars dollars) {
      BigDecimal here = amount.money().amount();
      return amount.money().currency().equals("USD")
          ? Optional.of(here.compareTo(dollars.amount()))
          : Optional.empty();
    }
    return literal instanceof Literal.Time time && value instanceof Value.Time other
        ? compare(time.amount(), other.amount())
        : Optional.empty();
  }

  /** How two amounts of time compare, if they are counted in one way. */
  private static Optional<Integer> compare(TimeAmount one, TimeAmount other) {
    if (one.kind() != other.kind()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (one.kind()) {
          case ELAPSED -> Long.compare(one.micros(), other.micros());
          case BY_DATE_DAYS, BY_DATE_WORKDAYS -> Long.compare(one.days(), other.days());
          case BY_DATE_MONTHS -> Long.compare(one.months(), other.months());
        });
  }
}
