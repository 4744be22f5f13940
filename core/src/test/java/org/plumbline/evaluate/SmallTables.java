package org.plumbline.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.yaml.BindingYaml;

/** An agreement over a few rows, loaded and worked out. */
final class SmallTables implements AutoCloseable {

  private static final String HEAD =
      """
      plumbline: 1
      agreement: small
      title: Small tables
      zone: America/New_York
      parties: {customer: {name: Bureau}, provider: {name: Center}}
      performance-period: {from: 2026-10-01, until: 2026-12-31}
      period: {every: month}
      calendar: office
      calendars: {office: {hours: {mon-fri: ["08:00-17:00"]}}}
      """;

  private final Path folder;
  private final Agreement agreement;
  private final Database database;
  private final Map<String, StoredSet> loaded;

  private SmallTables(
      Path folder, Agreement agreement, Database database, Map<String, StoredSet> loaded) {
    this.folder = folder;
    this.agreement = agreement;
    this.database = database;
    this.loaded = loaded;
  }

  /**
   * Loads.
   *
   * @param rest the agreement after its head: records and metrics
   * @param files texts by name of file
   */
  static SmallTables load(Path folder, String rest, Map<String, String> files) throws IOException {
    ReadAgreement read = AgreementYaml.read("agreement.yaml", HEAD + rest, Folder.NONE);
    Agreement agreement =
        read.agreement().orElseThrow(() -> new AssertionError(read.findings().toString()));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), UTF_8);
    }
    Binding binding = Binding.byNames();
    if (files.containsKey("records.yaml")) {
      binding =
          BindingYaml.read(
                  "records.yaml",
                  Objects.requireNonNull(files.get("records.yaml")).getBytes(UTF_8),
                  agreement)
              .binding()
              .orElseThrow();
    }
    Database database = Database.open(new DatabaseSettings(1, 1L << 29, folder, List.of(folder)));
    LoadOutcome outcome =
        Loader.load(
            database,
            agreement,
            binding,
            folder,
            LoadOptions.DEFAULT.keepingGood(),
            LoadProgress.SILENT);
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
    return new SmallTables(folder, agreement, database, ((LoadOutcome.Loaded) outcome).sets());
  }

  /** The cases of a set as of T: the key, then what is known of moments and fields. */
  List<String> cases(String set, String asOf) {
    StoredSet stored = sets(asOf).get(set);
    assertThat(stored).as(set).isNotNull();
    List<String> columns = new ArrayList<>();
    Objects.requireNonNull(stored).moments().keySet().forEach(id -> columns.add("m:" + id));
    stored.fields().keySet().forEach(id -> columns.add("f:" + id));
    columns.add("unusable");
    return database.query(
        "SELECT * FROM \"" + stored.table(StoredSet.Table.CASES) + "\" ORDER BY case_no",
        row -> {
          StringBuilder text = new StringBuilder(row.getString("case_key"));
          for (String column : columns) {
            String value = row.getString(column);
            if (value != null) {
              text.append(" | ")
                  .append(name(column))
                  .append(" ")
                  .append(shown(stored, column, value));
            }
          }
          return text.toString();
        });
  }

  private static String name(String column) {
    return column.substring(column.indexOf(':') + 1);
  }

  private static String shown(StoredSet stored, String column, String value) {
    if (!column.startsWith("m:")) {
      return value;
    }
    return switch (Objects.requireNonNull(stored.moments().get(name(column)))) {
      case DATE -> java.time.LocalDate.ofEpochDay(Long.parseLong(value)).toString();
      case INSTANT, MINUTE ->
          org.plumbline.calendar.EpochMicros.toInstant(Long.parseLong(value)).toString();
    };
  }

  Map<String, StoredSet> sets(String asOf) {
    return RecordSets.of(new DuckDbEngine(database), agreement, loaded, Instant.parse(asOf)).sets();
  }

  /** What a metric counts: month, cases, holding, indeterminate, open, figure. */
  List<String> counted(String metric, String asOf) {
    Engine engine = new DuckDbEngine(database);
    StoredSet stored =
        Objects.requireNonNull(
            sets(asOf).get(Objects.requireNonNull(agreement.metrics().get(metric)).records()));
    return engine
        .evaluate(
            agreement, Compiler.compile(agreement, stored, List.of(metric), Instant.parse(asOf)))
        .measurements()
        .stream()
        .map(
            m ->
                m.period().name()
                    + ": "
                    + m.holding()
                    + " of "
                    + m.cases()
                    + (m.indeterminate() > 0 ? ", " + m.indeterminate() + " unknown" : "")
                    + (m.open() > 0 ? ", " + m.open() + " open" : "")
                    + m.figure().map(figure -> ", " + figure).orElse(""))
        .toList();
  }

  Database database() {
    return database;
  }

  Agreement agreement() {
    return agreement;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    database.close();
  }
}
