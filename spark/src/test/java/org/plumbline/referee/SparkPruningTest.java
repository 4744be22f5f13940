package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.compile.AskedCases;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Engine;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/** Spark reads only those parts of the files in which the cases that are asked for lie. */
class SparkPruningTest {

  private static final long ROW_GROUP = 122_880;

  /** In three row groups; a minute apart from 2025-01-01 on. */
  private static final long CASES = 300_000;

  private static final long FIRST = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
  private static final List<String> METRIC = List.of("resolved");
  private static final Instant END = Instant.parse("2025-12-31T00:00:00Z");

  private static final Agreement AGREEMENT =
      AgreementYaml.read(
              "agreement.yaml",
              """
              plumbline: 1
              agreement: pruned
              title: Tickets
              zone: UTC
              parties: {customer: {name: Customer}, provider: {name: Provider}}
              performance-period: {from: 2025-01-01, until: 2025-12-31}
              period: {every: month}
              records:
                tickets: {case: [number], moments: {opened: instant, resolved: instant}}
              metrics:
                resolved:
                  name: Resolved in time
                  performing: provider
                  records: tickets
                  clock: {starts: opened, stops: resolved}
                  target: {within: 2 hours, at-least: 90%}
              """)
          .agreement()
          .orElseThrow();

  @TempDir Path temporary = Path.of(".");

  private Database database =
      Database.open(new DatabaseSettings(1, 1L << 29, temporary, List.of()));
  private final AtomicLong read = new AtomicLong();

  private final SparkListener listener =
      new SparkListener() {
        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
          read.addAndGet(end.taskMetrics().inputMetrics().recordsRead());
        }
      };

  private static StoredSet tickets() {
    long second = 1_000_000;
    return new StoredSet(
        "tickets",
        false,
        Map.of("opened", Precision.INSTANT, "resolved", Precision.INSTANT),
        Map.of(),
        List.of(),
        List.of("tickets.csv"),
        CASES,
        0,
        new StoredSet.DayRange(
            FIRST / 86_400, END.getEpochSecond() / 86_400, END.getEpochSecond() * second),
        Set.of("opened"));
  }

  @BeforeEach
  void lay() {
    database.execute(
        """
        CREATE TABLE "%s" AS
        SELECT i AS case_no, 'T' || lpad(i::VARCHAR, 7, '0') AS case_key,
          (%d + i * 60) * 1000000 AS "m:opened",
          (%d + i * 60 + i %% 200 * 60) * 1000000 AS "m:resolved",
          NULL::VARCHAR AS unusable, 0::INTEGER AS file_no, i + 1 AS row_no
        FROM range(%d) t(i)
        """
            .formatted(tickets().table(Table.CASES), FIRST, FIRST, CASES));
    LocalSpark.engine(database);
    SparkSession.active().sparkContext().addSparkListener(listener);
  }

  @AfterEach
  void close() {
    SparkSession.active().sparkContext().removeSparkListener(listener);
    database.close();
  }

  @Test
  void aShareOfTheCasesIsReadFromItsRowGroupsAlone() throws TimeoutException {
    Engine engine = LocalSpark.engine(database);
    CompiledSet all = Compiler.compile(AGREEMENT, tickets(), METRIC, END);
    long whole = rowsRead(engine, all, CASES);
    CompiledSet share =
        Compiler.compileShare(AGREEMENT, all, METRIC, new AskedCases.Share(290_000, 291_000));
    long scans = whole / CASES;
    assertThat(scans).isPositive();
    assertThat(rowsRead(engine, share, 1_000)).isPositive().isLessThan(scans * ROW_GROUP);
  }

  /** How many rows of files are read to evaluate so many cases. */
  private long rowsRead(Engine engine, CompiledSet compiled, long cases) throws TimeoutException {
    read.set(0);
    List<CaseTotals> totals = engine.evaluate(AGREEMENT, compiled).totals();
    assertThat(totals).singleElement().extracting(CaseTotals::all).isEqualTo(cases);
    SparkSession.active().sparkContext().listenerBus().waitUntilEmpty();
    return read.get();
  }
}
