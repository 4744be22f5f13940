package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;

/** The traits of rows on which metrics' decisions rest, and the decisions over traits alone. */
final class Traits {

  /** More steps than this make too many groups. */
  private static final int MOST_STEPS = 64;

  private static final long GREATEST = Long.MAX_VALUE / 4;

  private final Split split;
  private final Map<String, Trait> traits = new LinkedHashMap<>();
  private final Map<Expression, String> flags = new LinkedHashMap<>();
  private final Map<Expression, String> steps = new LinkedHashMap<>();
  private final Map<Expression, String> choices = new LinkedHashMap<>();
  private final Map<Aggregate, String> sums = new LinkedHashMap<>();

  Traits(Split split) {
    this.split = split;
  }

  /** An expression with many values where few are needed. */
  static final class NotFewException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The trait of a name. */
  Trait trait(String name) {
    return Objects.requireNonNull(traits.get(name));
  }

  /** The type of a trait's examples. */
  Type type(String name) {
    Trait trait = trait(name);
    return trait instanceof Trait.YesOrNo
        ? Type.FLAG
        : trait instanceof Trait.Steps
            ? Type.LONG
            : ((Expression.Constant) ((Trait.OneOf) trait).other()).type();
  }

  /** What is summed up of rows, by the name of the sum. */
  Map<String, Aggregate> sums() {
    Map<String, Aggregate> named = new LinkedHashMap<>();
    sums.forEach((aggregate, name) -> named.put(name, aggregate.named(name)));
    return named;
  }

  /** Rewrites what one metric decides, and remembers on what it rests. */
  final class Rewriting {
    private final Set<String> defined;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> summed = new LinkedHashSet<>();

    /**
     * A rewriting.
     *
     * @param defined columns that the metric itself makes of traits
     */
    Rewriting(Set<String> defined) {
      this.defined = defined;
    }

    /** The names of the traits that were found. */
    Set<String> names() {
      return names;
    }

    /** The columns with few values that were found. */
    Set<String> columns() {
      return columns;
    }

    /** The names of the sums that were found. */
    Set<String> summed() {
      return summed;
    }

    /** The columns and traits with more values than three. */
    Set<String> wide() {
      Set<String> wide = new LinkedHashSet<>(columns);
      names.stream().filter(name -> trait(name) instanceof Trait.Steps).forEach(wide::add);
      return wide;
    }

    /** A column that is there as it is. */
    Expression kept(String name) {
      columns.add(name);
      return column(name);
    }

    /**
     * The expression over traits.
     *
     * @throws NotFewException if it has more values than traits tell
     */
    Expression of(Expression expression) {
      if (expression instanceof Expression.Constant) {
        return expression;
      }
      if (expression instanceof Expression.Reference reference) {
        return defined.contains(reference.column()) ? expression : value(reference);
      }
      if (expression instanceof Expression.Choice choice) {
        return new Expression.Choice(
            choice.choices().stream()
                .map(when -> new Expression.When(of(when.condition()), of(when.value())))
                .toList(),
            of(choice.otherwise()));
      }
      Expression.Call call = (Expression.Call) expression;
      boolean allFew = call.arguments().stream().allMatch(this::few);
      return switch (call.operation()) {
        case AND, OR, NOT, ONE_IF -> each(call);
        case FIRST_KNOWN, PLUS -> {
          Optional<Expression> sure = allFew ? surely(call) : Optional.empty();
          if (sure.isPresent()) {
            yield sure.get();
          }
          if (!allFew) {
            throw new NotFewException();
          }
          yield each(call);
        }
        case MISSING, EQUAL, UNEQUAL, LESS, AT_MOST -> allFew ? each(call) : compared(call);
        case COMMON_BIT -> flag(split.expanded(expression));
        default -> throw new NotFewException();
      };
    }

    private Expression value(Expression.Reference reference) {
      Expression expanded = split.expanded(reference);
      return split.isFlag(expanded) ? flag(expanded) : kept(reference.column());
    }

    private boolean few(Expression expression) {
      return (expression instanceof Expression.Reference reference
              && defined.contains(reference.column()))
          || split.isSmall(expression);
    }

    private Expression each(Expression.Call call) {
      return new Expression.Call(
          call.operation(), call.arguments().stream().map(this::of).toList());
    }

    private Expression flag(Expression expanded) {
      return name(flags, new Trait.YesOrNo(expanded, split.isKnown(expanded)));
    }

    private Expression name(Map<Expression, String> known, Trait trait) {
      String name = known.computeIfAbsent(trait.of(), key -> "is " + (traits.size() + 1));
      traits.put(name, trait);
      names.add(name);
      return column(name);
    }

    /** A comparison that is asked for with an answer for the unknown is never unknown itself. */
    private Optional<Expression> surely(Expression.Call call) {
      if (call.operation() != Operation.FIRST_KNOWN
          || !(call.arguments().get(0) instanceof Expression.Call first)
          || !isComparison(first.operation())
          || !(call.arguments().get(1) instanceof Expression.Constant)
          || first.arguments().stream().allMatch(this::few)) {
        return Optional.empty();
      }
      return Optional.of(
          reduced(first)
              .map(reduced -> Expression.call(call.operation(), reduced, call.arguments().get(1)))
              .orElseGet(() -> flag(split.expanded(call))));
    }

