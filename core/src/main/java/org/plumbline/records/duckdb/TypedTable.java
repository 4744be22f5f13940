package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.records.CaseKey;
import org.plumbline.records.CellReading;

/**
 * Makes a table of values from a table of texts: {@code file_no}, {@code row_no}, {@code key}, the
 * typed columns, and {@code bad}: whether the row as a whole or one of its cells cannot be used.
 */
final class TypedTable {

  private final Database database;
  private final TimeConversion times;
  private final CellReading reading;
  private final NumberParsing numbers;
  private final String stage;
  private final List<Integer> key;
  private final List<CellColumn> columns;
  private final boolean typedCells;
  private final CellProfile profile;

  TypedTable(
      Database database,
      TimeConversion times,
      CellReading reading,
      String stage,
      List<Integer> key,
      List<CellColumn> columns,
      boolean typedCells) {
    this.database = database;
    this.times = times;
    this.reading = reading;
    this.numbers = new NumberParsing(reading);
    this.stage = stage;
    this.key = key;
    this.columns = columns;
    this.typedCells = typedCells;
    this.profile = CellProfile.of(database, this::clean, numbers, stage, columns);
  }

  /** What the cells hold. */
  CellProfile profile() {
    return profile;
  }

  /** The SQL type of a typed column. */
  String sqlType(CellColumn column) {
    return switch (column.type()) {
      case INSTANT, MINUTE, EDGE, DURATION -> "BIGINT";
      case DATE -> "INTEGER";
      case NUMBER, MONEY -> profile.width(column).type();
      case SHARE -> shareType(column);
      case FLAG -> "BOOLEAN";
      case TEXT -> "VARCHAR";
    };
  }

  /** Makes the table. */
  void create(String table) {
    List<String> keep = new ArrayList<>(List.of("file_no", "row_no", "fault", "key"));
    database.execute("CREATE TABLE " + table + " AS " + values(keep, true));
  }

  /**
   * The cells that cannot be used, as a query for {@link BadRows#add}: rows whose own fault is told
   * first, then each cell.
   */
  String badCells(String typed) {
    List<String> parts = new ArrayList<>();
    String base =
        "FROM (" + cleaned("x.file_no, x.row_no, x.fault, " + keySql() + " AS key", typed) + ")";
    parts.add(
        "SELECT file_no, row_no, '' AS column_name, '' AS value, fault AS reason,"
            + " 'Mend the row' AS fix, key AS case_key "
            + base
            + " WHERE fault IS NOT NULL");
    parts.add(
        "SELECT file_no, row_no, "
            + Sql.text(keyLabel())
            + ", '', 'no key, so that nobody knows which case it is', 'Fill in the key', NULL "
            + base
            + " WHERE key IS NULL");
    for (CellColumn column : columns) {
      parts.add(badCellsOf(column, base));
    }
    return String.join(" UNION ALL ", parts);
  }

  private String badCellsOf(CellColumn column, String base) {
    String x = Sql.name("x " + column.alias());
    CellWords words = CellWords.of(column, reading, typedCells);
    return "SELECT b.file_no, b.row_no, "
        + Sql.text(column.label())
        + ", b."
        + x
        + ", "
        + words.reason("b." + x)
        + ", "
        + Sql.text(words.right())
        + ", b.key FROM (SELECT * "
        + base
        + ") AS b JOIN typed_bad AS t ON t.file_no = b.file_no AND t.row_no = b.row_no WHERE b."
        + x
        + " IS NOT NULL AND t."
        + Sql.name(column.alias())
        + " IS NULL";
  }

  private String keyLabel() {
    return key.size() == 1 ? "key" : "key of " + key.size() + " columns";
  }

