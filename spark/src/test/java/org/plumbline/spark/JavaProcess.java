package org.plumbline.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java process whose log is read as it is written; it and those that it started are ended. */
final class JavaProcess implements AutoCloseable {
  private static final int MINUTES = 20;

  private final Process process;
  private final Path log;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  private record Waiting(Predicate<String> line, CompletableFuture<String> found) {}

  private JavaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    reader = new Thread(this::read, "log of " + log.getFileName());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts one.
   *
   * @param log takes all that it says on either stream
   */
  static JavaProcess start(
      Path log, String classPath, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(each -> each.startsWith("--add-opens="))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xss8m",
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=en",
            "-Djava.net.preferIPv4Stack=true",
            "-Dlog4j2.configurationFile=" + logging(),
            "-cp",
            classPath));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(environment);
    return new JavaProcess(builder.start(), log);
  }

  private static Path logging() {
    return Path.of("src/test/resources/processes.properties").toAbsolutePath();
  }

  private void read() {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        told(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      over();
    }
  }

  private synchronized void told(String line) {
    lines.add(line);
    waiting.forEach(
        each -> {
          if (each.line().test(line)) {
            each.found().complete(line);
          }
        });
  }

  private synchronized void over() {
    waiting.forEach(
        each ->
            each.found().completeExceptionally(new IllegalStateException("it ended; see " + log)));
  }

  /** Waits for a line; gives what the pattern's group found in it. */
  String said(String pattern) throws InterruptedException, ExecutionException, TimeoutException {
    return said(pattern, 1);
  }

  /** Waits for a line as often as it is said so many times. */
  String said(String pattern, int times)
      throws InterruptedException, ExecutionException, TimeoutException {
    Pattern wanted = Pattern.compile(pattern);
    int[] left = {times};
    Waiting wait =
        new Waiting(
            line -> wanted.matcher(line).find() && --left[0] == 0, new CompletableFuture<>());
    synchronized (this) {
      for (String line : lines) {
        if (wait.line().test(line)) {
          wait.found().complete(line);
        }
      }
      waiting.add(wait);
      if (!process.isAlive() && !reader.isAlive()) {
        over();
      }
    }
    Matcher matcher = wanted.matcher(wait.found().get(MINUTES, TimeUnit.MINUTES));
    return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : "";
  }

  /** Waits for its end; gives its exit code. */
  int ended() throws InterruptedException, TimeoutException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      throw new TimeoutException("it does not end; see " + log);
    }
    reader.join();
    return process.exitValue();
  }

  /** Ends it and all that it started, at once, as a machine that loses its power. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
  }
}
