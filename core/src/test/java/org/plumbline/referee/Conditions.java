package org.plumbline.referee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;

/**
 * Conditions and varying values of one case (meaning 4).
 *
 * @param missingMomentIsNo as in {@code qualifies}
 */
record Conditions(Ground ground, RecordSet set, Asked asked, boolean missingMomentIsNo) {

  Truth holds(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().map(this::holds).reduce(Truth.YES, Truth::and);
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().map(this::holds).reduce(Truth.NO, Truth::or);
    }
    if (condition instanceof Condition.None none) {
      return none.conditions().stream().map(this::holds).reduce(Truth.NO, Truth::or).not();
    }
    if (condition instanceof Condition.Missing missing) {
      return Truth.of(isMissing(missing.subject()) == missing.missing());
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return oneOf(oneOf);
    }
    if (condition instanceof Condition.Compares compares) {
      return test(
          compares.subject(),
          compares.value(),
          compared -> compared.isPresent() && compares.comparison().holds(compared.get()));
    }
    Condition.Ordered ordered = (Condition.Ordered) condition;
    Optional<Point> subject = asked.moment(new MomentTerm.Named(ordered.subject()));
    Optional<Point> against = asked.moment(ordered.against());
    if (subject.isEmpty()) {
      return unknownMoment();
    }
    if (against.isEmpty()) {
      return Truth.UNKNOWN;
    }
    int compared = subject.get().compare(against.get());
    return Truth.of(
        switch (ordered.order()) {
          case BY -> compared <= 0;
          case BEFORE -> compared < 0;
          case FROM -> compared >= 0;
          case AFTER -> compared > 0;
        });
  }

  /** The value for this case; empty while it cannot be said. */
  <T> Optional<T> value(Varying<T> varying) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      return Optional.of(fixed.value());
    }
    if (varying instanceof Varying.ByCondition<T> byCondition) {
      for (Varying.Choice<T> choice : byCondition.choices()) {
        Truth truth = choice.when().map(this::holds).orElse(Truth.YES);
        if (truth != Truth.NO) {
          return truth == Truth.YES ? value(choice.is()) : Optional.empty();
        }
      }
      return Optional.empty();
    }
    if (varying instanceof Varying.ByDate<T> byDate) {
      Optional<Varying<T>> latest = Optional.empty();
      LocalDate latestFrom = LocalDate.MIN;
      for (Varying.Dated<T> step : byDate.steps()) {
        if (!step.from().isAfter(asked.day()) && !step.from().isBefore(latestFrom)) {
          latest = Optional.of(step.is());
          latestFrom = step.from();
        }
      }
      return latest.flatMap(this::value);
    }
    return Optional.empty();
  }

  private Truth oneOf(Condition.OneOf oneOf) {
    Truth any = Truth.NO;
    for (Literal value : oneOf.values()) {
      any =
          any.or(
              test(
                  oneOf.subject(), value, compared -> compared.isPresent() && compared.get() == 0));
    }
    return any;
  }

  private boolean isMissing(String subject) {
    return switch (subject) {
      case "hold" -> asked.turn(true).isEmpty();
      case "stage" -> asked.turn(false).isEmpty();
      case "elapsed", "age" ->
          asked.elapsed(subject.equals("age"), TimeAmount.of(1, TimeAmount.Unit.HOURS)).isEmpty();
      default -> {
        if (isMoment(subject)) {
          yield asked.moment(new MomentTerm.Named(subject)).isEmpty();
        }
        yield subject.contains(".") ? fact(subject).isEmpty() : asked.field(subject).isEmpty();
      }
    };
  }

  /** A test by comparison; one with a value of another kind is asked with nothing, and fails. */
  private Truth test(String subject, Literal value, Function<Optional<Integer>, Boolean> passes) {
    switch (subject) {
      case "hold", "stage" -> {
        Optional<String> turn = asked.turn(subject.equals("hold"));
        return turn.map(id -> passed(passes, compare(id, Field.Type.TEXT, value))).orElse(Truth.NO);
      }
      case "elapsed", "age" -> {
        if (!(value instanceof Literal.Time time)) {
          return Truth.NO;
        }
        Optional<Long> elapsed = asked.elapsed(subject.equals("age"), time.amount());
        Optional<Long> allowed = asked.allowed(time.amount());
        return elapsed.isEmpty() || allowed.isEmpty()
            ? Truth.UNKNOWN
            : passed(passes, Optional.of(elapsed.get().compareTo(allowed.get())));
      }
      default -> {
        if (isMoment(subject)) {
          return asked
              .moment(new MomentTerm.Named(subject))
              .map(point -> passed(passes, compare(point, value)))
              .orElseGet(this::unknownMoment);
        }
        if (subject.contains(".")) {
          return fact(subject)
              .map(fact -> passed(passes, compareFacts(fact, value)))
              .orElse(Truth.UNKNOWN);
        }
        Field.Type type =
            Optional.ofNullable(set.fields().get(subject)).map(Field::type).orElse(Field.Type.TEXT);
        return asked
            .field(subject)
            .map(known -> passed(passes, compare(known, type, value)))
            .orElse(Truth.UNKNOWN);
      }
    }
  }

  private static Truth passed(
      Function<Optional<Integer>, Boolean> passes, Optional<Integer> compared) {
    return Truth.of(passes.apply(compared));
  }

  private Truth unknownMoment() {
    return missingMomentIsNo ? Truth.NO : Truth.UNKNOWN;
  }

  private boolean isMoment(String subject) {
    return set.moments().containsKey(subject)
        || subject.equals(MomentTerm.PERIOD_START)
        || subject.equals(MomentTerm.PERIOD_END);
  }

  private Optional<Literal> fact(String subject) {
    int dot = subject.indexOf('.');
    Party party = ground.agreement.parties().get(subject.substring(0, dot));
    return Optional.ofNullable(party)
        .flatMap(p -> Optional.ofNullable(p.facts().get(subject.substring(dot + 1))))
        .flatMap(this::value);
  }

  private Optional<Integer> compare(Point point, Literal value) {
    if (value instanceof Literal.Day day) {
      return Optional.of(point.compare(Point.date(day.date(), ground.wall)));
    }
    if (value instanceof Literal.Moment moment) {
      return Optional.of(
          point.compare(Point.instant(WallClock.micros(moment.instant()), ground.wall)));
    }
    return Optional.empty();
  }

  private static Optional<Integer> compare(Object known, Field.Type type, Literal value) {
    return switch (type) {
      case TEXT ->
          value instanceof Literal.Text text
              ? Optional.of(((String) known).compareTo(text.value()))
              : Optional.empty();
      case NUMBER ->
          value instanceof Literal.Numeral number
              ? Optional.of(exact(known).compareTo(Exact.of(number.value())))
              : Optional.empty();
      case SHARE ->
          value instanceof Literal.Percent percent
              ? Optional.of(((BigDecimal) known).compareTo(percent.share().ratio()))
              : Optional.empty();
      case MONEY ->
          value instanceof Literal.Amount amount
              ? Optional.of(((BigDecimal) known).compareTo(amount.money().amount()))
              : Optional.empty();
      case DURATION ->
          value instanceof Literal.Time time && time.amount().kind() == TimeAmount.Kind.ELAPSED
              ? Optional.of(((Long) known).compareTo(time.amount().micros()))
              : Optional.empty();
      case FLAG ->
          value instanceof Literal.Flag flag
              ? Optional.of(((Boolean) known).compareTo(flag.value()))
              : Optional.empty();
    };
  }

  private static Exact exact(Object number) {
    return number instanceof Exact exact ? exact : Exact.of((BigDecimal) number);
  }

  private static Optional<Integer> compareFacts(Literal fact, Literal value) {
    if (fact instanceof Literal.Numeral number) {
      return compare(number.value(), Field.Type.NUMBER, value);
    }
    if (fact instanceof Literal.Percent percent) {
      return compare(percent.share().ratio(), Field.Type.SHARE, value);
    }
    if (fact instanceof Literal.Amount amount) {
      return compare(amount.money().amount(), Field.Type.MONEY, value);
    }
    if (fact instanceof Literal.Flag flag) {
      return compare(flag.value(), Field.Type.FLAG, value);
    }
    return fact instanceof Literal.Text text
        ? compare(text.value(), Field.Type.TEXT, value)
        : Optional.empty();
  }
}
