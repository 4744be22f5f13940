package org.plumbline.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import scala.Option;

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
          "spark.sql.variable.substitute", "false");

  /**
   * Over few rows, dividing them and compiling Java for them takes longer than working them out.
   */
  private static final Map<String, String> FEW =
      Map.of(
          "spark.sql.shuffle.partitions", "1",
          "spark.sql.leafNodeDefaultParallelism", "1",
          "spark.sql.limit.initialNumPartitions", "1000",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private SessionSettings() {}

  /** A session of its own. */
  static SparkSession session(SparkSession spark) {
    SparkSession session = spark.newSession();
    MEANING.forEach((name, value) -> session.conf().set(name, value));
    OnePart.in(session);
    return session;
  }

  /** What is worked out from rows that the driver holds. */
  static <T> T forFew(SparkSession session, Supplier<T> work) {
    Map<String, Option<String>> before = new HashMap<>();
    FEW.keySet().forEach(name -> before.put(name, session.conf().getOption(name)));
    FEW.forEach((name, value) -> session.conf().set(name, value));
    try {
      return work.get();
    } finally {
      before.forEach(
          (name, value) -> {
            if (value.isEmpty()) {
              session.conf().unset(name);
            } else {
              session.conf().set(name, value.get());
            }
          });
    }
  }
}
