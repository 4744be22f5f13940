package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * The rows that a metric is about: one for each case that is seen, or for each part of a case where
 * late reopenings make new ones; and the tables beside them, cut at the as-of moment.
 */
final class CaseRows {

  private final Context context;
  private final StoredSet stored;
  private final Optional<Reopenings> reopenings;
  private Optional<Plan> occurrences = Optional.empty();
  private Optional<Plan> changes = Optional.empty();

  CaseRows(Context context) {
    this.context = context;
    stored = context.stored();
    reopenings = Reopenings.of(context, this);
  }

  /** Whether cases may fall into parts. */
  boolean hasParts() {
    return reopenings.map(Reopenings::splits).orElse(false);
  }

  Optional<Reopenings> reopenings() {
    return reopenings;
  }

  /** The columns that name a row. */
  List<String> keys() {
    return hasParts() ? List.of("case_no", "part no") : List.of("case_no");
  }

  /** A new frame over the rows. */
  Rows open() {
    return open(false);
  }

  /** A new frame over all rows, those too of which nothing is seen. */
  Rows openAll() {
    return open(true);
  }

  private Rows open(boolean all) {
    Frame frame = new Frame(hasParts() ? parts() : cases());
    Optional<Frame.GroupedColumns> groups = Optional.empty();
    if (stored.eventLog() || reopenings.isPresent()) {
      Plan source = reopenings.map(Reopenings::occurrences).orElseGet(this::occurrences);
      List<String> keys = hasParts() ? List.of("case_no", "part") : List.of("case_no");
      groups =
          Optional.of(
              frame.joinGroups(() -> source, keys, keys, "moments that occur more than once"));
    }
    if (hasParts()) {
      frame.put("part no", column("part"), "which part");
      frame.join(reopenings.orElseThrow().partEnds(), keys(), true, "where parts end");
    }
    Rows rows = new Rows(context, this, frame, groups);
    frame.filter(all ? Expression.YES : seen(rows), "cases of which something is seen");
    return rows;
  }

  private Plan cases() {
    Plan cases = new Plan.Scan(stored.table(Table.CASES), caseColumns(), "one row a case");
    return context
        .asked()
        .condition()
        .<Plan>map(asked -> new Plan.Filter(cases, asked, "the cases asked for"))
        .orElse(cases);
  }

  /**
   * One row for each part: part 0 of every case, and one for each reopening that starts another.
   */
  private Plan parts() {
    List<String> columns = new ArrayList<>();
    caseColumns().forEach(column -> columns.add(column.name()));
    Plan first =
        new Plan.Extend(
            cases(),
            columns,
            List.of(new Named("part", number(0)), new Named("part start at", none(Type.LONG))),
            "part 0");
    List<String> right = new ArrayList<>(columns);
    right.remove("case_no");
    Plan later =
        new Plan.Join(
            reopenings.orElseThrow().partStarts(),
            cases(),
            List.of("case_no"),
            false,
            List.of("case_no", "part", "part start at"),
            right,
            "later parts");
    List<String> all = new ArrayList<>(columns);
    all.addAll(List.of("part", "part start at"));
    return new Plan.Union(
        List.of(first, new Plan.Extend(later, all, List.of(), "later parts")), "parts of cases");
  }

  private Expression seen(Rows rows) {
    if (context.workedOut()) {
      return Expression.YES;
    }
    List<Expression> any = new ArrayList<>();
    any.add(known(column("unusable")));
    if (stored.eventLog()) {
      if (context.everythingSeen()) {
        return Expression.YES;
      }
      any.add(known(rows.firstEvent()));
    }
    if (hasParts()) {
      any.add(Expression.less(number(0), column("part no")));
      any.add(known(column("part end")));
    }
    for (String moment : stored.moments().keySet()) {
      MomentValue value = rows.first(moment);
      any.add(value.always() ? Expression.YES : known(value.value()));
    }
    return Expression.or(any);
  }

