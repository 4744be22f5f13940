package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every folder under {@code cases/register} gives what was worked by hand, at each moment at which
 * something was known.
 */
class RegisterCasesTest {
  private static final Path ROOT = Path.of("../cases/register").toAbsolutePath().normalize();

  static Stream<String> folders() throws IOException {
    try (Stream<Path> all = Files.list(ROOT)) {
      return all
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void eachFolderGivesWhatWasWorkedByHand(String name) throws IOException {
    Path folder = ROOT.resolve(name);
    Map<String, List<Map<String, String>>> findings = byKnownAt(folder, "findings.csv");
    Map<String, List<Map<String, String>>> results = byKnownAt(folder, "results.csv");
    assertThat(results).isNotEmpty();
    byKnownAt(folder, "superseded.csv")
        .forEach(
            (knownAt, rows) -> assertThat(superseded(folder, knownAt)).as(knownAt).isEqualTo(rows));
    byKnownAt(folder, "refused.csv")
        .forEach(
            (knownAt, codes) -> {
              Shell.Run run = evaluate(folder, knownAt, "csv");
              assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.REFUSED);
              codes.forEach(row -> assertThat(run.err()).contains(row.get("code")));
            });
    results.forEach(
        (knownAt, expected) -> {
          assertThat(results(folder, knownAt, expected)).as(knownAt).isEqualTo(expected);
          if (findings.containsKey(knownAt)) {
            assertThat(findings(folder, knownAt))
                .as(knownAt)
                .isEqualTo(
                    findings.get(knownAt).stream()
                        .filter(row -> !row.getOrDefault("code", "").isEmpty())
                        .toList());
          }
        });
  }

  /** The target lines that are expected, with the columns that are expected. */
  private static List<Map<String, String>> results(
      Path folder, String knownAt, List<Map<String, String>> expected) {
    Shell.Run run = evaluate(folder, knownAt, "csv");
    assertThat(run.code()).as(run.all()).isZero();
    Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(run.out())) {
      if (row.getField("level").equals("target")) {
        rows.put(row.getField("metric") + " " + row.getField("period"), row);
      }
    }
    List<Map<String, String>> found = new ArrayList<>();
    for (Map<String, String> wanted : expected) {
      NamedCsvRecord row =
          Objects.requireNonNull(
              rows.get(wanted.get("metric") + " " + wanted.get("period")), run.all());
      Map<String, String> values = new LinkedHashMap<>();
      wanted.keySet().forEach(column -> values.put(column, value(row, column, wanted, knownAt)));
      found.add(values);
    }
    return found;
  }

  private static String value(
      NamedCsvRecord row, String column, Map<String, String> wanted, String knownAt) {
    return switch (column) {
      case "known_at" -> knownAt;
      case "figure" -> ratio(row.getField("numerator"), row.getField("denominator"));
      case "without_requests" ->
          like(row.getField("figure_without_requests"), wanted.getOrDefault(column, ""));
      case "if_granted" -> like(row.getField("figure_if_granted"), wanted.getOrDefault(column, ""));
      default -> row.getField(column);
    };
  }

  private static String ratio(String numerator, String denominator) {
    return denominator.equals("1") || denominator.isEmpty()
        ? numerator
        : numerator + "/" + denominator;
  }

  /** The ratio that was expected, if the decimal is its; else the decimal. */
  private static String like(String decimal, String ratio) {
    if (decimal.isEmpty() || ratio.isEmpty()) {
      return decimal;
    }
    String[] parts = ratio.split("/", -1);
    double expected =
        Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    return Math.abs(Double.parseDouble(decimal) - expected) < 1e-9 ? ratio : decimal;
  }

  /** The values that later deliveries changed. */
  private static List<Map<String, String>> superseded(Path folder, String knownAt) {
    List<Map<String, String>> found = new ArrayList<>();
    for (JsonNode value :
        Json.read(evaluate(folder, knownAt, "json").out()).path("load").path("superseded")) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("known_at", knownAt);
      for (String column : List.of("key", "column", "was", "is", "delivery")) {
        row.put(column, value.path(column).asString());
      }
      found.add(row);
    }
    return found;
  }

  /** What is said of the register. */
  private static List<Map<String, String>> findings(Path folder, String knownAt) {
    Shell.Run run = evaluate(folder, knownAt, "json");
    List<Map<String, String>> found = new ArrayList<>();
    for (JsonNode finding : Json.read(run.out()).path("findings")) {
      if (finding.path("code").asString().startsWith("PL6")) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("known_at", knownAt);
        row.put("code", finding.path("code").asString());
        row.put("line", String.valueOf(finding.path("line").asInt()));
        found.add(row);
      }
    }
    return found;
  }

  private static Shell.Run evaluate(Path folder, String knownAt, String format) {
    Properties run = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("run.properties"))) {
      run.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Shell.run(
        "evaluate",
        folder.toString(),
        "--period",
        run.getProperty("period"),
        "--as-of",
        run.getProperty("as-of"),
        "--known-at",
        knownAt,
        "--format",
        format);
  }

  private static Map<String, List<Map<String, String>>> byKnownAt(Path folder, String name)
      throws IOException {
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    Path file = folder.resolve("expected").resolve(name);
    if (Files.exists(file)) {
      for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(Files.readString(file))) {
        rows.computeIfAbsent(row.getField("known_at"), key -> new ArrayList<>())
            .add(new LinkedHashMap<>(row.getFieldsAsMap()));
      }
    }
    return rows;
  }
}