  private String values(List<String> keep, boolean withBad) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> bad = new ArrayList<>();
    List<String> parsed = new ArrayList<>();
    List<String> instants = new ArrayList<>();
    List<String> instantJoins = new ArrayList<>();
    List<String> valueJoins = new ArrayList<>();
    for (CellColumn column : columns) {
      String x = Sql.name("x " + column.alias());
      if (column.type().isTime()) {
        TimeParsing parsing = TimeParsing.of(x, column.type(), reading, typedCells);
        parsed.add(parsing.micros() + " AS " + Sql.name("p " + column.alias()));
        parsed.add(parsing.kind() + " AS " + Sql.name("k " + column.alias()));
        TimeConversion.Step instant = times.instant(column.alias(), column.type());
        instants.addAll(instant.columns());
        instantJoins.addAll(instant.joins());
        TimeConversion.Step value = times.value(column.alias(), column.type());
        values.put(column.alias(), value.columns().get(0));
        valueJoins.addAll(value.joins());
      } else {
        if (column.type().isDecimal()) {
          parsed.add(numbers.digits(x, column.type()) + " AS " + Sql.name("n " + column.alias()));
        }
        values.put(column.alias(), plain(column, x) + " AS " + Sql.name(column.alias()));
      }
      bad.add("(" + x + " IS NOT NULL AND " + Sql.name(column.alias()) + " IS NULL)");
    }
    String clean = cleaned("x.file_no, x.row_no, x.fault, " + keySql() + " AS key", "");
    String query =
        "WITH clean AS ("
            + clean
            + "), parsed AS (SELECT *"
            + commaBefore(parsed)
            + " FROM clean), instants AS (SELECT parsed.*"
            + commaBefore(instants)
            + " FROM parsed "
            + String.join(" ", instantJoins)
            + "), made AS (SELECT instants.*"
            + commaBefore(List.copyOf(values.values()))
            + " FROM instants "
            + String.join(" ", valueJoins)
            + ") SELECT ";
    return query
        + String.join(", ", keep)
        + commaBefore(columns.stream().map(column -> Sql.name(column.alias())).toList())
        + commaBefore(flags())
        + (withBad ? ", (fault IS NOT NULL OR key IS NULL" + orBefore(bad) + ") AS bad" : "")
        + " FROM made";
  }

  /** Names of the columns that flag shifted local times. */
  List<String> flags() {
    return times.mayShift()
        ? columns.stream()
            .filter(column -> column.type().isTime())
            .map(column -> Sql.name("w " + column.alias()))
            .toList()
        : List.of();
  }

  private String plain(CellColumn column, String x) {
    return switch (column.type()) {
      case NUMBER, MONEY -> decimal(column, sqlType(column));
      case SHARE -> share(column, x);
      case DURATION -> DurationParsing.micros(x);
      case FLAG -> DurationParsing.flag(x);
      default -> typedCells ? "ltrim(" + x + ", chr(1))" : x;
    };
  }

  private String decimal(CellColumn column, String type) {
    String digits = Sql.name("n " + column.alias());
    NumberParsing.Width width = profile.width(column);
    return "CASE WHEN "
        + NumberParsing.whole(digits)
        + " <= "
        + width.whole()
        + " AND "
        + NumberParsing.scale(digits)
        + " <= "
        + width.scale()
        + " THEN TRY_CAST("
        + digits
        + " AS "
        + type
        + ") END";
  }

  private String share(CellColumn column, String x) {
    String number = decimal(column, profile.width(column).type());
    String type = shareType(column);
    return "CASE WHEN ends_with("
        + x
        + ", '%') THEN TRY_CAST(("
        + number
        + ") * 0.01::DECIMAL(3,2) AS "
        + type
        + ") WHEN ("
        + number
        + ") BETWEEN 0 AND 1 THEN TRY_CAST(("
        + number
        + ") AS "
        + type
        + ") END";
  }

  private String shareType(CellColumn column) {
    NumberParsing.Width width = profile.width(column);
    int scale = width.scale() + 2;
    return "DECIMAL(" + Math.min(38, Math.max(width.whole(), 1) + scale) + "," + scale + ")";
  }

  private String cleaned(String head, String onlyBadOf) {
    String cells =
        columns.stream()
            .map(column -> mapped(column) + " AS " + Sql.name("x " + column.alias()))
            .collect(Collectors.joining(", "));
    String from = " FROM " + stage + " AS x";
    if (!onlyBadOf.isEmpty()) {
      from += " SEMI JOIN typed_bad AS o ON o.file_no = x.file_no AND o.row_no = x.row_no";
    }
    return "SELECT " + head + (cells.isEmpty() ? "" : ", " + cells) + from;
  }

  private String mapped(CellColumn column) {
    String text = clean(column.stage());
    if (column.values().isEmpty()) {
      return text;
    }
    StringBuilder sql = new StringBuilder("CASE " + text);
    column
        .values()
        .forEach(
            (code, word) ->
                sql.append(" WHEN ")
                    .append(Sql.text(code))
                    .append(" THEN ")
                    .append(Sql.text(word)));
    return sql.append(" ELSE ").append(text).append(" END").toString();
  }

  /** A staged cell, null where it means no value. */
  private String clean(int position) {
    String cell = "x." + SetShape.stageColumn(position);
    List<String> unknown = reading.unknown().stream().filter(text -> !text.isEmpty()).toList();
    return unknown.isEmpty()
        ? "nullif(" + cell + ", '')"
        : "CASE WHEN "
            + cell
            + " <> '' AND "
            + cell
            + " NOT IN "
            + Sql.texts(unknown)
            + " THEN "
            + cell
            + " END";
  }

  private String keySql() {
    if (key.size() == 1) {
      return keyPart(key.get(0));
    }
    return key.stream()
        .map(position -> quoted(keyPart(position)))
        .collect(Collectors.joining(" || " + Sql.text(CaseKey.JOINT) + " || "));
  }

  private String keyPart(int position) {
    String part = clean(position);
    return typedCells ? "replace(" + part + ", chr(1), '')" : part;
  }

  /** As {@link CaseKey#of} writes a part. */
  private static String quoted(String part) {
    return "CASE WHEN contains("
        + part
        + ", ' /') OR contains("
        + part
        + ", '/ ') OR starts_with("
        + part
        + ", '\"') THEN '\"' || replace(replace("
        + part
        + ", '\\', '\\\\'), '\"', '\\\"') || '\"' ELSE "
        + part
        + " END";
  }

  private static String commaBefore(List<String> parts) {
    return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
  }

  private static String orBefore(List<String> parts) {
    return parts.isEmpty() ? "" : " OR " + String.join(" OR ", parts);
  }
}
