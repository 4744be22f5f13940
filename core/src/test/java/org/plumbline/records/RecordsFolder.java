package org.plumbline.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.finding.Finding;
import org.plumbline.records.LoadOutcome.Loaded;
import org.plumbline.records.LoadReport.SetReport;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.yaml.BindingYaml;
import org.plumbline.records.yaml.ReadBinding;

/** A folder of records for a test, with an agreement around one text of record sets. */
final class RecordsFolder implements AutoCloseable {

  private static final String AROUND =
      """
      plumbline: 1
      agreement: test
      title: Test
      zone: %s
      parties:
        customer: {name: Customer}
        provider: {name: Provider}
      performance-period: {from: 2026-01-01, until: 2026-12-31}
      metrics: {}
      records:
      """;

  private final Path folder;
  private final Database database;
  private final Agreement agreement;
  private Binding binding = Binding.byNames();

  private RecordsFolder(Path folder, Database database, Agreement agreement) {
    this.folder = folder;
    this.database = database;
    this.agreement = agreement;
  }

  /** A folder in an empty one, with record sets in YAML that begin at the left margin. */
  static RecordsFolder of(Path temporary, String zone, String records, Path... also) {
    String text = AROUND.formatted(zone) + records.indent(2);
    ReadAgreement read = AgreementYaml.read("agreement.yaml", text);
    Agreement agreement =
        read.asFarAsRead()
            .orElseThrow(() -> new IllegalArgumentException(read.findings().toString()));
    try {
      Path folder = Files.createDirectories(temporary.resolve("records"));
      Path spill = Files.createDirectories(temporary.resolve("spill"));
      List<Path> allowed = new ArrayList<>(List.of(also));
      allowed.add(folder);
      Database database = Database.open(new DatabaseSettings(2, 1L << 30, spill, allowed));
      return new RecordsFolder(folder, database, agreement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Binds with sets in YAML that begin at the left margin. */
  RecordsFolder bound(String sets) {
    ReadBinding read = readBinding(sets);
    binding =
        read.binding().orElseThrow(() -> new IllegalArgumentException(read.findings().toString()));
    return this;
  }

  ReadBinding readBinding(String sets) {
    String text = "plumbline: 1\nbinds: test\nsets:\n" + sets.indent(2);
    return BindingYaml.read("records.yaml", text.getBytes(StandardCharsets.UTF_8), agreement);
  }

  RecordsFolder file(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  RecordsFolder bytes(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Database database() {
    return database;
  }

  Binding binding() {
    return binding;
  }

  Agreement agreement() {
    return agreement;
  }

  LoadOutcome load() {
    return load(LoadOptions.DEFAULT);
  }

  LoadOutcome load(LoadOptions options) {
    return Loader.load(database, agreement, binding, folder, options, LoadProgress.SILENT);
  }

  /** Loads what has to load. */
  Loaded loaded() {
    return loaded(LoadOptions.DEFAULT);
  }

  Loaded loaded(LoadOptions options) {
    LoadOutcome outcome = load(options);
    if (outcome instanceof Loaded loaded) {
      return loaded;
    }
    throw new AssertionError("refused: " + outcome.findings());
  }

  static SetReport report(LoadOutcome outcome, String set) {
    return Objects.requireNonNull(outcome.report().sets().get(set));
  }

  static List<String> lines(LoadOutcome outcome) {
    return outcome.findings().stream().map(Finding::toLine).toList();
  }

  /** Columns of a stored table, a line a row, values parted by bars. */
  List<String> rows(String table, String columns) {
    return database.query(
        "SELECT " + columns + " FROM \"" + table + "\"",
        row -> {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(row.getString(i)));
          }
          return String.join("|", cells);
        });
  }

  @Override
  public void close() {
    database.close();
  }
}
