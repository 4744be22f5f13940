package org.plumbline.compile.sql;

import java.math.BigDecimal;
import java.util.List;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;

/**
 * DuckDB's SQL (https://duckdb.org/docs/stable/sql/introduction). Whole-number division is {@code
 * //}; {@code least} and {@code greatest} leave nulls out; sums of BIGINT are HUGEINT.
 */
public final class DuckDbDialect implements Dialect {

  @Override
  public String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  @Override
  public String nothing(Type type) {
    return switch (type) {
      case LONG -> "NULL::BIGINT";
      case HUGE -> "NULL::HUGEINT";
      case DECIMAL -> "NULL::DECIMAL(38, 9)";
      case TEXT -> "NULL::VARCHAR";
      case FLAG -> "NULL::BOOLEAN";
    };
  }

  @Override
  public String allBut(List<String> names) {
    return "* EXCLUDE (" + String.join(", ", names) + ")";
  }

  @Override
  public String stored(String type) {
    return type;
  }

  @Override
  public String call(Operation operation, List<String> arguments) {
    String first = arguments.get(0);
    return switch (operation) {
      case PLUS -> infix(" + ", arguments);
      case MINUS -> infix(" - ", arguments);
      case TIMES -> infix(" * ", arguments);
      case DIVIDED_DOWN -> infix(" // ", arguments);
      case EQUAL -> infix(" = ", arguments);
      case UNEQUAL -> infix(" <> ", arguments);
      case LESS -> infix(" < ", arguments);
      case AT_MOST -> infix(" <= ", arguments);
      case AND -> infix(" AND ", arguments);
      case OR -> infix(" OR ", arguments);
      case NOT -> "NOT " + first;
      case MISSING -> first + " IS NULL";
      case FIRST_KNOWN -> function("coalesce", arguments);
      case LEAST -> function("least", arguments);
      case GREATEST -> function("greatest", arguments);
      case CUT_TO_MINUTE -> first + " // 60000000 * 60000000";
      case WIDE -> "CAST(" + first + " AS HUGEINT)";
      case WITHOUT_POINT -> "CAST(replace(CAST(" + first + " AS VARCHAR), '.', '') AS HUGEINT)";
      case COMMON_BIT -> "(((" + first + ") & (" + arguments.get(1) + ")) <> 0)";
      case BITS_OF_BOTH -> infix(" | ", arguments);
      case AS_TEXT ->
          "regexp_replace(regexp_replace(CAST("
              + first
              + " AS VARCHAR), '([.][0-9]*[1-9])0+$', '\\1'), '[.]0+$', '')";
      case JOINED -> infix(" || ", arguments);
      case KEY_PART ->
          ("CASE WHEN contains(%1$s, ' /') OR contains(%1$s, '/ ') OR starts_with(%1$s, '\"')"
                  + " THEN '\"' || replace(replace(%1$s, '\\', '\\\\'), '\"', '\\\"') || '\"'"
                  + " ELSE %1$s END")
              .formatted(first);
      case DATE_AS_TEXT ->
          "strftime(DATE '1970-01-01' + CAST(" + first + " AS INTEGER), '%Y-%m-%d')";
      case INSTANT_AS_TEXT ->
          "CASE WHEN (%1$s) %% 1000000 = 0 THEN strftime(make_timestamp(%1$s), '%%Y-%%m-%%dT%%H:%%M:%%SZ')"
                  .formatted(first)
              + " ELSE strftime(make_timestamp(%s), '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ') END"
                  .formatted(first);
      case SHA256 -> function("sha256", arguments);
      case ONE_IF -> "CAST(coalesce(" + first + ", false) AS BIGINT)";
    };
  }

  @Override
  public int strength(Operation operation) {
    return switch (operation) {
      case OR -> 1;
      case AND -> 2;
      case NOT -> 3;
      case EQUAL, UNEQUAL, LESS, AT_MOST, MISSING -> 4;
      case PLUS, MINUS, TIMES, DIVIDED_DOWN, CUT_TO_MINUTE, BITS_OF_BOTH, JOINED -> 5;
      case FIRST_KNOWN,
          LEAST,
          GREATEST,
          WIDE,
          WITHOUT_POINT,
          COMMON_BIT,
          AS_TEXT,
          KEY_PART,
          DATE_AS_TEXT,
          INSTANT_AS_TEXT,
          SHA256,
          ONE_IF ->
          0;
    };
  }

  private static String infix(String operator, List<String> arguments) {
    return String.join(operator, arguments);
  }

  private static String function(String name, List<String> arguments) {
    return name + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String percentile(String value, BigDecimal share) {
    // Of a decimal share DuckDB works the rank out in whole numbers.
    return "quantile_disc(" + value + ", " + share.toPlainString() + ")";
  }

  @Override
  public String bits(String value) {
    return "bit_or(" + value + ")";
  }

  @Override
  public String sum(String value, Type type) {
    return "sum(" + value + ")";
  }

  @Override
  public String windowSum(String value, String window) {
    return "CAST(sum(" + value + ") OVER " + window + " AS BIGINT)";
  }

  @Override
  public String lastKnown(String value, String window) {
    return "last_value(" + value + " IGNORE NULLS) OVER " + window;
  }

  @Override
  public String ascending(String column) {
    return column;
  }

  @Override
  public String atMost(long rows) {
    return "\n  LIMIT " + rows;
  }

  @Override
  public String small(String table) {
    return "";
  }

  @Override
  public String numbers(String first, String last) {
    return "unnest(range(" + first + ", " + last + " + 1))";
  }

  @Override
  public String as(boolean usedOften) {
    return usedOften ? "AS MATERIALIZED" : "AS";
  }
}
