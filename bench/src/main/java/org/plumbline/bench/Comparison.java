package org.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.evaluate.Engine;
import org.plumbline.known.EngineMaker;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/**
 * Whole evaluations beside the best SQL written by hand for the same answer and a bare scan, in one
 * process, in turn. Before anything is timed, both answers must be the same to the last count.
 * Another engine on the class path, such as Spark, is timed after them over the same tickets.
 * Prints a table in the form of {@code docs/performance.md}; time decides nothing.
 */
public final class Comparison {

  private static final long FEW = 20_000;
  private static final int WARM_UP = 20;

  private final ComparisonOptions options;
  private final PrintStream out;
  private final List<String> table = new ArrayList<>();
  private final Optional<EngineMaker> other;
  private final List<String> others = new ArrayList<>();

  private Comparison(ComparisonOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    EngineMaker maker = EngineMaker.ofClassPath();
    other = maker instanceof EngineMaker.BuiltIn ? Optional.empty() : Optional.of(maker);
  }

  /** Runs with the options that {@code --help} lists. */
  public static void main(String... arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (List.of(arguments).contains("--help")) {
      out.print(ComparisonOptions.USAGE);
      return;
    }
    ComparisonOptions options = ComparisonOptions.parse(arguments);
    LocalDate today = LocalDate.now(Clock.system(ZoneOffset.UTC));
    new Comparison(options, out).run(today);
  }

  private void run(LocalDate today) throws IOException {
    Files.createDirectories(options.folder());
    Path folder = options.folder().toRealPath();
    table.add(
        "| Agreement | Tickets | Plumbline s | by hand s | scan s | to scan | to hand"
            + " | Plumbline CPU s | by hand CPU s | to hand | ns a ticket |");
    table.add("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (long cases : options.cases()) {
      Tickets tickets = new Tickets(cases, options.seed(), folder);
      try (Database database = open(folder)) {
        out.printf("making %,d tickets, unless they are there…%n", cases);
        tickets.generate(database, options.agreements().contains("held"));
      }
      for (String agreement : options.agreements()) {
        warmUp(folder, agreement);
        try (Database database = open(folder)) {
          tickets.install(database, options.copied(), agreement.equals("held"));
          HandWritten.prepare(database);
          measure(database, agreement, tickets);
        }
      }
    }
    out.printf("%n%s, %s:%n%n", today, machine());
    table.forEach(out::println);
    if (other.isPresent()) {
      out.println();
      out.println("| Agreement | Tickets | Engine | s | CPU s | CPU s to DuckDB | ns a ticket |");
      out.println("|---|--:|---|--:|--:|--:|--:|");
      others.forEach(out::println);
    }
  }

  private Database open(Path folder) {
    return Database.open(
        new DatabaseSettings(
            options.threads(), (long) options.memoryGigabytes() << 30, folder, List.of(folder)));
  }

  /** Both sides over few tickets, so that Java has compiled what it is going to run. */
  private void warmUp(Path folder, String agreement) {
    Tickets few = new Tickets(FEW, options.seed(), folder);
    try (Database database = open(folder)) {
      few.generate(database, agreement.equals("held"));
      few.install(database, options.copied(), agreement.equals("held"));
      HandWritten.prepare(database);
      for (int round = 0; round < WARM_UP; round++) {
        Product.answer(database, agreement, few);
        HandWritten.answer(database, agreement);
      }
    }
  }

  private void measure(Database database, String agreement, Tickets tickets) {
    requireSame(
        agreement,
        Product.answer(database, agreement, tickets),
        HandWritten.answer(database, agreement));
    Timing ours = new Timing();
    Timing hand = new Timing();
    Timing scan = new Timing();
    for (int round = 0; round < options.rounds(); round++) {
      out.printf(
          Locale.ROOT,
          "%s, %,d: Plumbline %s, by hand %s, scan %s%n",
          agreement,
          tickets.cases(),
          seconds(ours.add(() -> Product.answer(database, agreement, tickets))),
          seconds(hand.add(() -> HandWritten.answer(database, agreement))),
          seconds(scan.add(() -> HandWritten.scan(database, agreement))));
    }
    table.add(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %.2f | %.2f | %.3f | %.1f | **%.2f** | %.2f | %.2f | **%.2f** | %.0f |",
            agreement,
            tickets.cases(),
            ours.wall(),
            hand.wall(),
            scan.wall(),
            ours.wall() / scan.wall(),
            ours.wall() / hand.wall(),
            ours.processor(),
            hand.processor(),
            ours.processor() / hand.processor(),
            ours.wall() * 1e9 / tickets.cases()));
    other.ifPresent(maker -> measure(maker, database, agreement, tickets, ours));
  }

  /** Another engine that stands on the class path, over tables that were laid for it before. */
  private void measure(
      EngineMaker maker, Database database, String agreement, Tickets tickets, Timing ours) {
    Engine engine = maker.over(database);
    requireSame(
        agreement,
        Product.answer(engine, agreement, tickets),
        Product.answer(database, agreement, tickets));
    Timing its = new Timing();
    for (int round = 0; round < options.rounds(); round++) {
      out.printf(
          Locale.ROOT,
          "%s, %,d: %s %s%n",
          agreement,
          tickets.cases(),
          maker.name(),
          seconds(its.add(() -> Product.answer(engine, agreement, tickets))));
    }
    others.add(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %s | %.2f | %.2f | **%.1f** | %.0f |",
            agreement,
            tickets.cases(),
            maker.name(),
            its.wall(),
            its.processor(),
            its.processor() / ours.processor(),
            its.wall() * 1e9 / tickets.cases()));
  }

  private static void requireSame(String agreement, Answer ours, Answer byHand) {
    List<String> differences = ours.differences(byHand);
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          differences.size()
              + " counts of "
              + agreement
              + " differ, Plumbline's first:\n"
              + String.join("\n", differences.subList(0, Math.min(20, differences.size()))));
    }
  }

  private static String seconds(Timing.Run run) {
    return String.format(Locale.ROOT, "%.3f s (%.2f)", run.wall(), run.processor());
  }

  /** Processors, memory, Java and DuckDB, and the most memory that this process has taken. */
  private String machine() throws IOException {
    return String.format(
        Locale.ROOT,
        "%d × %s, JDK %s, DuckDB %s with %d threads and %d GB, %s; resident at most %s",
        Runtime.getRuntime().availableProcessors(),
        line(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch", "")),
        System.getProperty("java.version", ""),
        version(),
        options.threads(),
        options.memoryGigabytes(),
        options.copied() ? "from tables" : "from Parquet",
        line(Path.of("/proc/self/status"), "VmHWM", "unknown"));
  }

  private static String version() {
    Package driver = org.duckdb.DuckDBDriver.class.getPackage();
    String version = driver == null ? null : driver.getImplementationVersion();
    return version == null ? "" : version;
  }

  private static String line(Path file, String key, String otherwise) throws IOException {
    if (!Files.isReadable(file)) {
      return otherwise;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(otherwise);
    }
  }
}