    private static boolean isComparison(Operation operation) {
      return switch (operation) {
        case EQUAL, UNEQUAL, LESS, AT_MOST -> true;
        default -> false;
      };
    }

    private Expression compared(Expression.Call call) {
      Optional<Expression> reduced = reduced(call);
      if (reduced.isPresent()) {
        return reduced.get();
      }
      Expression flag = flag(split.expanded(Split.normal(call)));
      return call.operation() == Operation.LESS ? Expression.not(flag) : flag;
    }

    /** A comparison with constants, over the trait of what is compared. */
    private Optional<Expression> reduced(Expression.Call call) {
      if (call.arguments().size() == 2) {
        Expression first = call.arguments().get(0);
        Expression second = call.arguments().get(1);
        if (few(second)) {
          Optional<Expression> trait = asked(call.operation(), first, second, true);
          if (trait.isPresent()) {
            return trait.map(each -> Expression.call(call.operation(), each, of(second)));
          }
        } else if (few(first)) {
          Optional<Expression> trait = asked(call.operation(), second, first, false);
          if (trait.isPresent()) {
            return trait.map(each -> Expression.call(call.operation(), of(first), each));
          }
        }
      }
      return Optional.empty();
    }

    private Optional<Expression> asked(
        Operation operation, Expression many, Expression few, boolean manyFirst) {
      Set<Expression.Constant> constants = new LinkedHashSet<>();
      if (!constants(split.expanded(few), constants) || constants.isEmpty()) {
        return Optional.empty();
      }
      Expression of = split.expanded(many);
      return switch (operation) {
        case EQUAL, UNEQUAL -> Optional.of(oneOf(of, constants));
        case LESS, AT_MOST -> stepped(of, constants, operation == Operation.LESS == manyFirst);
        default -> Optional.empty();
      };
    }

    private Expression oneOf(Expression of, Set<Expression.Constant> constants) {
      Set<Expression> all = new LinkedHashSet<>();
      String known = choices.get(of);
      if (known != null) {
        all.addAll(((Trait.OneOf) trait(known)).values());
      }
      all.addAll(constants);
      return name(
          choices,
          new Trait.OneOf(of, split.isKnown(of), List.copyOf(all), other(List.copyOf(all))));
    }

    /**
     * A trait of a whole number.
     *
     * @param below whether a number that is a constant itself belongs above it
     */
    private Optional<Expression> stepped(
        Expression of, Set<Expression.Constant> constants, boolean below) {
      if (split.type(of) != Type.LONG) {
        return Optional.empty();
      }
      SortedSet<Long> bounds = new TreeSet<>();
      for (Expression.Constant constant : constants) {
        if (!(constant.value().orElseThrow() instanceof Long number)
            || Math.abs(number) > GREATEST) {
          return Optional.empty();
        }
        bounds.add(below ? number - 1 : number);
      }
      String known = steps.get(of);
      Trait.Steps trait =
          known == null
              ? new Trait.Steps(of, split.isKnown(of), bounds)
              : ((Trait.Steps) trait(known)).with(bounds);
      return trait.bounds().size() > MOST_STEPS
          ? Optional.empty()
          : Optional.of(name(steps, trait));
    }

    /** What is counted or summed up of groups. */
    Aggregate of(Aggregate aggregate) {
      Optional<Expression> where = aggregate.where().map(this::of);
      if (aggregate.function() == Aggregate.Function.COUNT) {
        return new Aggregate(
            aggregate.name(),
            aggregate.function(),
            aggregate.of().map(this::of),
            where,
            Optional.empty());
      }
      Expression value = split.expanded(aggregate.of().orElseThrow());
      String name =
          sums.computeIfAbsent(
              Aggregate.of("", aggregate.function(), value), key -> "sum " + (sums.size() + 1));
      summed.add(name);
      return new Aggregate(
          aggregate.name(),
          aggregate.function(),
          Optional.of(column(name)),
          where,
          Optional.empty());
    }
  }

  /** Whether an expression gives one of some constants; null is left out of them. */
  private static boolean constants(Expression expression, Set<Expression.Constant> found) {
    if (expression instanceof Expression.Constant constant) {
      if (constant.value().isPresent()) {
        found.add(constant);
      }
      return constant.type() != Type.FLAG;
    }
    if (expression instanceof Expression.Choice choice) {
      return constants(choice.otherwise(), found)
          && choice.choices().stream().allMatch(when -> constants(when.value(), found));
    }
    return expression instanceof Expression.Call call
        && call.operation() == Operation.FIRST_KNOWN
        && call.arguments().stream().allMatch(argument -> constants(argument, found));
  }

  private static Expression other(List<Expression> constants) {
    StringBuilder text = new StringBuilder();
    List<BigDecimal> numbers = new ArrayList<>();
    for (Expression constant : constants) {
      Object value = ((Expression.Constant) constant).value().orElseThrow();
      if (value instanceof Number) {
        numbers.add(new BigDecimal(value.toString()));
      } else {
        text.append(value);
      }
    }
    if (numbers.isEmpty()) {
      return Expression.text(text.append('?').toString());
    }
    BigDecimal greatest = numbers.stream().max(BigDecimal::compareTo).orElseThrow();
    boolean whole =
        constants.stream().allMatch(each -> ((Expression.Constant) each).type() == Type.LONG);
    BigDecimal other = greatest.add(BigDecimal.ONE);
    return whole ? Expression.number(other.longValueExact()) : Expression.decimal(other);
  }
}
