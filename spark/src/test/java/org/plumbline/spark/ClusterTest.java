package org.plumbline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line submitted to a master and two workers, of which one is lost in mid-run. */
class ClusterTest {
  private static final Path EXAMPLE = Path.of("../examples/service-desk").toAbsolutePath();

  /** As many cases as need tables in the shared folder. */
  private static final int COPIES = 1_500;

  @TempDir Path temporary = Path.of(".");

  @Test
  void aClusterThatLosesAWorkerPublishesWhatOneMachineDoes() throws Exception {
    Path records = records();
    Path expected = temporary.resolve("expected.json");
    Path found = temporary.resolve("found.json");
    try (JavaProcess alone =
        JavaProcess.start(
            temporary.resolve("alone.log"), withoutSpark(), Map.of(), alone(records, expected))) {
      assertThat(alone.ended()).as(log("alone.log")).isZero();
    }
    Path shared = Files.createDirectories(temporary.resolve("shared"));
    try (LocalCluster cluster = new LocalCluster(temporary);
        JavaProcess run = cluster.submit("run", submitted(cluster, shared, records, found))) {
      run.said("Finished task .* in stage [1-9]\\d*\\.0 .*executor 0");
      run.said("Finished task .* in stage [1-9]\\d*\\.0 .*executor 1");
      cluster.lose(0);
      run.said("Lost executor");
      assertThat(run.ended()).as(log("logs/run.log")).isZero();
    }
    assertThat(text(found)).isEqualTo(text(expected));
    assertThat(shared).isEmptyDirectory();
  }

  /** The command of the page, with this cluster's addresses and folders. */
  private static List<String> submitted(
      LocalCluster cluster, Path shared, Path records, Path output) throws IOException {
    String page = Files.readString(Path.of("../docs/howto/spark.md"));
    String command = page.substring(page.indexOf("spark-submit --master spark:"));
    List<String> all =
        new ArrayList<>(
            List.of(
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=127.0.0.1"));
    for (String word :
        command.substring(0, command.indexOf("```")).strip().split("[\\\\\\s]+", -1)) {
      all.add(
          switch (word) {
            case "spark://master:7077" -> cluster.address();
            case "spark.plumbline.folder=hdfs:///tmp/plumbline" ->
                "spark.plumbline.folder=" + shared.toUri();
            case "plumbline-spark.jar" -> "spark-internal";
            case "hdfs:///records/2016" -> "file://" + records;
            case "examples/service-desk" -> EXAMPLE.toString();
            case "report.json" -> output.toString();
            default -> word;
          });
    }
    all.remove("spark-submit");
    return all;
  }

  /** The same command on one machine. */
  private static String[] alone(Path records, Path output) {
    return new String[] {
      "org.plumbline.cli.Plumbline",
      "evaluate",
      EXAMPLE.toString(),
      "--metric",
      "incidents-resolved",
      "--records",
      records.toString(),
      "--period",
      "2016-04",
      "--as-of",
      "2016-05-20T12:00:00Z",
      "--format",
      "json",
      "-o",
      output.toString()
    };
  }

  /** The example's log many times over, each time with incidents of other numbers. */
  private Path records() throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLE.resolve("records/incidents.csv"));
    List<String> many = new ArrayList<>(List.of(lines.get(0)));
    for (int copy = 0; copy < COPIES; copy++) {
      for (String line : lines.subList(1, lines.size())) {
        many.add("C" + copy + "-" + line);
      }
    }
    Path folder = Files.createDirectories(temporary.resolve("records"));
    Files.write(folder.resolve("incidents.csv"), many);
    return folder;
  }

  private static String withoutSpark() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(each -> Path.of(each).toAbsolutePath())
        .filter(each -> !each.toString().matches(".*(spark[^/]*/target/|/spark-(main|test)$).*"))
        .filter(
            each ->
                !Files.exists(each.resolve("META-INF/services/org.plumbline.known.EngineMaker")))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What was published, but for what worked it out and when. */
  private static String text(Path json) throws IOException {
    return Files.readString(json)
        .replaceFirst("\"engine\" : \"[^\"]*\"", "")
        .replaceFirst("\"knownAt\" : \"[^\"]*\"", "");
  }

  private String log(String name) throws IOException {
    try (Stream<String> lines = Files.lines(temporary.resolve(name))) {
      return lines.filter(line -> !line.contains(" INFO ")).collect(Collectors.joining("\n"));
    }
  }
}
