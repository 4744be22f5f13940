package org.plumbline.records.duckdb;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.records.Binding;
import org.plumbline.records.Delivered;
import org.plumbline.records.HoldSource;
import org.plumbline.records.LoadReport.SetReport;
import org.plumbline.records.StoredSet;
import org.plumbline.records.Superseded;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RecordFiles;
import org.plumbline.records.files.RefusedFile;

/**
 * The load of one record set in two steps: {@link #read} brings its files into typed tables and
 * finds bad rows; {@link #build} makes the stored form of what can be used.
 */
final class SetLoad {

  /** What the key of a row ends with where each row is a record. */
  private static final String ROW_OF_KEY = "' #' || (file_no + 1) || '.' || row_no";

  private final Database database;
  private final SetShape shape;
  private final Staging staging;
  private final BadRows bad;
  private final TimeConversion times;
  private final List<Finding> findings;
  private final List<String> listedHolds = new ArrayList<>();
  private final List<TypedTable> typedTables = new ArrayList<>();
  private final String typed;
  private final ZoneId agreementZone;
  private List<Delivered> deliveries = List.of();
  private List<Superseded> superseded = List.of();
  private long timesTwice;
  private long timesNever;

  SetLoad(
      Database database,
      SetShape shape,
      Staging staging,
      BadRows bad,
      ZoneTables zones,
      ZoneId agreementZone,
      List<Finding> findings) {
    this.database = database;
    this.shape = shape;
    this.staging = staging;
    this.bad = bad;
    this.times = new TimeConversion(zones, agreementZone, shape.binding().reading());
    this.agreementZone = agreementZone;
    this.findings = findings;
    this.typed = shape.table("typed");
  }

  /** Which deliveries its files came by. */
  void delivered(List<Delivered> all) {
    deliveries = all;
  }

  /** The values that a later delivery changed. */
  List<Superseded> superseded() {
    return superseded;
  }

  SetShape shape() {
    return shape;
  }

  /**
   * Reads the files of the set and those of its listed holds.
   *
   * @param files none: nothing of the set has come, its holds neither
   */
  void read(Path folder, List<RecordFile> files, Binding binding) {
    String stage = shape.table("stage");
    staging.stage(shape.set(), stage, shape.binding().layout(), shape.wanted(), files);
    ignore(stage);
    type(stage, typed, shape.key(), shape.columns());
    superseded = Supersession.apply(database, shape, typed, deliveries, agreementZone, findings);
    if (!shape.eventLog()) {
      CaseTables.findDuplicates(database, shape, typed, bad);
    } else {
      eventsWithoutTime();
    }
    for (int number = 0; number < shape.holds().size(); number++) {
      String id = shape.holds().get(number);
      HoldSource source = shape.holdSources().get(id);
      if (source instanceof HoldSource.Between between) {
        HoldTables.findImpossible(shape, typed, "hf:" + id, "hu:" + id, between.until(), bad);
      } else if (source instanceof HoldSource.Listed listed) {
        listed(folder, files.isEmpty() ? List.of() : listed.files(), listed, number, binding);
      }
    }
  }

  /** Takes rows out that the binding says are no records, and tells how many. */
  private void ignore(String stage) {
    shape
        .ignored()
        .forEach(
            (position, texts) -> {
              String cell = "coalesce(" + SetShape.stageColumn(position) + ", '')";
              String where =
                  texts.stream()
                      .map(text -> matches(cell, text))
                      .collect(java.util.stream.Collectors.joining(" OR "));
              long rows = database.number("SELECT count(*) FROM " + stage + " WHERE " + where);
              if (rows > 0) {
                database.execute("DELETE FROM " + stage + " WHERE " + where);
                String name = shape.wanted().get(position).name();
                findings.add(
                    Finding.of(
                        FindingCode.UNUSUAL_RECORDS,
                        new Place(shape.set(), 0, 0, name),
                        (rows == 1 ? "1 row is" : rows + " rows are")
                            + " no record, as the binding says under ignore: "
                            + name,
                        ""));
              }
            });
  }

