package org.plumbline.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.number;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.compile.sql.Sql;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/** An example stands for a row in every decision; what is usual holds of the rows it names. */
class TraitTest {

  private static final long SEED = 20261122;

  @TempDir Path folder = Path.of(".");
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(new DatabaseSettings(1, 1L << 28, folder, List.of()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anExampleOfAStepComparesWithEveryBoundAsTheValueDoes() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      SortedSet<Long> bounds = new TreeSet<>();
      for (int i = 0; i <= random.nextInt(6); i++) {
        bounds.add((long) random.nextInt(20) - 5);
      }
      Trait trait = new Trait.Steps(column("x"), false, bounds);
      List<Expression> asked = new ArrayList<>();
      bounds.forEach(bound -> asked.add(atMost(column("x"), number(bound))));
      bounds.forEach(bound -> asked.add(Expression.less(column("x"), number(bound + 1))));
      assertSame(trait, Type.LONG, asked, "(SELECT unnest(range(-8, 20)) UNION ALL SELECT NULL)");
    }
  }

  @Test
  void anExampleOfAChoiceIsOneOfTheNamedValuesOrNone() {
    List<Expression> values = List.of(Expression.text("east"), Expression.text("west"));
    Trait trait = new Trait.OneOf(column("x"), false, values, Expression.text("eastwest?"));
    List<Expression> asked = values.stream().map(value -> equal(column("x"), value)).toList();
    assertSame(trait, Type.TEXT, asked, "(VALUES ('east'), ('west'), ('north'), (NULL))");
  }

  @Test
  void yesNoAndUnknownStayWhatTheyAre() {
    assertSame(
        new Trait.YesOrNo(column("x"), false),
        Type.FLAG,
        List.of(column("x"), Expression.missing(column("x"))),
        "(VALUES (true), (false), (NULL))");
  }

  private void assertSame(Trait trait, Type type, List<Expression> asked, String values) {
    String example = sql(trait.example(column("no"), type));
    for (Expression condition : asked) {
      long differing =
          database.number(
              "SELECT count(*) FROM (SELECT x, "
                  + sql(condition)
                  + " AS before, no FROM (SELECT x, "
                  + sql(trait.scaled(1))
                  + " AS no FROM "
                  + values
                  + " t(x))) r JOIN (SELECT no, "
                  + sql(condition)
                  + " AS after FROM (SELECT no, "
                  + example
                  + " AS x FROM (SELECT unnest(range(0, "
                  + trait.size()
                  + ")) AS no))) e USING (no) WHERE before IS DISTINCT FROM after");
      assertThat(differing).as("seed %d: %s of %s", SEED, condition, trait).isZero();
    }
  }

  @Test
  void whatIsUsualHoldsOfAllRowsThatItsConditionsName() {
    Random random = new Random(SEED);
    int guessed = 0;
    for (int round = 0; round < 400; round++) {
      Expression flag = flag(random, 3);
      Usual usual = new Usual(java.util.Set.of("v"));
      var value = usual.of(flag);
      if (value.isPresent()) {
        guessed++;
        long wrong =
            database.number(
                "SELECT count(*) FROM (SELECT a, b, v FROM (VALUES (1), (3), (NULL)) t(a), "
                    + "(VALUES (1), (2), (NULL)) u(b), (VALUES (2), (NULL)) w(v)) WHERE "
                    + sql(usual.conditions())
                    + " AND "
                    + sql(flag)
                    + " IS DISTINCT FROM "
                    + sql(value.get()));
        assertThat(wrong).as("seed %d, round %d: %s", SEED, round, flag).isZero();
      }
    }
    assertThat(guessed).isGreaterThan(100);
  }

  private static Expression flag(Random random, int depth) {
    Expression one = column(List.of("a", "b", "v").get(random.nextInt(3)));
    Expression other = column(List.of("a", "b", "v").get(random.nextInt(3)));
    if (depth == 0) {
      return random.nextBoolean() ? Expression.missing(one) : atMost(one, other);
    }
    Expression first = flag(random, depth - 1);
    Expression second = flag(random, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> Expression.not(first);
      case 1 -> Expression.call(Operation.AND, first, second);
      case 2 -> Expression.call(Operation.OR, first, second);
      case 3 -> Expression.surely(first);
      case 4 -> Expression.choose(first, second, Expression.missing(one));
      default -> Expression.missing(Expression.minus(one, other));
    };
  }

  private static String sql(Expression expression) {
    return "(" + Sql.of(expression, new DuckDbDialect()) + ")";
  }
}
