package org.plumbline.compile.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan that is not whole is told before it runs. */
class PlanCheckTest {

  private static final Set<String> TABLES = Set.of("cases", "other");
  private static final Plan CASES =
      new Plan.Scan(
          "cases",
          List.of(
              new Column("case_no", Type.LONG),
              new Column("opened", Type.LONG),
              new Column("kind", Type.TEXT)),
          "one row a case");

  private static void assertBroken(Plan plan, String what) {
    assertThatThrownBy(() -> PlanCheck.check(plan, TABLES))
        .isInstanceOf(PlanCheck.BrokenPlanException.class)
        .hasMessageContaining(what);
  }

  @Test
  void aWholePlanPasses() {
    Plan plan =
        new Plan.Extend(
            CASES,
            List.of("case_no"),
            List.of(
                new Named(
                    "late", Expression.less(Expression.column("opened"), Expression.number(5)))),
            "late ones");
    assertThat(PlanCheck.check(plan, TABLES)).isSameAs(plan);
    assertThat(new Schemas().types(plan)).containsEntry("late", Type.FLAG).hasSize(2);
  }

  @Test
  void aTableThatThereIsNotIsTold() {
    assertBroken(new Plan.Scan("elsewhere", List.of(), "nothing"), "elsewhere");
  }

  @Test
  void aColumnThatThereIsNotIsTold() {
    assertBroken(
        new Plan.Filter(CASES, Expression.missing(Expression.column("closed")), "closed"),
        "closed");
    assertBroken(new Plan.Extend(CASES, List.of("closed"), List.of(), "closed"), "closed");
  }

  @Test
  void aNameThatOccursTwiceIsTold() {
    assertBroken(
        new Plan.Extend(
            CASES, List.of("opened"), List.of(new Named("opened", Expression.number(1))), "twice"),
        "twice");
  }

  @Test
  void typesThatDoNotFitAreTold() {
    assertBroken(
        new Plan.Filter(
            CASES,
            Expression.equal(Expression.column("kind"), Expression.number(1)),
            "words against numbers"),
        "types do not fit");
    assertBroken(new Plan.Filter(CASES, Expression.column("opened"), "not yes or no"), "FLAG");
  }

  @Test
  void inputsOfAUnionThatDifferAreTold() {
    Plan other = new Plan.Scan("other", List.of(new Column("case_no", Type.LONG)), "other");
    assertBroken(new Plan.Union(List.of(CASES, other), "both"), "joins");
  }

  @Test
  void keysThatAreNotOnBothSidesAreTold() {
    Plan other = new Plan.Scan("other", List.of(new Column("number", Type.LONG)), "other");
    assertBroken(
        new Plan.Join(
            CASES, other, List.of("case_no"), false, List.of("case_no"), List.of("number"), "join"),
        "case_no");
  }
}