  private static String matches(String cell, String text) {
    return text.endsWith("*")
        ? "starts_with(" + cell + ", " + Sql.text(text.substring(0, text.length() - 1)) + ")"
        : cell + " = " + Sql.text(text);
  }

  private TypedTable type(String stage, String table, List<Integer> key, List<CellColumn> columns) {
    TypedTable typing =
        new TypedTable(
            database,
            times,
            shape.binding().reading(),
            stage,
            key,
            columns,
            staging.hasTypedCells(shape.set()));
    typing.create(table);
    if (shape.rowsAreRecords() && table.equals(typed)) {
      database.execute("UPDATE " + table + " SET key = key || " + ROW_OF_KEY);
    }
    typedTables.add(typing);
    timesTwice += shifted(typing, table, 1);
    timesNever += shifted(typing, table, 2);
    currencies(typing, columns);
    if (database.number("SELECT count(*) FROM " + table + " WHERE bad") > 0) {
      database.execute("CREATE TABLE typed_bad AS SELECT * FROM " + table + " WHERE bad");
      bad.add(shape.set(), typing.badCells(table));
      database.execute("DROP TABLE typed_bad");
    }
    database.execute("DROP TABLE " + stage);
    return typing;
  }

  private long shifted(TypedTable typing, String table, int how) {
    List<String> counts =
        typing.flags().stream().map(flag -> "count_if(" + flag + " = " + how + ")").toList();
    return counts.isEmpty()
        ? 0
        : database.number("SELECT " + String.join(" + ", counts) + " FROM " + table);
  }

  private void currencies(TypedTable typing, List<CellColumn> columns) {
    for (CellColumn column : columns) {
      List<String> named = typing.profile().currencies().getOrDefault(column.alias(), List.of());
      if (named.size() == 2 && !named.get(0).equals(named.get(1))) {
        findings.add(
            Finding.of(
                FindingCode.BAD_ROW,
                new Place(shape.set(), 0, 0, column.label()),
                column.label() + " names two currencies, " + named.get(0) + " and " + named.get(1),
                "Give each currency a field of its own"));
      }
    }
  }

  private void eventsWithoutTime() {
    bad.add(
        shape.set(),
        "SELECT t.file_no, t.row_no, "
            + Sql.text(shape.binding().events().orElseThrow().at())
            + " AS column_name, '' AS value, 'an event without its time' AS reason,"
            + " 'Fill in when it happened' AS fix, t.key AS case_key FROM "
            + typed
            + " AS t WHERE t.\"at\" IS NULL AND NOT t.bad");
  }

  private void listed(
      Path folder, List<String> names, HoldSource.Listed listed, int number, Binding binding) {
    String hold = shape.holds().get(number);
    String path = "sets/" + shape.set() + "/holds/" + hold;
    List<RecordFile> files;
    try {
      files = RecordFiles.find(folder, names);
    } catch (RefusedFile e) {
      findings.add(
          Finding.of(
              FindingCode.NO_FILES,
              binding.place(path + "/files"),
              String.valueOf(e.getMessage()),
              e.right()));
      return;
    }
    List<Wanted> wanted = new ArrayList<>();
    List<Integer> key = new ArrayList<>();
    for (int part = 0; part < shape.key().size(); part++) {
      Wanted own = shape.wanted().get(shape.key().get(part));
      String name = listed.keys().getOrDefault(shape.keyParts().get(part), own.name());
      wanted.add(new Wanted(name, own.loosely(), false, path));
      key.add(part);
    }
    wanted.add(new Wanted(listed.from(), false, false, path));
    wanted.add(new Wanted(listed.until(), false, false, path));
    String stage = shape.table("stage");
    staging.stage(shape.set(), stage, shape.binding().layout(), wanted, files);
    String table = shape.table("typed" + number);
    List<CellColumn> columns =
        List.of(
            CellColumn.of("hf", key.size(), CellType.EDGE, listed.from()),
            CellColumn.of("hu", key.size() + 1, CellType.EDGE, listed.until()));
    type(stage, table, key, columns);
    HoldTables.findImpossible(shape, table, "hf", "hu", listed.until(), bad);
    bad.add(
        shape.set(),
        "SELECT t.file_no, t.row_no, 'key' AS column_name, t.key AS value,"
            + " 'names a case that the set does not have' AS reason,"
            + " 'Add the case, or take the row out' AS fix, NULL AS case_key FROM "
            + table
            + " AS t ANTI JOIN "
            + typed
            + " AS c ON c.key = t.key WHERE t.key IS NOT NULL");
  }

