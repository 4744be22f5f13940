package org.plumbline.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What the meaning of statements rests on; where jobs run and how many at once is not said here.
 */
final class SessionSettings {

  private static final Map<String, String> MEANING =
      Map.of(
          // Overflow is an error, never another number.
          "spark.sql.ansi.enabled", "true",
          // Sums of decimals keep their places.
          "spark.sql.decimalOperations.allowPrecisionLoss", "false",
          "spark.sql.session.timeZone", "UTC",
          // Names of fields may differ in case alone.
          "spark.sql.caseSensitive", "true",
          // Texts of records are no variables.
          "spark.sql.variable.substitute", "false",
          "spark.sql.parser.escapedStringLiterals", "false");

  private SessionSettings() {}

  /** A session of its own. */
  static SparkSession session(SparkSession spark) {
    SparkSession session = spark.newSession();
    MEANING.forEach((name, value) -> session.conf().set(name, value));
    return session;
  }
}
