package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.records.SetBeside;
import org.plumbline.records.SetBeside.Kind;
import org.plumbline.records.SetBeside.Part;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Compares a record set with the same of another party, case by case and value by value. */
public final class RecordsBeside {

  private final Database database;
  private final StoredSet here;
  private final StoredSet there;

  private RecordsBeside(Database database, StoredSet here, StoredSet there) {
    this.database = database;
    this.here = here;
    this.there = there;
  }

  /** How many cases only one has, and what is not the same in those that both have. */
  public static SetBeside compare(Database database, StoredSet here, StoredSet there) {
    return new RecordsBeside(database, here, there).compared();
  }

  /**
   * The values that are not the same in these cases, by key.
   *
   * @param parts which are asked for
   */
  public static List<SetBeside.Value> values(
      Database database,
      StoredSet here,
      StoredSet there,
      List<Part> parts,
      Collection<String> keys) {
    RecordsBeside beside = new RecordsBeside(database, here, there);
    List<SetBeside.Value> values = new ArrayList<>();
    parts.forEach(part -> values.addAll(beside.values(part, keys)));
    values.sort(Comparator.comparing(SetBeside.Value::key));
    return values;
  }

  private SetBeside compared() {
    List<Part> parts = new ArrayList<>();
    for (Part part : parts(here, there)) {
      long cases =
          database.number(
              "SELECT count(*) FROM (" + differing(here, there, part) + ") AS differing");
      if (cases > 0) {
        parts.add(new Part(part.kind(), part.name(), cases));
      }
    }
    parts.sort(Comparator.comparingLong(Part::cases).reversed());
    return new SetBeside(
        here.set(), count(here, "IN", there), count(here, "NOT IN", there), only(), parts);
  }

  private long only() {
    return count(there, "NOT IN", here);
  }

  private long count(StoredSet of, String whether, StoredSet other) {
    return database.number(
        "SELECT count(*) FROM "
            + cases(of)
            + " WHERE case_key "
            + whether
            + " (SELECT case_key FROM "
            + cases(other)
            + ")");
  }

  /** All that can be otherwise in a case that both have. */
  static List<Part> parts(StoredSet here, StoredSet there) {
    List<Part> parts = new ArrayList<>(List.of(new Part(Kind.RECORD, "", 0)));
    here.moments().keySet().forEach(id -> parts.add(new Part(Kind.MOMENT, id, 0)));
    if (here.eventLog() && there.eventLog()) {
      parts.add(new Part(Kind.VALUES, "", 0));
    } else {
      here.fields().keySet().forEach(id -> parts.add(new Part(Kind.FIELD, id, 0)));
    }
    here.holds().forEach(id -> parts.add(new Part(Kind.HOLD, id, 0)));
    return parts;
  }

  /** The keys of cases that both have in which a part is not the same. */
  static String differing(StoredSet here, StoredSet there, Part part) {
    return switch (part.kind()) {
      case RECORD -> both(here, there, "(o.unusable IS NULL) <> (t.unusable IS NULL)");
      case MOMENT ->
          here.eventLog() && there.eventLog()
              ? unlike(
                  here,
                  there,
                  occurrences(here, part.name(), "o"),
                  occurrences(there, part.name(), "t"))
              : column(here, there, StoredSet.momentColumn(part.name()));
      case FIELD -> column(here, there, StoredSet.fieldColumn(part.name()));
      case VALUES -> unlike(here, there, changes(here, here, there), changes(there, here, there));
      case HOLD -> unlike(here, there, holds(here, part.name()), holds(there, part.name()));
    };
  }

  private static String both(StoredSet here, StoredSet there, String where) {
    return "SELECT o.case_key FROM "
        + cases(here)
        + " AS o JOIN "
        + cases(there)
        + " AS t ON t.case_key = o.case_key WHERE "
        + where;
  }

