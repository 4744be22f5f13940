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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.reconcile.CaseComparison;
import org.plumbline.reconcile.CaseFile;
import org.plumbline.reconcile.Comparison;
import org.plumbline.reconcile.FigureFile;
import org.plumbline.reconcile.Mapping;
import org.plumbline.reconcile.Ours;
import org.plumbline.reconcile.Reconciler;
import org.plumbline.reconcile.Reconciliation;
import org.plumbline.reconcile.Reported;
import org.plumbline.reconcile.ReportedCase;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.records.FileFormat;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.files.Grid;
import org.plumbline.records.files.Grids;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.report.json.ReconciliationJson;

/** Every folder under {@code cases} with figures reported is reconciled as worked by hand. */
class ReconciledCasesTest {

  private static final String FIGURES = "figures.csv";

  @TempDir Path temporary = Path.of(".");

  @TestFactory
  Stream<DynamicTest> whatWasReportedIsExplainedAsWorkedByHand() {
    return GoldenCase.all().stream()
        .filter(golden -> Files.exists(golden.folder().resolve("reported").resolve(FIGURES)))
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
  }

  private void check(GoldenCase golden) throws IOException, RefusedFile {
    try (Database database =
        Database.open(
            new DatabaseSettings(
                1, 1L << 29, temporary, List.of(golden.recordsFolder(), temporary)))) {
      Agreement agreement = golden.agreement();
      LoadOutcome outcome =
          Loader.load(
              database,
              agreement,
              golden.binding(agreement),
              golden.records(agreement, temporary),
              LoadOptions.DEFAULT,
              LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      Ours ours =
          Ours.of(
              new DuckDbEngine(database),
              agreement,
              ((LoadOutcome.Loaded) outcome).sets(),
              golden.asOf());
      ReportingPeriod asked =
          ReportingPeriod.of(
              agreement.performancePeriod().from(), agreement.performancePeriod().until());
      Reported<ReportedFigure> figures =
          FigureFile.read(FIGURES, grids(golden, FIGURES), agreement, Mapping.NONE, asked);
      Set<String> among =
          figures.items().stream()
              .map(ReportedFigure::metric)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      Optional<Reported<ReportedCase>> cases =
          Files.exists(golden.folder().resolve("reported/cases.csv"))
              ? Optional.of(
                  CaseFile.read(
                      "cases.csv",
                      grids(golden, "cases.csv"),
                      agreement,
                      golden.binding(agreement),
                      Mapping.NONE,
                      asked,
                      among))
              : Optional.empty();
      Reconciliation reconciliation =
          Reconciler.reconcile(ours, asked, golden.asOf(), figures, cases, step -> {});
      assertThat(reconciliation.findings()).isEmpty();
      assertThat(rows(reconciliation))
          .containsExactlyElementsOf(
              golden.expected("reconciled.csv").stream().map(ReconciledCasesTest::row).toList());
      assertThat(errors(ReconciliationJson.write(reconciliation, "v", "test", Set.of()))).isEmpty();
    }
  }

  private static List<Grid> grids(GoldenCase golden, String file) throws IOException, RefusedFile {
    Path path = golden.folder().resolve("reported").resolve(file).toRealPath();
    return Grids.find(new RecordFile(file, path), FileFormat.CSV, LoadOptions.DEFAULT).stream()
        .map(Grids.Found::grid)
        .toList();
  }

  private static String row(Map<String, String> row) {
    return String.join(
        "|",
        Stream.of("metric", "period", "standing", "reading", "gives", "groups")
            .map(column -> Objects.requireNonNull(row.getOrDefault(column, "")).strip())
            .toList());
  }

  private static List<String> rows(Reconciliation reconciliation) {
    List<String> rows = new ArrayList<>();
    Optional<CaseComparison> list = reconciliation.lists().stream().findFirst();
    for (Comparison comparison : reconciliation.comparisons()) {
      rows.add(
          String.join(
              "|",
              comparison.reported().metric(),
              comparison.reported().period().from().toString(),
              comparison.standing().key(),
              comparison.explanations().stream().findFirst().map(each -> each.id()).orElse(""),
              comparison.explanations().stream()
                  .findFirst()
                  .map(each -> each.gives() + " of " + each.of())
                  .orElse(""),
              comparison.cases().or(() -> list).map(ReconciledCasesTest::groups).orElse("")));
    }
    return rows;
  }

  private static String groups(CaseComparison cases) {
    CaseComparison.Counts sum = cases.ours();
    List<String> groups = new ArrayList<>();
    for (CaseComparison.Group group : cases.groups()) {
      sum =
          new CaseComparison.Counts(
              sum.held() + group.effect().held(), sum.cases() + group.effect().cases());
      groups.add(
          group.cause()
              + " "
              + signed(group.effect().held())
              + "/"
              + signed(group.effect().cases())
              + " "
              + String.join(" ", group.keys()));
    }
    assertThat(sum).as("the effects add up").isEqualTo(cases.theirs());
    return String.join("; ", groups);
  }

  private static String signed(long number) {
    return number > 0 ? "+" + number : Long.toString(number);
  }

  private static List<String> errors(String json) throws IOException {
    try (InputStream in =
        ReconciledCasesTest.class.getResourceAsStream(ReconciliationJson.SCHEMA_RESOURCE)) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(
                  new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }
  }
}
