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
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/**
 * How the time of an evaluation grows with the cases, the metrics and the calendars: a table and a
 * picture each, in seconds of all threads. Where there is SQL by hand for the same answer, its time
 * stands beside, after both answers were found the same.
 */
public final class Growth {

  private static final String TWENTY = "twenty";

  /** The first that is timed is run so often before, so that Java has compiled what it runs. */
  private static final int WARM_UP = 10;

  private final GrowthOptions options;
  private final Path folder;
  private final PrintStream out;
  private boolean warm;

  private Growth(GrowthOptions options, Path folder, PrintStream out) {
    this.options = options;
    this.folder = folder;
    this.out = out;
  }

  /** Runs with the options that {@code --help} lists. */
  public static void main(String... arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (List.of(arguments).contains("--help")) {
      out.print(GrowthOptions.USAGE);
      return;
    }
    run(GrowthOptions.parse(arguments), LocalDate.now(Clock.system(ZoneOffset.UTC)), out);
  }

  /** Measures, and writes {@code growth.md} and a picture for each of what grows. */
  static void run(GrowthOptions options, LocalDate today, PrintStream out) throws IOException {
    Path folder = Files.createDirectories(options.folder()).toRealPath();
    Files.createDirectories(options.out());
    Growth growth = new Growth(options, folder, out);
    List<String> table = new ArrayList<>();
    table.add(
        "Measured on %s: seconds of all threads, medians of %d rounds."
            .formatted(today, options.rounds()));
    List<Supplier<GrowthChart>> charts =
        List.of(
            growth::cases,
            () -> growth.terms("metrics", options.metrics(), LongAgreement::of),
            () -> growth.terms("calendars", options.calendars(), LongAgreement::withCalendars));
    for (Supplier<GrowthChart> each : charts) {
      GrowthChart chart = each.get();
      Files.writeString(options.out().resolve("growth-" + chart.across() + ".svg"), chart.svg());
      table.addAll(rows(chart));
      Files.write(options.out().resolve("growth.md"), table);
    }
    table.forEach(out::println);
  }

  private GrowthChart cases() {
    List<GrowthChart.Point> ours = new ArrayList<>();
    List<GrowthChart.Point> hand = new ArrayList<>();
    List<GrowthChart.Point> scan = new ArrayList<>();
    for (int cases : options.cases()) {
      try (Database database = open(cases)) {
        Tickets tickets = tickets(cases);
        HandWritten.prepare(database);
        List<String> differences =
            Product.answer(database, TWENTY, tickets)
                .differences(HandWritten.answer(database, TWENTY));
        if (!differences.isEmpty()) {
          throw new IllegalStateException(String.join("\n", differences));
        }
        ours.add(point(cases, () -> Product.answer(database, TWENTY, tickets)));
        hand.add(point(cases, () -> HandWritten.answer(database, TWENTY)));
        scan.add(point(cases, () -> HandWritten.scan(database, TWENTY)));
      }
    }
    return new GrowthChart(
        "Twenty metrics over more and more cases",
        "cases",
        List.of(
            new GrowthChart.Line("Plumbline", ours),
            new GrowthChart.Line("SQL by hand", hand),
            new GrowthChart.Line("bare scan", scan)));
  }

  private GrowthChart terms(String what, List<Integer> numbers, IntFunction<String> text) {
    List<GrowthChart.Point> points = new ArrayList<>();
    Tickets tickets = tickets(options.tickets());
    try (Database database = open(options.tickets())) {
      for (int number : numbers) {
        Agreement agreement = Product.read(what, text.apply(number));
        points.add(
            point(
                number,
                () ->
                    Product.answer(new DuckDbEngine(database), agreement, tickets.stored(false))));
      }
    }
    return new GrowthChart(
        "More and more %s over %,d cases".formatted(what, options.tickets()),
        what,
        List.of(new GrowthChart.Line("Plumbline", points)));
  }

  private GrowthChart.Point point(int number, Runnable work) {
    for (int run = warm ? WARM_UP - 1 : 0; run < WARM_UP; run++) {
      work.run();
    }
    warm = true;
    Timing timing = new Timing();
    for (int round = 0; round < options.rounds(); round++) {
      timing.add(work);
    }
    out.printf(
        Locale.ROOT,
        "%,d: %.3f s on the clock, %.3f s of all threads%n",
        number,
        timing.wall(),
        timing.processor());
    return new GrowthChart.Point(number, Math.max(timing.processor(), 1e-3));
  }

  private Tickets tickets(int cases) {
    return new Tickets(cases, 1, folder);
  }

  private Database open(int cases) {
    Database database =
        Database.open(
            new DatabaseSettings(
                Runtime.getRuntime().availableProcessors(),
                (long) options.memoryGigabytes() << 30,
                folder,
                List.of(folder)));
    tickets(cases).generate(database, false);
    tickets(cases).install(database, false, false);
    return database;
  }

  private static List<String> rows(GrowthChart chart) {
    List<String> names = chart.lines().stream().map(GrowthChart.Line::name).toList();
    List<String> rows = new ArrayList<>();
    rows.add("");
    rows.add("| " + chart.across() + " | " + String.join(" s | ", names) + " s |");
    rows.add("|--:|" + "--:|".repeat(names.size()));
    for (int i = 0; i < chart.lines().get(0).points().size(); i++) {
      StringBuilder row = new StringBuilder();
      for (GrowthChart.Line line : chart.lines()) {
        GrowthChart.Point point = line.points().get(i);
        if (row.length() == 0) {
          row.append(String.format(Locale.ROOT, "| %,.0f |", point.at()));
        }
        row.append(String.format(Locale.ROOT, " %.2f |", point.seconds()));
      }
      rows.add(row.toString());
    }
    return rows;
  }
}
