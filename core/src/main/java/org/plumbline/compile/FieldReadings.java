package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/** The values of changing fields of an event log (docs/meaning.md 3). */
final class FieldReadings {

  private final Rows rows;
  private final Frame frame;
  private final List<String> keys;
  private final Map<List<Object>, String> joined = new HashMap<>();
  private final Map<String, Expression> made = new HashMap<>();

  FieldReadings(Rows rows, List<String> keys) {
    this.rows = rows;
    this.keys = keys;
    frame = rows.frame();
  }

  /**
   * The value in force at a moment, the events at that very moment included; the last value where
   * the moment is missing, the first where no event is so early.
   *
   * @param before whether only events before the moment count
   */
  Expression at(MomentValue moment, boolean before, String field) {
    List<Object> key = List.of(moment.value(), moment.precision(), before);
    String prefix = joined.get(key);
    if (prefix == null) {
      prefix = join(moment, before);
      joined.put(key, prefix);
    }
    return column(prefix + field);
  }

  private String join(MomentValue moment, boolean before) {
    int number = 1;
    while (!frame.unique("read until " + number).equals("read until " + number)) {
      number++;
    }
    String limit = "read until " + number;
    frame.put(limit, moment.value(), "until where fields are read");
    Plan pairs = pairs(List.of(limit), moment.precision());
    Expression inTime =
        before ? less(column("read at"), column(limit)) : atMost(column("read at"), column(limit));
    String position = "read pos " + number;
    Plan last =
        new Plan.Group(
            new Plan.Filter(
                pairs, Expression.or(missing(column(limit)), inTime), "events until then"),
            keys,
            List.of(Aggregate.of("last " + position, Aggregate.Function.GREATEST, column("pos"))),
            "the last event until then");
    frame.join(last, keys, true, "the event in force");
    frame.put(
        position,
        Expression.firstKnown(column("last " + position), number(1)),
        "the first where none is so early");
    String prefix = "read " + number + " ";
    frame.join(
        values(position, prefix), List.of("case_no", position), true, "fields then in force");
    return prefix;
  }

  /**
   * The events seen of each row: its keys, {@code read at} (an instant), {@code pos}, the fields.
   *
   * @param also columns of the rows
   */
  Plan events(List<String> also) {
    return pairs(also, Precision.INSTANT);
  }

  /**
   * The events of each row, those after the end of its part left out, with {@code read at} at a
   * precision.
   */
  private Plan pairs(List<String> limits, Precision precision) {
    boolean parts = rows.cases().hasParts();
    List<String> kept = new ArrayList<>(keys);
    kept.addAll(limits);
    if (parts) {
      kept.addAll(List.of("part end at", "part end seq"));
    }
    Plan known = frame.checkpoint();
    Frame events = new Frame(rows.cases().changes());
    Rows there = new Rows(rows.context(), rows.cases(), events, java.util.Optional.empty());
    MomentValue at = new MomentValue(column("at"), Precision.INSTANT, true, true);
    events.put("read at", there.in(at, precision), "at the precision of the moment");
    events.put(
        "ordered at",
        there.in(at, rows.cases().reopenings().map(Reopenings::precision).orElse(precision)),
        "at the precision of reopenings");
    List<String> left = new ArrayList<>(List.of("case_no", "read at", "pos", "ordered at", "seq"));
    rows.context()
        .stored()
        .fields()
        .keySet()
        .forEach(field -> left.add(StoredSet.fieldColumn(field)));
    Plan pairs =
        new Plan.Join(
            events.plan(),
            new Plan.Extend(known, kept, List.of(), "rows and their moments"),
            List.of("case_no"),
            false,
            left,
            kept.stream().filter(name -> !name.equals("case_no")).toList(),
            "events of each row");
    if (!parts) {
      return pairs;
    }
    Expression end = column("part end at");
    Expression inPart =
        Expression.or(
            missing(end),
            less(column("ordered at"), end),
            Expression.and(
                Expression.equal(column("ordered at"), end),
                less(column("seq"), column("part end seq"))));
    return new Plan.Filter(pairs, inPart, "events before the part ends");
  }

  private Plan values(String position, String prefix) {
    List<Named> added = new ArrayList<>();
    added.add(new Named(position, column("pos")));
    for (String field : rows.context().stored().fields().keySet()) {
      added.add(new Named(prefix + field, column(StoredSet.fieldColumn(field))));
    }
    return new Plan.Extend(rows.cases().changes(), List.of("case_no"), added, "values by event");
  }

  /** The first value that is known. */
  Expression first(String field) {
    return made.computeIfAbsent(
        "first " + field,
        name -> {
          Expression value = column(StoredSet.fieldColumn(field));
          String position = "pos of " + name;
          Plan first =
              new Plan.Group(
                  pairs(List.of(), Precision.INSTANT),
                  keys,
                  List.of(
                      Aggregate.of(
                          position,
                          Aggregate.Function.LEAST,
                          choose(known(value), column("pos"), none(Type.LONG)))),
                  "first known " + field);
          Plan values =
              new Plan.Extend(
                  rows.cases().changes(),
                  List.of("case_no"),
                  List.of(new Named(position, column("pos")), new Named(name, value)),
                  "values by event");
          frame.join(first, keys, true, "first known " + field);
          frame.join(values, List.of("case_no", position), true, "first known " + field);
          return column(name);
        });
  }

  /** The greatest value that is known. */
  Expression highest(String field) {
    return made.computeIfAbsent(
        "highest " + field,
        name -> {
          frame.join(
              new Plan.Group(
                  pairs(List.of(), Precision.INSTANT),
                  keys,
                  List.of(
                      Aggregate.of(
                          name, Aggregate.Function.GREATEST, column(StoredSet.fieldColumn(field)))),
                  name),
              keys,
              true,
              name);
          return column(name);
        });
  }
}
