package org.plumbline.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A master and two workers of a standalone Spark, each a process, which have Spark's jars alone.
 */
final class LocalCluster implements AutoCloseable {

  private final Path home;
  private final Path logs;
  private final JavaProcess master;
  private final List<JavaProcess> workers = new ArrayList<>();
  private final String address;

  LocalCluster(Path folder) throws Exception {
    home = home(folder);
    logs = Files.createDirectories(folder.resolve("logs"));
    master =
        JavaProcess.start(
            logs.resolve("master.log"),
            home.resolve("jars") + "/*",
            environment(),
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0");
    try {
      address = master.said("Starting Spark master at (spark://\\S+)");
      for (int i = 0; i < 2; i++) {
        workers.add(worker(folder, i));
      }
      master.said("Registering worker", workers.size());
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  private JavaProcess worker(Path folder, int number) throws IOException {
    return JavaProcess.start(
        logs.resolve("worker-" + number + ".log"),
        home.resolve("jars") + "/*",
        environment(),
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        folder.resolve("work-" + number).toString(),
        address);
  }

  /** Spark's own jars as an installation has them; nothing of Plumbline and no DuckDB. */
  private static Path home(Path folder) throws IOException {
    Path home = folder.resolve("spark");
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (Path jar : jars().toList()) {
      if (!jar.getFileName().toString().matches("(duckdb|plumbline).*")) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    return home;
  }

  private static Stream<Path> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(each -> each.endsWith(".jar"))
        .map(each -> Path.of(each).toAbsolutePath())
        .distinct();
  }

  private Map<String, String> environment() {
    return Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13");
  }

  /** Where jobs are submitted to. */
  String address() {
    return address;
  }

  /** Submits a job as {@code spark-submit} does. */
  JavaProcess submit(String name, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    all.addAll(arguments);
    return JavaProcess.start(
        logs.resolve(name + ".log"),
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(each -> !each.endsWith("test-classes"))
            .map(each -> Path.of(each).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)),
        environment(),
        all.toArray(String[]::new));
  }

  /** Ends a worker and the executor that it runs, in the middle of what they do. */
  void lose(int worker) {
    workers.get(worker).close();
  }

  @Override
  public void close() throws IOException {
    workers.forEach(JavaProcess::close);
    master.close();
    try (Stream<Path> links = Files.list(home.resolve("jars"))) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
  }
}
