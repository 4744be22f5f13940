package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/** From a condition to a three-valued expression (docs/meaning.md 4). */
final class Conditions {

  private final Subjects subjects;
  private final boolean qualifying;

  /**
   * Conditions about the rows of a frame.
   *
   * @param qualifying whether a test of a missing moment is no, and not unknown
   */
  Conditions(Subjects subjects, boolean qualifying) {
    this.subjects = subjects;
    this.qualifying = qualifying;
  }

  /** Yes, no or unknown. */
  Expression of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return Expression.and(each(all.conditions()));
    }
    if (condition instanceof Condition.Any any) {
      return Expression.or(each(any.conditions()));
    }
    if (condition instanceof Condition.None nothing) {
      return Expression.not(Expression.or(each(nothing.conditions())));
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return Expression.or(
          oneOf.values().stream().map(value -> test(oneOf.subject(), Test.EQUAL, value)).toList());
    }
    if (condition instanceof Condition.Compares compares) {
      return test(compares.subject(), Test.of(compares.comparison()), compares.value());
    }
    if (condition instanceof Condition.Ordered ordered) {
      return ordered(ordered);
    }
    Condition.Missing missing = (Condition.Missing) condition;
    Expression value = value(missing.subject());
    return missing.missing() ? missing(value) : known(value);
  }

  private List<Expression> each(List<Condition> conditions) {
    return conditions.stream().map(this::of).toList();
  }

  /** How two values are set against each other. */
  private enum Test {
    EQUAL,
    AT_LEAST,
    AT_MOST,
    ABOVE,
    BELOW;

    static Test of(Comparison comparison) {
      return switch (comparison) {
        case AT_LEAST -> AT_LEAST;
        case AT_MOST -> AT_MOST;
        case ABOVE -> ABOVE;
        case BELOW -> BELOW;
      };
    }

    Expression apply(Expression value, Expression against) {
      return switch (this) {
        case EQUAL -> equal(value, against);
        case AT_LEAST -> atMost(against, value);
        case AT_MOST -> atMost(value, against);
        case ABOVE -> less(against, value);
        case BELOW -> less(value, against);
      };
    }

    boolean holds(int compared) {
      return switch (this) {
        case EQUAL -> compared == 0;
        case AT_LEAST -> compared >= 0;
        case AT_MOST -> compared <= 0;
        case ABOVE -> compared > 0;
        case BELOW -> compared < 0;
      };
    }
  }

  private Expression value(String subject) {
    return switch (subject) {
      case "elapsed" -> subjects.elapsed(TimeAmount.Kind.ELAPSED);
      case "age" -> subjects.age(TimeAmount.Kind.ELAPSED);
      case "hold" -> subjects.hold();
      case "stage" -> subjects.stage();
      default -> {
        Optional<MomentValue> moment = subjects.moment(subject);
        if (moment.isPresent()) {
          yield moment.get().value();
        }
        Optional<FieldValue> field = subjects.field(subject);
        if (field.isPresent()) {
          yield field.get().value();
        }
        yield subjects
            .fact(subject)
            .map(fact -> varying(fact, Type.FLAG, value -> Expression.YES))
            .orElse(none(Type.FLAG));
      }
    };
  }

  private Expression test(String subject, Test test, Literal literal) {
    switch (subject) {
      case "elapsed" -> {
        return timed(test, literal, subjects::elapsed);
      }
      case "age" -> {
        return timed(test, literal, subjects::age);
      }
      case "hold" -> {
        return turn(subjects.hold(), test, literal);
      }
      case "stage" -> {
        return turn(subjects.stage(), test, literal);
      }
      default -> {
        Optional<MomentValue> moment = subjects.moment(subject);
        if (moment.isPresent()) {
          return qualified(moment.get(), moment(moment.get(), test, literal));
        }
        Optional<FieldValue> field = subjects.field(subject);
        if (field.isPresent()) {
          return field(field.get(), test, literal);
        }
        return subjects
            .fact(subject)
            .map(
                fact ->
                    varying(
                        fact, Type.FLAG, value -> Expression.flag(compare(value, test, literal))))
            .orElse(none(Type.FLAG));
      }
    }
  }

  private Expression qualified(MomentValue tested, Expression test) {
    return qualifying ? choose(missing(tested.value()), Expression.NO, test) : test;
  }

  private Expression timed(
      Test test, Literal literal, Function<TimeAmount.Kind, Expression> elapsed) {
    if (!(literal instanceof Literal.Time time)) {
      Expression value = elapsed.apply(TimeAmount.Kind.ELAPSED);
      return choose(known(value), Expression.NO, none(Type.FLAG));
    }
    TimeAmount amount = time.amount();
    return switch (amount.kind()) {
      case ELAPSED ->
          test.apply(elapsed.apply(TimeAmount.Kind.ELAPSED), Expression.number(amount.micros()));
      case BY_DATE_DAYS, BY_DATE_WORKDAYS ->
          test.apply(elapsed.apply(amount.kind()), Expression.number(amount.days()));
      case BY_DATE_MONTHS ->
          test.apply(elapsed.apply(TimeAmount.Kind.BY_DATE_DAYS), subjects.days(amount));
    };
  }

  /** That a case is in no turn is known: it is in none that a test names. */
  private static Expression turn(Expression id, Test test, Literal literal) {
    return choose(missing(id), Expression.NO, text(id, test, literal));
  }

  private static Expression text(Expression value, Test test, Literal literal) {
    return literal instanceof Literal.Text text
        ? test.apply(value, Expression.text(text.value()))
        : otherType(value);
  }

  /** A value of another type: known values are not it. */
  private static Expression otherType(Expression value) {
    return choose(missing(value), none(Type.FLAG), Expression.NO);
  }

  private Expression moment(MomentValue moment, Test test, Literal literal) {
    if (literal instanceof Literal.Day day) {
      return test.apply(
          subjects.in(moment, Precision.DATE), Expression.number(day.date().toEpochDay()));
    }
    if (literal instanceof Literal.Moment instant) {
      long micros = EpochMicros.of(instant.instant());
      MomentValue against =
          new MomentValue(Expression.number(micros), Precision.INSTANT, true, false);
      return test.apply(
          subjects.in(moment, moment.precision()), subjects.in(against, moment.precision()));
    }
    return otherType(moment.value());
  }

  private static Expression field(FieldValue field, Test test, Literal literal) {
    Optional<Expression> value = literal(field.type(), literal);
    boolean ordered = field.type() != Field.Type.FLAG || test == Test.EQUAL;
    return value.isPresent() && ordered
        ? test.apply(field.value(), value.get())
        : otherType(field.value());
  }

  private static Optional<Expression> literal(Field.Type type, Literal literal) {
    if (type == Field.Type.TEXT && literal instanceof Literal.Text text) {
      return Optional.of(Expression.text(text.value()));
    }
    if (type == Field.Type.NUMBER && literal instanceof Literal.Numeral number) {
      return Optional.of(Expression.decimal(number.value()));
    }
    if (type == Field.Type.SHARE && literal instanceof Literal.Percent percent) {
      return Optional.of(Expression.decimal(percent.share().ratio()));
    }
    if (type == Field.Type.MONEY && literal instanceof Literal.Amount amount) {
      return Optional.of(Expression.decimal(amount.money().amount()));
    }
    if (type == Field.Type.DURATION
        && literal instanceof Literal.Time time
        && time.amount().kind() == TimeAmount.Kind.ELAPSED) {
      return Optional.of(Expression.number(time.amount().micros()));
    }
    if (type == Field.Type.FLAG && literal instanceof Literal.Flag flag) {
      return Optional.of(Expression.flag(flag.value()));
    }
    return Optional.empty();
  }

  private Expression ordered(Condition.Ordered ordered) {
    Optional<MomentValue> subject = subjects.moment(ordered.subject());
    if (subject.isEmpty()) {
      return none(Type.FLAG);
    }
    MomentValue against = subjects.moment(ordered.against());
    Precision precision = subject.get().precision().coarser(against.precision());
    Expression value = subjects.in(subject.get(), precision);
    Expression other = subjects.in(against, precision);
    Expression test =
        switch (ordered.order()) {
          case BY -> atMost(value, other);
          case BEFORE -> less(value, other);
          case FROM -> atMost(other, value);
          case AFTER -> less(other, value);
        };
    return qualified(subject.get(), test);
  }

  private static boolean compare(Literal value, Test test, Literal against) {
    if (value instanceof Literal.Numeral one && against instanceof Literal.Numeral other) {
      return test.holds(one.value().compareTo(other.value()));
    }
    if (value instanceof Literal.Percent one && against instanceof Literal.Percent other) {
      return test.holds(one.share().ratio().compareTo(other.share().ratio()));
    }
    if (value instanceof Literal.Amount one && against instanceof Literal.Amount other) {
      return test.holds(one.money().amount().compareTo(other.money().amount()));
    }
    if (value instanceof Literal.Text one && against instanceof Literal.Text other) {
      return test.holds(one.value().compareTo(other.value()));
    }
    if (value instanceof Literal.Day one && against instanceof Literal.Day other) {
      return test.holds(one.date().compareTo(other.date()));
    }
    if (value instanceof Literal.Time one
        && against instanceof Literal.Time other
        && one.amount().kind() == TimeAmount.Kind.ELAPSED
        && other.amount().kind() == TimeAmount.Kind.ELAPSED) {
      return test.holds(Long.compare(one.amount().micros(), other.amount().micros()));
    }
    return test == Test.EQUAL && value.equals(against);
  }

  /**
   * A varying value as an expression of each row; null where it is unknown, not agreed yet, or no
   * entry takes the row.
   *
   * @param <T> what varies
   */
  <T> Expression varying(Varying<T> varying, Type type, Function<T, Expression> value) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      return value.apply(fixed.value());
    }
    List<Expression> conditions = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    if (varying instanceof Varying.ByCondition<T> byCondition) {
      for (Varying.Choice<T> choice : byCondition.choices()) {
        conditions.add(choice.when().map(this::of).orElse(Expression.YES));
        values.add(varying(choice.is(), type, value));
      }
    } else if (varying instanceof Varying.ByDate<T> byDate) {
      for (int i = byDate.steps().size() - 1; i >= 0; i--) {
        conditions.add(subjects.dayFrom(byDate.steps().get(i).from()));
        values.add(varying(byDate.steps().get(i).is(), type, value));
      }
    }
    Expression result = none(type);
    for (int i = conditions.size() - 1; i >= 0; i--) {
      Expression condition = conditions.get(i);
      Expression rest = choose(missing(condition), none(type), result);
      result = choose(condition, values.get(i), rest);
    }
    return result;
  }
}
