package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.judge.Result;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.reconcile.CaseComparison;
import org.plumbline.reconcile.Ours;
import org.plumbline.reconcile.RecordsReconciler;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.duckdb.OtherRecords;
import org.plumbline.report.json.BothRecordsJson;

/** Every folder under {@code cases} with the other party's records is compared as by hand. */
class BothRecordsCasesTest {

  @TempDir Path temporary = Path.of(".");

  @TestFactory
  Stream<DynamicTest> theRecordsOfBothAreComparedAsWorkedByHand() {
    return GoldenCase.all().stream()
        .filter(golden -> Files.isDirectory(theirs(golden)))
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
  }

  private static Path theirs(GoldenCase golden) {
    return golden.folder().resolve("reported").resolve("records");
  }

  private void check(GoldenCase golden) throws IOException {
    Agreement agreement = golden.agreement();
    try (Database database = open(golden.recordsFolder(), temporary)) {
      Map<String, StoredSet> here =
          load(database, agreement, golden, golden.records(agreement, temporary));
      Map<String, StoredSet> there;
      try (Database other = open(theirs(golden), database.folder())) {
        there =
            OtherRecords.bring(
                other, database, load(other, agreement, golden, theirs(golden)), "theirs");
      }
      BothRecords both =
          RecordsReconciler.reconcile(
              database,
              here,
              there,
              sets -> Ours.of(new DuckDbEngine(database), agreement, sets, golden.asOf()),
              ReportingPeriod.of(
                  agreement.performancePeriod().from(), agreement.performancePeriod().until()),
              golden.asOf(),
              "the provider",
              step -> {});
      assertThat(rows(both))
          .containsExactlyElementsOf(
              golden.expected("both.csv").stream().map(BothRecordsCasesTest::row).toList());
      assertThat(errors(BothRecordsJson.write(both, "v", "test", Set.of()))).isEmpty();
    }
  }

  private Database open(Path... folders) {
    return Database.open(new DatabaseSettings(1, 1L << 29, temporary, List.of(folders)));
  }

  private static Map<String, StoredSet> load(
      Database database, Agreement agreement, GoldenCase golden, Path folder) throws IOException {
    LoadOutcome outcome =
        Loader.load(
            database,
            agreement,
            golden.binding(agreement),
            folder,
            LoadOptions.DEFAULT,
            LoadProgress.SILENT);
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
    return ((LoadOutcome.Loaded) outcome).sets();
  }

  private static String row(Map<String, String> row) {
    return String.join(
        "|",
        Stream.of("what", "of", "here", "there")
            .map(column -> Objects.requireNonNull(row.getOrDefault(column, "")).strip())
            .toList());
  }

  private static List<String> rows(BothRecords both) {
    List<String> rows = new ArrayList<>();
    for (BothRecords.Figure figure : both.figures()) {
      rows.add(
          "figure|"
              + of(figure.either())
              + "|"
              + shown(figure.here())
              + "|"
              + shown(figure.there()));
    }
    for (BothRecords.Figure figure : both.figures()) {
      figure
          .effects()
          .forEach(
              effect ->
                  rows.add(
                      "alone|"
                          + of(effect.result())
                          + " "
                          + effect.difference()
                          + "||"
                          + shown(Optional.of(effect.result()))));
    }
    both.sets()
        .forEach(
            set ->
                set.parts()
                    .forEach(
                        part ->
                            rows.add(
                                "part|"
                                    + (set.set() + " " + part.name()).strip()
                                    + "|"
                                    + part.cases()
                                    + "|")));
    both.comparisons().forEach(cases -> groups(cases, rows));
    return rows;
  }

  private static void groups(CaseComparison cases, List<String> rows) {
    CaseComparison.Counts sum = cases.ours();
    for (CaseComparison.Group group : cases.groups()) {
      sum =
          new CaseComparison.Counts(
              sum.held() + group.effect().held(), sum.cases() + group.effect().cases());
      rows.add(
          "group|"
              + cases.metric()
              + " "
              + cases.period().orElseThrow().from()
              + " "
              + group.words()
              + "|"
              + signed(group.effect().held())
              + "/"
              + signed(group.effect().cases())
              + " "
              + String.join(" ", group.keys())
              + "|");
    }
    assertThat(sum).as("the effects add up").isEqualTo(cases.theirs());
  }

  private static String of(Result result) {
    return result.metric() + " " + result.period().from();
  }

  private static String shown(Optional<Result> result) {
    return result
        .map(
            found ->
                found
                        .headline()
                        .flatMap(line -> line.measurement().figure())
                        .map(Object::toString)
                        .orElse("-")
                    + " "
                    + found.status().key())
        .orElse("");
  }

  private static String signed(long number) {
    return number > 0 ? "+" + number : Long.toString(number);
  }

  private static List<String> errors(String json) throws IOException {
    try (InputStream in =
        BothRecordsCasesTest.class.getResourceAsStream(BothRecordsJson.SCHEMA_RESOURCE)) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(
                  new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }
  }
}