  private List<Column> caseColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("case_no", Type.LONG));
    columns.add(new Column("case_key", Type.TEXT));
    columns.add(new Column("unusable", Type.TEXT));
    columns.add(new Column("file_no", Type.LONG));
    columns.add(new Column("row_no", Type.LONG));
    stored
        .moments()
        .keySet()
        .forEach(id -> columns.add(new Column(StoredSet.momentColumn(id), Type.LONG)));
    stored
        .fields()
        .keySet()
        .forEach(
            id ->
                columns.add(
                    new Column(
                        StoredSet.fieldColumn(id), context.fieldType(id).orElse(Type.TEXT))));
    return columns;
  }

  /**
   * All occurrences seen: {@code case_no}, {@code moment_no}, {@code at}, {@code t} (as an
   * instant), {@code seq}, the fields as they stood, and the first occurrences of the case's
   * moments.
   */
  Plan occurrences() {
    if (occurrences.isEmpty()) {
      Plan source = stored.eventLog() ? ofLog() : ofCases();
      Frame frame = new Frame(source);
      Map<Integer, Precision> byNumber = new LinkedHashMap<>();
      int number = 0;
      for (Precision precision : stored.moments().values()) {
        byNumber.put(number++, precision);
      }
      if (!context.everythingSeen()) {
        Expression limit = context.asOfIn(Precision.INSTANT);
        Expression dateLimit = context.asOfIn(Precision.DATE);
        Expression cut = limit;
        for (Map.Entry<Integer, Precision> each : byNumber.entrySet()) {
          if (each.getValue() == Precision.DATE) {
            cut = choose(isMoment(each.getKey()), dateLimit, cut);
          }
        }
        frame.filter(Expression.atMost(column("at"), cut), "what happened at or before T");
      }
      List<Expression> dates = new ArrayList<>();
      byNumber.forEach(
          (no, precision) -> {
            if (precision == Precision.DATE) {
              dates.add(isMoment(no));
            }
          });
      Expression instant = column("at");
      if (!dates.isEmpty()) {
        Expression isDate = Expression.or(dates);
        Expression date =
            frame.add("date at", choose(isDate, column("at"), none(Type.LONG)), "dates");
        Expression start =
            context
                .tables()
                .instant(
                    frame, new MomentValue(date, Precision.DATE, false, true), "start of date");
        instant = choose(isDate, start, column("at"));
      }
      frame.put("t", instant, "as instants");
      if (stored.eventLog()) {
        joinFields(frame);
      }
      occurrences = Optional.of(frame.plan());
    }
    return occurrences.get();
  }

  Expression isMoment(int number) {
    return Expression.equal(column("moment_no"), number(number));
  }

  Expression isMoment(String id) {
    return isMoment(new ArrayList<>(stored.moments().keySet()).indexOf(id));
  }

  private Plan ofLog() {
    return new Plan.Scan(
        stored.table(Table.OCCURRENCES),
        List.of(
            new Column("case_no", Type.LONG),
            new Column("moment_no", Type.LONG),
            new Column("at", Type.LONG),
            new Column("seq", Type.LONG)),
        "every occurrence of every moment");
  }

  private Plan ofCases() {
    Plan cases = new Plan.Scan(stored.table(Table.CASES), caseColumns(), "one row a case");
    List<Plan> each = new ArrayList<>();
    List<String> fields = stored.fields().keySet().stream().map(StoredSet::fieldColumn).toList();
    int number = 0;
    for (String id : stored.moments().keySet()) {
      Expression at = column(StoredSet.momentColumn(id));
      List<String> kept = new ArrayList<>();
      kept.add("case_no");
      kept.addAll(fields);
      each.add(
          new Plan.Extend(
              new Plan.Filter(cases, known(at), "cases with " + id),
              kept,
              List.of(
                  new Named("moment_no", number(number++)),
                  new Named("at", at),
                  new Named("seq", number(0))),
              id));
    }
    return new Plan.Union(each, "every moment as an occurrence");
  }

  /** The fields as they stood at each occurrence; of an event that lies after T, at T. */
  private void joinFields(Frame frame) {
    if (context.everythingSeen()) {
      frame.join(eventFields(), List.of("case_no", "seq"), true, "fields as they stood");
      return;
    }
    Expression last = column("last seq seen");
    frame.join(
        new Plan.Group(
            changes(),
            List.of("case_no"),
            List.of(Aggregate.of("last seq seen", Aggregate.Function.GREATEST, column("seq"))),
            "last event seen"),
        List.of("case_no"),
        true,
        "last event seen");
    List<String> names = new ArrayList<>(List.of("case_no"));
    stored.fields().keySet().forEach(id -> names.add(StoredSet.fieldColumn(id)));
    Expression seq = column("seq");
    frame.put("read seq", choose(Expression.atMost(seq, last), seq, last), "nothing of later");
    frame.join(
        new Plan.Extend(
            eventFields(), names, List.of(new Named("read seq", seq)), "fields after each event"),
        List.of("case_no", "read seq"),
        true,
        "fields as they stood");
  }

  private Plan eventFields() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("case_no", Type.LONG));
    columns.add(new Column("seq", Type.LONG));
    fieldColumns(columns);
    return new Plan.Scan(stored.table(Table.CHANGES), columns, "fields after each event");
  }

  private void fieldColumns(List<Column> columns) {
    stored
        .fields()
        .keySet()
        .forEach(
            id ->
                columns.add(
                    new Column(
                        StoredSet.fieldColumn(id), context.fieldType(id).orElse(Type.TEXT))));
  }

  /**
   * The events seen of an event log, in order: {@code case_no}, {@code event at}, {@code pos} (from
   * 1) and the fields as they stood from then on.
   */
  Plan changes() {
    if (changes.isEmpty()) {
      List<Column> columns = new ArrayList<>();
      columns.add(new Column("case_no", Type.LONG));
      columns.add(new Column("at", Type.LONG));
      columns.add(new Column("seq", Type.LONG));
      fieldColumns(columns);
      Plan scan = new Plan.Scan(stored.table(Table.CHANGES), columns, "one row an event");
      if (!context.everythingSeen()) {
        scan =
            new Plan.Filter(
                scan, context.seen(column("at"), Precision.INSTANT), "events at or before T");
      }
      List<String> kept = new ArrayList<>();
      columns.forEach(each -> kept.add(each.name()));
      changes =
          Optional.of(
              new Plan.Window(
                  scan,
                  List.of("case_no"),
                  List.of("at", "seq"),
                  List.of(new Plan.Over("pos", Plan.Look.POSITION, column("seq"))),
                  kept,
                  "events in order"));
    }
    return changes.get();
  }

  /** The first event of each case that is seen. */
  Plan firstEvents() {
    return new Plan.Group(
        changes(),
        List.of("case_no"),
        List.of(Aggregate.of("first event", Aggregate.Function.LEAST, column("at"))),
        "first event seen");
  }
}