  /** The key of a bad row; where each row is a record it says the row too. */
  private String badKey() {
    return shape.rowsAreRecords()
        ? "CASE WHEN ends_with(case_key, "
            + ROW_OF_KEY
            + ") THEN case_key ELSE case_key || "
            + ROW_OF_KEY
            + " END"
        : "case_key";
  }

  /** Makes the stored form; rows that are bad make their cases unusable. */
  StoredSet build() {
    database.execute(
        "CREATE TABLE "
            + shape.table("unusable")
            + " AS SELECT "
            + badKey()
            + " AS key, arg_min(CASE WHEN column_name = '' THEN reason ELSE"
            + " column_name || ' ' || reason END, (file_no, row_no, column_name)) AS reason FROM "
            + BadRows.TABLE
            + " WHERE set_id = "
            + Sql.text(shape.set())
            + " AND case_key IS NOT NULL GROUP BY 1");
    long cases = new CaseNumbers(database, shape).create(typed);
    StoredSet stored = stored(cases, java.util.Optional.empty(), java.util.Set.of());
    EventTables events = new EventTables(database, shape, stored, times);
    String source = typed;
    if (shape.eventLog()) {
      events.order(typed);
      events.occurrences();
      events.changes();
      events.cases();
      source = shape.table("events");
    } else {
      CaseTables.create(database, shape, stored, typed);
    }
    HoldTables holds = new HoldTables(database, shape, stored);
    holds.holds(source, events, listedHolds(holds));
    holds.atoms();
    drop();
    return stored(cases, StoredRange.of(database, stored), StoredRange.always(database, stored));
  }

  /** Drops what is no part of the stored form. */
  void drop() {
    List<String> suffixes =
        new ArrayList<>(List.of("stage", "events", "states", "numbers", "unusable", "typed"));
    for (int number = 0; number < shape.holds().size(); number++) {
      suffixes.add("typed" + number);
    }
    suffixes.forEach(suffix -> database.execute("DROP TABLE IF EXISTS " + shape.table(suffix)));
  }

  private List<String> listedHolds(HoldTables holds) {
    listedHolds.clear();
    for (int number = 0; number < shape.holds().size(); number++) {
      if (shape.holdSources().get(shape.holds().get(number)) instanceof HoldSource.Listed) {
        listedHolds.add(holds.between(shape.table("typed" + number), "hf", "hu", number));
      }
    }
    return listedHolds;
  }

  private StoredSet stored(
      long cases, java.util.Optional<StoredSet.DayRange> range, java.util.Set<String> always) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    for (CellColumn column : shape.columns()) {
      if (column.alias().startsWith("f:") && !typedTables.isEmpty()) {
        fields.put(column.alias().substring(2), typedTables.get(0).sqlType(column));
      }
    }
    List<String> files =
        staging.reports().stream()
            .filter(file -> file.set().equals(shape.set()))
            .map(file -> file.name())
            .toList();
    return new StoredSet(
        shape.set(),
        shape.eventLog(),
        shape.moments(),
        fields,
        shape.holds(),
        files,
        cases,
        shape.binding().reading().skewMicros(),
        range.orElse(new StoredSet.DayRange(0, -1)),
        always);
  }

  /** What is told of the set once it is built. */
  SetReport report(StoredSet stored) {
    return new SetSummary(database, shape, stored, typedTables, staging.absent())
        .report(timesTwice, timesNever);
  }
}
