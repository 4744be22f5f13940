package org.plumbline.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What {@link Growth} is asked to do.
 *
 * @param cases numbers of tickets
 * @param metrics numbers of metrics
 * @param calendars numbers of calendars
 * @param tickets over how many metrics and calendars grow
 * @param rounds how often each is run after one to warm up
 * @param folder where tickets are kept and spilled data go
 * @param out where pictures and the table are written
 * @param memoryGigabytes what DuckDB may use before it spills
 */
record GrowthOptions(
    List<Integer> cases,
    List<Integer> metrics,
    List<Integer> calendars,
    int tickets,
    int rounds,
    Path folder,
    Path out,
    int memoryGigabytes) {

  static final String USAGE =
      """
      growth [--cases N,N…] [--metrics N,N…] [--calendars N,N…] [--tickets N] [--rounds N] [--folder DIR]
             [--out DIR] [--memory-gb N]
        Times whole evaluations as cases, metrics and calendars grow; writes growth-*.svg and growth.md.
        --cases       100000,1000000,10000000 of *twenty*, beside SQL by hand and a bare scan
        --metrics     1,3,10,30,100,300 over so many tickets as --tickets says
        --calendars   1,3,10,30,100,300 over as many tickets, each with a metric of its own
        --tickets     1000000
        --rounds      3, after one to warm up
        --folder      target/bench; tickets are made there once and kept (33 MB a million)
        --out         the folder for pictures and table; docs/images
        --memory-gb   4; beyond it DuckDB spills into the folder
      """;

  /** Copies the lists. */
  GrowthOptions {
    cases = List.copyOf(cases);
    metrics = List.copyOf(metrics);
    calendars = List.copyOf(calendars);
  }

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  static GrowthOptions parse(String... arguments) {
    List<Integer> cases = List.of(100_000, 1_000_000, 10_000_000);
    List<Integer> metrics = List.of(1, 3, 10, 30, 100, 300);
    List<Integer> calendars = metrics;
    int tickets = 1_000_000;
    int rounds = 3;
    Path folder = Path.of("target", "bench");
    Path out = Path.of("docs", "images");
    int memory = 4;
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--cases" -> cases = numbers(rest.pop());
        case "--metrics" -> metrics = numbers(rest.pop());
        case "--calendars" -> calendars = numbers(rest.pop());
        case "--tickets" -> tickets = Integer.parseInt(rest.pop());
        case "--rounds" -> rounds = Integer.parseInt(rest.pop());
        case "--folder" -> folder = Path.of(rest.pop());
        case "--out" -> out = Path.of(rest.pop());
        case "--memory-gb" -> memory = Integer.parseInt(rest.pop());
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new GrowthOptions(cases, metrics, calendars, tickets, rounds, folder, out, memory);
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).toList();
  }
}
