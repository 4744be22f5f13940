package org.plumbline.compile.sql;

import java.math.BigDecimal;
import java.util.List;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;

/**
 * Spark's SQL in ANSI mode (https://spark.apache.org/docs/latest/sql-ref.html). Whole-number
 * division is {@code div}; {@code least} and {@code greatest} leave nulls out; nulls stand first
 * unless it is said; a backslash escapes in texts; there are no whole numbers beyond 64 bits, so
 * sums are decimals of 38 digits.
 */
public final class SparkDialect implements Dialect {

  private static final String HUGE = "DECIMAL(38, 0)";

  /** How strongly operators bind is the same. */
  private final DuckDbDialect other = new DuckDbDialect();

  @Override
  public String name(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public String text(String value) {
    return '\'' + value.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }

  @Override
  public String nothing(Type type) {
    return "CAST(NULL AS " + type(type) + ")";
  }

  private static String type(Type type) {
    return switch (type) {
      case LONG -> "BIGINT";
      case HUGE -> HUGE;
      case DECIMAL -> "DECIMAL(38, 9)";
      case TEXT -> "STRING";
      case FLAG -> "BOOLEAN";
    };
  }

  @Override
  public String allBut(List<String> names) {
    return "* EXCEPT (" + String.join(", ", names) + ")";
  }

  @Override
  public String stored(String type) {
    return type.equals("VARCHAR") ? "STRING" : type.equals("HUGEINT") ? HUGE : type;
  }

  @Override
  public String call(Operation operation, List<String> arguments) {
    String first = arguments.get(0);
    return switch (operation) {
      case DIVIDED_DOWN -> String.join(" div ", arguments);
      case CUT_TO_MINUTE -> first + " div 60000000 * 60000000";
      case WIDE -> "CAST(" + first + " AS " + HUGE + ")";
      case WITHOUT_POINT -> "CAST(replace(CAST(" + first + " AS STRING), '.', '') AS " + HUGE + ")";
      case AS_TEXT ->
          "regexp_replace(regexp_replace(CAST("
              + first
              + " AS STRING), '([.][0-9]*[1-9])0+\\\\z', '$1'), '[.]0+\\\\z', '')";
      case KEY_PART ->
          ("CASE WHEN contains(%1$s, ' /') OR contains(%1$s, '/ ') OR startswith(%1$s, '\"') THEN"
                  + " concat('\"', replace(replace(%1$s, '\\\\', '\\\\\\\\'), '\"', '\\\\\"'), '\"')"
                  + " ELSE %1$s END")
              .formatted(first);
      case DATE_AS_TEXT -> "CAST(date_from_unix_date(CAST(" + first + " AS INT)) AS STRING)";
      case INSTANT_AS_TEXT ->
          "date_format(timestamp_micros(%1$s), CASE WHEN (%1$s) %% 1000000 = 0".formatted(first)
              + " THEN 'yyyy-MM-dd\\'T\\'HH:mm:ss\\'Z\\''"
              + " ELSE 'yyyy-MM-dd\\'T\\'HH:mm:ss.SSSSSS\\'Z\\'' END)";
      case SHA256 -> "sha2(" + first + ", 256)";
      case PLUS,
          MINUS,
          TIMES,
          EQUAL,
          UNEQUAL,
          LESS,
          AT_MOST,
          AND,
          OR,
          NOT,
          MISSING,
          FIRST_KNOWN,
          LEAST,
          GREATEST,
          COMMON_BIT,
          BITS_OF_BOTH,
          JOINED,
          ONE_IF ->
          other.call(operation, arguments);
    };
  }

  @Override
  public int strength(Operation operation) {
    return other.strength(operation);
  }

  /** The rank is worked out in decimals, the value taken from the sorted values. */
  @Override
  public String percentile(String value, BigDecimal share) {
    return "get(sort_array(collect_list(%1$s)), CAST(ceil(count(%1$s) * %2$s) AS INT) - 1)"
        .formatted(value, share.toPlainString());
  }

  @Override
  public String bits(String value) {
    return "bit_or(" + value + ")";
  }

  @Override
  public String sum(String value, Type type) {
    return type == Type.DECIMAL ? "sum(" + value + ")" : "sum(CAST(" + value + " AS " + HUGE + "))";
  }

  @Override
  public String windowSum(String value, String window) {
    return "CAST(sum(" + value + ") OVER " + window + " AS BIGINT)";
  }

  @Override
  public String lastKnown(String value, String window) {
    return "last_value(" + value + ") IGNORE NULLS OVER " + window;
  }

  @Override
  public String ascending(String column) {
    return column + " NULLS LAST";
  }

  /** Spark counts rows in 32 bits. */
  @Override
  public String atMost(long rows) {
    return rows > Integer.MAX_VALUE ? "" : "\n  LIMIT " + rows;
  }

  @Override
  public String small(String table) {
    return "/*+ BROADCAST(" + table + ") */ ";
  }

  /** No rows where there are no numbers; a sequence would count down. */
  @Override
  public String numbers(String first, String last) {
    return "explode(CASE WHEN (%1$s) <= (%2$s) THEN sequence(CAST(%1$s AS BIGINT), CAST(%2$s AS BIGINT)) END)"
        .formatted(first, last);
  }

  @Override
  public String as(boolean usedOften) {
    return "AS";
  }
}
