package org.plumbline.compile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.compile.sql.Sql;

/** A plan can be read, as a tree and as SQL. */
class PlanTextTest {

  private static final Plan CASES =
      new Plan.Scan(
          "tickets.cases",
          List.of(new Column("m:opened", Type.LONG), new Column("f:priority", Type.LONG)),
          "one row a case");

  private static final Plan PLAN =
      new Plan.Group(
          new Plan.LookUp(
              new Plan.Filter(
                  CASES,
                  Expression.known(Expression.column("m:opened")),
                  "tickets that were opened"),
              Expression.call(
                  Operation.DIVIDED_DOWN,
                  Expression.column("m:opened"),
                  Expression.number(3_600_000_000L)),
              "instants",
              List.of(new Column("instants: before", Type.LONG)),
              List.of("f:priority"),
              List.of(new Named("worked", Expression.column("instants: before"))),
              "open time up to the opening"),
          List.of("f:priority"),
          List.of(
              Aggregate.count(
                  "late", Expression.less(Expression.number(5), Expression.column("worked")))),
          "by priority");

  @Test
  void aPlanIsATreeOfNodesWithTheirNotes() {
    assertThat(PlanText.of(PLAN))
        .isEqualTo(
            """
            Group by [f:priority] {late = count(less(5, worked))}  -- by priority
              LookUp instants at divided-down(m:opened, 3600000000) [f:priority]  -- open time up to the opening
                  worked = instants: before
                Filter not(missing(m:opened))  -- tickets that were opened
                  Scan tickets.cases [m:opened, f:priority]  -- one row a case
            """);
  }

  @Test
  void aPlanIsAStatementOfNamedStepsWithComments() {
    assertThat(Sql.inSteps(PLAN, new DuckDbDialect()))
        .isEqualTo(
            """
            WITH
            -- tickets that were opened
            s2 AS (
              SELECT "m:opened", "f:priority"
              FROM "tickets.cases"
              WHERE "m:opened" IS NOT NULL
            ),
            -- open time up to the opening
            s3 AS (
              SELECT r."f:priority", t."instants: before" AS "worked"
              FROM s2 r JOIN "instants" t ON t."slot" = CAST(r."m:opened" // 3600000000 AS INTEGER)
            ),
            -- by priority
            s4 AS (
              SELECT "f:priority", count_if(5 < "worked") AS "late"
              FROM s3
              GROUP BY "f:priority"
            )
            SELECT * FROM s4""");
  }

  @Test
  void namesAndTextsAreQuotedWhateverTheyHold() {
    assertThat(new DuckDbDialect().name("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(new DuckDbDialect().text("it's")).isEqualTo("'it''s'");
  }
}
