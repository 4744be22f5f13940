package org.plumbline.compile.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShorterTest {

  private static final long SEED = 20261123;
  private static final List<String> FLAGS = List.of("a", "b", "c");
  private static final List<String> NUMBERS = List.of("x", "y");

  private final Random random = new Random(SEED);

  @Test
  void whatIsKnownAlreadyIsNotAskedAgain() {
    Expression a = column("a");
    Expression b = column("b");
    Expression x = column("x");
    Expression in =
        choose(known(x), choose(known(x), atMost(x, number(9)), none(Type.FLAG)), none(Type.FLAG));
    assertThat(Shorter.value(in)).isEqualTo(atMost(x, number(9)));
    assertThat(Shorter.condition(and(a, not(and(a, b))))).isEqualTo(and(a, not(b)));
    assertThat(Shorter.condition(and(surely(a), not(surely(a))))).isEqualTo(Expression.NO);
    assertThat(Shorter.value(missing(equal(x, number(1))))).isEqualTo(missing(x));
  }

  @Test
  void unknownIsNotTakenForNo() {
    Expression a = column("a");
    Expression b = column("b");
    assertThat(Shorter.value(surely(a))).isEqualTo(surely(a));
    assertThat(Shorter.value(not(and(a, not(and(a, b)))))).isEqualTo(not(and(a, not(and(a, b)))));
    assertThat(Shorter.condition(not(surely(a)))).isEqualTo(not(surely(a)));
  }

  @Test
  void theValueIsTheSameInEachRow() {
    int shorter = 0;
    for (int i = 0; i < 20_000; i++) {
      Expression flag = flag(4);
      Expression number = numeral(4);
      Expression value = Shorter.value(number);
      Expression condition = Shorter.condition(flag);
      Expression flagValue = Shorter.value(flag);
      if (size(condition) < size(flag)) {
        shorter++;
      }
      for (int row = 0; row < 30; row++) {
        Map<String, @Nullable Object> values = row();
        assertThat(of(value, values))
            .as("seed %d: %s as %s in %s", SEED, number, value, values)
            .isEqualTo(of(number, values));
        assertThat(of(flagValue, values))
            .as("seed %d: %s as %s in %s", SEED, flag, flagValue, values)
            .isEqualTo(of(flag, values));
        assertThat(Boolean.TRUE.equals(of(condition, values)))
            .as("seed %d: %s as %s in %s", SEED, flag, condition, values)
            .isEqualTo(Boolean.TRUE.equals(of(flag, values)));
      }
    }
    assertThat(shorter).as("conditions that became shorter").isGreaterThan(2_000);
  }

  private static int size(Expression expression) {
    return PlanText.of(expression).length();
  }

  // ---- random expressions ----

  private Expression flag(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return random.nextInt(6) == 0
          ? random.nextInt(3) == 0 ? none(Type.FLAG) : Expression.flag(random.nextBoolean())
          : column(FLAGS.get(random.nextInt(FLAGS.size())));
    }
    int next = depth - 1;
    return switch (random.nextInt(11)) {
      case 0, 1 -> Expression.call(Operation.AND, flag(next), flag(next), flag(next));
      case 2 -> Expression.call(Operation.OR, flag(next), flag(next));
      case 3 -> Expression.call(Operation.NOT, flag(next));
      case 4 ->
          Expression.call(Operation.MISSING, random.nextBoolean() ? flag(next) : numeral(next));
      case 5 ->
          Expression.call(Operation.FIRST_KNOWN, flag(next), Expression.flag(random.nextBoolean()));
      case 6 -> Expression.call(Operation.EQUAL, numeral(next), numeral(next));
      case 7 -> Expression.call(Operation.LESS, numeral(next), numeral(next));
      case 8 -> Expression.call(Operation.AT_MOST, numeral(next), numeral(next));
      default -> choice(next, true);
    };
  }

  private Expression numeral(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return random.nextBoolean()
          ? column(NUMBERS.get(random.nextInt(NUMBERS.size())))
          : random.nextInt(4) == 0 ? none(Type.LONG) : Expression.number(random.nextInt(3));
    }
    int next = depth - 1;
    return switch (random.nextInt(5)) {
      case 0 -> Expression.call(Operation.PLUS, numeral(next), numeral(next));
      case 1 -> Expression.call(Operation.MINUS, numeral(next), numeral(next));
      case 2 -> Expression.call(Operation.FIRST_KNOWN, numeral(next), numeral(next));
      default -> choice(next, false);
    };
  }

  private Expression choice(int depth, boolean flags) {
    List<Expression.When> choices = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      choices.add(new Expression.When(flag(depth), flags ? flag(depth) : numeral(depth)));
    }
    return new Expression.Choice(choices, flags ? flag(depth) : numeral(depth));
  }

  private Map<String, @Nullable Object> row() {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (String flag : FLAGS) {
      int value = random.nextInt(3);
      row.put(flag, value == 2 ? null : (Object) (value == 1));
    }
    for (String number : NUMBERS) {
      int value = random.nextInt(4);
      row.put(number, value == 3 ? null : (Object) (long) value);
    }
    return row;
  }

  // ---- their values ----

  private static @Nullable Object of(Expression expression, Map<String, @Nullable Object> row) {
    if (expression instanceof Expression.Reference reference) {
      return row.get(reference.column());
    }
    if (expression instanceof Expression.Constant constant) {
      return constant.value().orElse(null);
    }
    if (expression instanceof Expression.Choice choice) {
      for (Expression.When when : choice.choices()) {
        if (Boolean.TRUE.equals(of(when.condition(), row))) {
          return of(when.value(), row);
        }
      }
      return of(choice.otherwise(), row);
    }
    Expression.Call call = (Expression.Call) expression;
    List<@Nullable Object> values = new ArrayList<>();
    call.arguments().forEach(argument -> values.add(of(argument, row)));
    boolean unknown = values.contains(null);
    return switch (call.operation()) {
      case AND -> values.contains(false) ? Boolean.FALSE : unknown ? null : Boolean.TRUE;
      case OR -> values.contains(true) ? Boolean.TRUE : unknown ? null : Boolean.FALSE;
      case MISSING -> unknown;
      case FIRST_KNOWN -> values.stream().filter(Objects::nonNull).findFirst().orElse(null);
      default -> unknown ? null : worked(call.operation(), values);
    };
  }

  private static Object worked(Operation operation, List<@Nullable Object> values) {
    Object first = Objects.requireNonNull(values.get(0));
    if (operation == Operation.NOT) {
      return !(Boolean) first;
    }
    long one = (Long) first;
    long other = (Long) Objects.requireNonNull(values.get(1));
    return switch (operation) {
      case EQUAL -> one == other;
      case LESS -> one < other;
      case AT_MOST -> one <= other;
      case PLUS -> one + other;
      case MINUS -> one - other;
      default -> throw new AssertionError(operation);
    };
  }
}
