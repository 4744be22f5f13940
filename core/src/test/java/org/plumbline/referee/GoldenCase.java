package org.plumbline.referee;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.NotEvaluated;
import org.plumbline.records.Binding;
import org.plumbline.records.yaml.BindingYaml;
import org.plumbline.records.yaml.ReadBinding;

/** A folder under {@code cases}: an agreement, records and what they give, worked by hand. */
record GoldenCase(Path folder) {

  /** All cases, in order of their names. */
  static List<GoldenCase> all() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path here = Path.of("cases").toAbsolutePath();
    return Files.isDirectory(here) ? here : Path.of("../cases").toAbsolutePath().normalize();
  }

  String name() {
    return folder.getFileName().toString();
  }

  Path recordsFolder() {
    return folder.resolve("records");
  }

  Agreement agreement() {
    ReadAgreement read =
        AgreementYaml.read("agreement.yaml", text(folder.resolve("agreement.yaml")), Folder.NONE);
    return read.agreement()
        .orElseThrow(() -> new IllegalStateException(name() + ": " + read.findings()));
  }

  /** Whether the engine applies every exclusion; if not, no metric can be compared. */
  boolean exclusionsApplied() {
    ReadAgreement read =
        AgreementYaml.read("agreement.yaml", text(folder.resolve("agreement.yaml")), Folder.NONE);
    return NotEvaluated.findings(read.agreement().orElseThrow(), read.places()).stream()
        .noneMatch(finding -> finding.place().path().startsWith("exclusions/"));
  }

  Binding binding(Agreement agreement) {
    Path file = recordsFolder().resolve("records.yaml");
    if (!Files.exists(file)) {
      return Binding.byNames();
    }
    ReadBinding read =
        BindingYaml.read("records.yaml", text(file).getBytes(StandardCharsets.UTF_8), agreement);
    return read.binding()
        .orElseThrow(() -> new IllegalStateException(name() + ": " + read.findings()));
  }

  Instant asOf() {
    return Instant.parse(run().getProperty("as-of"));
  }

  boolean keepsGood() {
    return Boolean.parseBoolean(run().getProperty("keep-good"));
  }

  /** The rows of an expectation as maps from column to cell; none where there is no such file. */
  List<Map<String, String>> expected(String file) {
    return rows("expected", file);
  }

  /** What is known beside the records: {@code bills.csv issued.csv decisions.csv}. */
  List<Map<String, String>> known(String file) {
    return rows("known", file);
  }

  private List<Map<String, String>> rows(String under, String file) {
    Path path = folder.resolve(under).resolve(file);
    if (!Files.exists(path)) {
      return List.of();
    }
    List<String> lines = text(path).lines().toList();
    List<String> columns = List.of(lines.get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    return rows;
  }

  private Properties run() {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(folder.resolve("run.properties"), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
