package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every folder under {@code cases/replay} gives what was worked by hand, for each of its runs. */
class PastCasesTest {
  private static final Path ROOT = Path.of("../cases/replay").toAbsolutePath().normalize();

  /** A run of a folder: what stands after its name in {@code run.properties}. */
  record Run(Path folder, String name, String arguments) {
    @Override
    public String toString() {
      return folder.getFileName() + " " + name;
    }

    Shell.Run shell() {
      List<String> all = new ArrayList<>();
      all.add(name.startsWith("gaps") ? "gaps" : "replay");
      all.add(folder.toString());
      for (String word : arguments.split(" ", -1)) {
        all.add(word.endsWith(".yaml") ? folder.resolve(word).toString() : word);
      }
      all.addAll(List.of("--format", "json"));
      return Shell.run(all.toArray(String[]::new));
    }
  }

  static Stream<Run> runs() throws IOException {
    List<Run> runs = new ArrayList<>();
    try (Stream<Path> folders = Files.list(ROOT)) {
      for (Path folder : folders.sorted().toList()) {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("run.properties"))) {
          all.load(reader);
        }
        all.stringPropertyNames().stream()
            .sorted()
            .forEach(name -> runs.add(new Run(folder, name, all.getProperty(name))));
      }
    }
    return runs.stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void eachRunGivesWhatWasWorkedByHand(Run run) throws IOException {
    Shell.Run shell = run.shell();
    assertThat(shell.code()).as(shell.all()).isZero();
    JsonNode answer = Json.read(shell.out());
    List<Map<String, String>> found =
        run.name().startsWith("gaps")
            ? rows(answer.path("gaps"), PastCasesTest::gap)
            : run.name().startsWith("find")
                ? rows(answer.path("lines"), PastCasesTest::line)
                : results(answer);

    assertThat(found).isEqualTo(expected(run, ""));
    if (Files.exists(file(run, "-cases"))) {
      assertThat(rows(answer.path("cases"), PastCasesTest::turned))
          .isEqualTo(expected(run, "-cases"));
    }
  }

  private static Path file(Run run, String what) {
    return run.folder().resolve("expected").resolve(run.name() + what + ".csv");
  }

  private static List<Map<String, String>> expected(Run run, String what) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (NamedCsvRecord row :
        CsvReader.builder().ofNamedCsvRecord(Files.readString(file(run, what)))) {
      rows.add(new LinkedHashMap<>(row.getFieldsAsMap()));
    }
    return rows;
  }

  private static List<Map<String, String>> rows(
      JsonNode nodes, java.util.function.Function<JsonNode, Map<String, String>> row) {
    return StreamSupport.stream(nodes.spliterator(), false).map(row).toList();
  }

  private static List<Map<String, String>> results(JsonNode answer) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode metric : answer.path("metrics")) {
      for (JsonNode result : metric.path("results")) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("metric", text(metric, "id"));
        row.put("period", text(result.path("period"), "name"));
        row.put("was", text(result.path("before"), "status"));
        row.put("figure_was", figure(result.path("before")));
        row.put("would", text(result.path("after"), "status"));
        row.put("figure_would", figure(result.path("after")));
        row.put("because", words(result.path("because")));
        rows.add(row);
      }
    }
    return rows;
  }

  private static Map<String, String> gap(JsonNode gap) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("metric", text(gap, "metric"));
    row.put("line", gap.path("line").asString());
    row.put("promised", text(gap, "promised"));
    row.put("shown", ratio(gap.path("shown").path("figure")));
    row.put("cases", gap.path("shown").path("cases").asString());
    row.put("low95", decimal(gap.path("shown").path("low95")));
    row.put("high95", decimal(gap.path("shown").path("high95")));
    row.put("stands", text(gap, "stands"));
    row.put("proposal", text(gap, "proposal"));
    row.put("apart", words(gap.path("periodsApart")));
    return row;
  }

  private static Map<String, String> line(JsonNode line) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("line", line.path("line").asString());
    row.put("tightest_bound", ratio(line.path("tightestBound")));
    row.put("tightest_limit", line.path("tightestLimit").asString());
    return row;
  }

  private static Map<String, String> turned(JsonNode turned) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("metric", text(turned, "metric"));
    row.put("case", text(turned, "case"));
    row.put("was", text(turned.path("before"), "state"));
    row.put("period_was", turned.path("before").path("period").path("name").asString(""));
    row.put("would", text(turned.path("after"), "state"));
    row.put("period_would", turned.path("after").path("period").path("name").asString(""));
    return row;
  }

  private static String figure(JsonNode result) {
    return ratio(result.path("lines").path(0).path("figure"));
  }

  private static String ratio(JsonNode exact) {
    String denominator = text(exact, "denominator");
    return text(exact, "numerator") + (denominator.equals("1") ? "" : "/" + denominator);
  }

  private static String decimal(JsonNode exact) {
    return new BigDecimal(text(exact, "numerator"))
        .divide(new BigDecimal(text(exact, "denominator")), 4, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.joining(" "));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