  private static String column(StoredSet here, StoredSet there, String column) {
    return both(
        here,
        there,
        "o.unusable IS NULL AND t.unusable IS NULL AND "
            + value(here, "o", column)
            + " IS DISTINCT FROM "
            + value(there, "t", column));
  }

  /** The column of a set; no value where the set does not have it. */
  static String value(StoredSet set, String row, String column) {
    boolean has =
        set.moments().keySet().stream().map(StoredSet::momentColumn).anyMatch(column::equals)
            || set.fields().keySet().stream().map(StoredSet::fieldColumn).anyMatch(column::equals);
    return has ? row + "." + Sql.name(column) : "NULL";
  }

  /** Cases that both have and of which the one's rows are not the other's. */
  private static String unlike(StoredSet here, StoredSet there, String one, String other) {
    return "SELECT DISTINCT u.case_key FROM ((("
        + one
        + ") EXCEPT ALL ("
        + other
        + ")) UNION ALL (("
        + other
        + ") EXCEPT ALL ("
        + one
        + "))) AS u WHERE u.case_key IN ("
        + both(here, there, "o.unusable IS NULL AND t.unusable IS NULL")
        + ")";
  }

  private static String of(StoredSet set, Table table, String values, String where) {
    return "SELECT c.case_key, "
        + values
        + " FROM "
        + Sql.name(set.table(table))
        + " AS r JOIN "
        + cases(set)
        + " AS c ON c.case_no = r.case_no WHERE "
        + where;
  }

  private static String occurrences(StoredSet set, String moment, String row) {
    return of(
        set,
        Table.OCCURRENCES,
        "r.\"at\" AS at_" + row,
        "r.moment_no = " + List.copyOf(set.moments().keySet()).indexOf(moment));
  }

  private static String changes(StoredSet set, StoredSet here, StoredSet there) {
    String fields =
        here.fields().keySet().stream()
            .map(id -> ", " + value(set, "r", StoredSet.fieldColumn(id)))
            .collect(Collectors.joining());
    return of(set, Table.CHANGES, "r.\"at\"" + fields, there.eventLog() ? "true" : "false");
  }

  private static String holds(StoredSet set, String hold) {
    return of(set, Table.HOLDS, "r.f, r.u", "r.hold_no = " + set.holds().indexOf(hold));
  }

  static String cases(StoredSet set) {
    return Sql.name(set.table(Table.CASES));
  }

  // ---- values ----

  private List<SetBeside.Value> values(Part part, Collection<String> keys) {
    String column =
        switch (part.kind()) {
          case MOMENT -> StoredSet.momentColumn(part.name());
          case FIELD -> StoredSet.fieldColumn(part.name());
          case RECORD, VALUES, HOLD -> "";
        };
    return database.query(
        "SELECT o.case_key, CAST("
            + (part.kind() == Kind.RECORD ? "o.unusable" : value(here, "o", column))
            + " AS VARCHAR), o.file_no, o.row_no, CAST("
            + (part.kind() == Kind.RECORD ? "t.unusable" : value(there, "t", column))
            + " AS VARCHAR), t.file_no, t.row_no FROM "
            + cases(here)
            + " AS o JOIN "
            + cases(there)
            + " AS t ON t.case_key = o.case_key WHERE o.case_key IN "
            + Sql.texts(keys)
            + " AND o.case_key IN ("
            + differing(here, there, part)
            + ") ORDER BY o.case_key",
        row ->
            new SetBeside.Value(
                row.getString(1),
                part,
                stored(here, row.getString(2), row.getInt(3), row.getLong(4)),
                stored(there, row.getString(5), row.getInt(6), row.getLong(7))));
  }

  private static SetBeside.Stored stored(
      StoredSet set, @org.jspecify.annotations.Nullable String text, int file, long row) {
    return new SetBeside.Stored(
        text == null ? "" : text,
        file >= 0 && file < set.files().size() ? set.files().get(file) : "",
        row);
  }
}
