package org.plumbline.evaluate.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.compile.States;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.sql.Dialect;
import org.plumbline.evaluate.Staying;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Divides the cases of a record set by what had happened of them on a day. */
final class Portions {

  private final SqlTables tables;
  private final Dialect dialect;

  Portions(SqlTables tables) {
    this.tables = tables;
    dialect = tables.dialect();
  }

  /**
   * Keeps the keys of the cases that stay.
   *
   * @param outcomes a row for each part of each case
   */
  void keep(String name, Plan outcomes, Staying staying, Instant asOf) {
    tables.make(
        name,
        new Plan.Group(
            new Plan.Extend(
                new Plan.Filter(
                    outcomes,
                    Expression.and(
                        Expression.equal(Expression.column("o part"), Expression.number(0)),
                        stays(staying, EpochMicros.of(asOf))),
                    "cases that stay"),
                List.of(),
                List.of(new Named("case_key", Expression.column("o case_key"))),
                "their keys"),
            List.of("case_key"),
            List.of(),
            "each once"),
        List.of());
  }

  private static Expression stays(Staying staying, long now) {
    Expression start = Expression.column("o start");
    Expression stop = Expression.column("o stop");
    Expression state = Expression.column("o state");
    Expression open = Expression.equal(state, Expression.number(States.OPEN));
    Expression decided =
        Expression.or(
            Expression.equal(state, Expression.number(States.DECIDED)),
            Expression.equal(state, Expression.number(States.UNUSABLE_NOT_MET)));
    Expression day = before(staying, stop, start, now);
    return switch (staying.what()) {
      case STARTED -> before(staying, start, stop, now);
      case STOPPED ->
          Expression.choose(
              Expression.and(Expression.missing(stop), Expression.or(open, decided)),
              Expression.NO,
              day);
      case DECIDED ->
          Expression.choose(
              open,
              Expression.NO,
              Expression.choose(
                  Expression.and(decided, Expression.known(Expression.column("o day"))),
                  Expression.less(
                      Expression.column("o day"), Expression.number(staying.day().toEpochDay())),
                  day));
    };
  }

  /** Whether what is known first of two moments, or else now, lies before the day. */
  private static Expression before(Staying staying, Expression one, Expression other, long now) {
    return Expression.less(
        Expression.firstKnown(one, other, Expression.number(now)),
        Expression.number(staying.micros()));
  }

  /** Some cases of a set in tables of their own. */
  StoredSet portion(StoredSet set, String name, List<String> among, List<String> without) {
    StoredSet portion =
        new StoredSet(
            set.set(),
            set.eventLog(),
            set.moments(),
            set.fields(),
            set.holds(),
            set.files(),
            set.cases(),
            set.skewMicros(),
            set.range(),
            name,
            set.always());
    List<String> conditions = new ArrayList<>();
    if (!among.isEmpty()) {
      conditions.add("(" + String.join(" OR ", among.stream().map(this::in).toList()) + ")");
    }
    without.forEach(keys -> conditions.add("NOT " + in(keys)));
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    copy(set.table(Table.CASES), portion.table(Table.CASES), where);
    String cases =
        " WHERE case_no IN (SELECT case_no FROM " + dialect.name(portion.table(Table.CASES));
    for (Table table : Table.values()) {
      if (table != Table.CASES && tables.has(set.table(table))) {
        copy(set.table(table), portion.table(table), cases + ")");
      }
    }
    if (tables.has(set.gaps())) {
      copy(set.gaps(), portion.gaps(), "");
    }
    long[] count = new long[1];
    tables.each(
        "SELECT count(*) FROM " + dialect.name(portion.table(Table.CASES)),
        row -> count[0] = row.whole(0, 0));
    return new StoredSet(
        portion.set(),
        portion.eventLog(),
        portion.moments(),
        portion.fields(),
        portion.holds(),
        portion.files(),
        count[0],
        portion.skewMicros(),
        portion.range(),
        name,
        portion.always());
  }

  private String in(String keys) {
    return "case_key IN (SELECT case_key FROM " + dialect.name(keys) + ")";
  }

  private void copy(String from, String to, String where) {
    tables.make(to, "SELECT * FROM " + dialect.name(from) + where + " ORDER BY case_no");
  }
}
