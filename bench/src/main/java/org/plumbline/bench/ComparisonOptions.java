package org.plumbline.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What {@link Comparison} is asked to do.
 *
 * @param cases numbers of tickets, each measured in turn
 * @param agreements names of the agreements, of {@link #ALL}
 * @param rounds how often each side runs after runs over few tickets to warm up
 * @param folder where tickets are kept and spilled data go
 * @param memoryGigabytes what DuckDB may use before it spills
 * @param threads how many threads DuckDB uses
 * @param copied whether tickets are copied into tables first; otherwise each run reads Parquet
 * @param seed of the tickets
 */
record ComparisonOptions(
    List<Long> cases,
    List<String> agreements,
    int rounds,
    Path folder,
    int memoryGigabytes,
    int threads,
    boolean copied,
    long seed) {

  /** One metric; twenty metrics with four clocks; one metric whose clock pauses for holds. */
  static final List<String> ALL = List.of("one", "twenty", "held");

  static final String USAGE =
      """
      compare [--cases N,N…] [--agreements one,twenty,held] [--rounds N] [--folder DIR] [--memory-gb N]
              [--threads N] [--seed N] [--copied]
        Times Plumbline, the best SQL written by hand for the same answer, and a bare scan, in turn.
        --cases       1000000,10000000
        --rounds      5, after 21 to warm up, 20 of them over few tickets
        --folder      target/bench; tickets are made there once and kept (33 MB a million)
        --memory-gb   4; beyond it DuckDB spills into the folder
        --copied      copy tickets into tables first, instead of reading Parquet in each run
      """;

  /** Copies the lists. */
  ComparisonOptions {
    cases = List.copyOf(cases);
    agreements = List.copyOf(agreements);
  }

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  static ComparisonOptions parse(String... arguments) {
    List<Long> cases = List.of(1_000_000L, 10_000_000L);
    List<String> agreements = ALL;
    int rounds = 5;
    Path folder = Path.of("target", "bench");
    int memory = 4;
    int threads = Runtime.getRuntime().availableProcessors();
    boolean copied = false;
    long seed = 1;
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--cases" -> cases = list(rest.pop()).stream().map(Long::valueOf).toList();
        case "--agreements" -> agreements = list(rest.pop());
        case "--rounds" -> rounds = Integer.parseInt(rest.pop());
        case "--folder" -> folder = Path.of(rest.pop());
        case "--memory-gb" -> memory = Integer.parseInt(rest.pop());
        case "--threads" -> threads = Integer.parseInt(rest.pop());
        case "--seed" -> seed = Long.parseLong(rest.pop());
        case "--copied" -> copied = true;
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    if (!ALL.containsAll(agreements)) {
      throw new IllegalArgumentException("the agreements are " + ALL);
    }
    return new ComparisonOptions(cases, agreements, rounds, folder, memory, threads, copied, seed);
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).toList();
  }
}
