package org.plumbline.records.duckdb;

/**
 * SQL that reads texts as elapsed time or as yes and no. Elapsed time is written {@code 3 hours},
 * {@code PT1H30M} or {@code 1:30} (hours and minutes; {@code 1:30:00} with seconds); a day is 24
 * hours.
 */
final class DurationParsing {

  private static final String WORDS = "(\\d{1,9}(?:\\.\\d{1,6})?) ?(second|minute|hour|day)s?";
  private static final String ISO =
      "P(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,9}(?:\\.\\d{1,6})?)S)?)?";
  private static final String CLOCK = "(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d{1,6})?))?";

  private DurationParsing() {}

  /** Microseconds, null if the text is no duration. */
  static String micros(String text) {
    String unit =
        "CASE "
            + group(text, WORDS, 2)
            + " WHEN 'second' THEN 1000000 WHEN 'minute' THEN 60000000"
            + " WHEN 'hour' THEN 3600000000 ELSE 86400000000 END";
    return "CASE WHEN "
        + matches(text, WORDS)
        + " THEN TRY_CAST("
        + amount(text, WORDS, 1)
        + " * ("
        + unit
        + ")::DECIMAL(20,0) AS BIGINT) WHEN "
        + matches(text, ISO)
        + " AND regexp_matches("
        + text
        + ", '\\d[DHMS]$') THEN TRY_CAST("
        + sum(text, ISO, new long[] {86_400, 3_600, 60, 1})
        + " AS BIGINT) WHEN "
        + matches(text, CLOCK)
        + " THEN TRY_CAST("
        + sum(text, CLOCK, new long[] {3_600, 60, 1})
        + " AS BIGINT) END";
  }

  /** Yes or no, null if the text is neither. */
  static String flag(String text) {
    return "CASE WHEN lower("
        + text
        + ") IN ('yes', 'true', '1') THEN true WHEN lower("
        + text
        + ") IN ('no', 'false', '0') THEN false END";
  }

  private static String sum(String text, String shape, long[] seconds) {
    StringBuilder sql = new StringBuilder("(");
    for (int i = 0; i < seconds.length; i++) {
      sql.append(i == 0 ? "" : " + ")
          .append(amount(text, shape, i + 1))
          .append(" * ")
          .append(seconds[i] * 1_000_000L)
          .append("::DECIMAL(20,0)");
    }
    return sql.append(")").toString();
  }

  private static String amount(String text, String shape, int group) {
    return "coalesce(TRY_CAST(nullif(" + group(text, shape, group) + ", '') AS DECIMAL(15,6)), 0)";
  }

  private static String group(String text, String shape, int group) {
    return "regexp_extract(" + text + ", " + Sql.text("^" + shape + "$") + ", " + group + ")";
  }

  private static String matches(String text, String shape) {
    return "regexp_full_match(" + text + ", " + Sql.text(shape) + ")";
  }
}
