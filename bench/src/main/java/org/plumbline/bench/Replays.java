package org.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.replay.Answered;
import org.plumbline.replay.Past;
import org.plumbline.replay.Replayed;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/**
 * How fast other limits are answered over the tickets of {@link Tickets}, by clocks that were kept,
 * beside the first evaluation. Before anything is timed, an answer is compared with a whole
 * evaluation of the same limits. Arguments: the number of tickets, and the folder of their files.
 */
public final class Replays {

  private static final int ROUNDS = 5;

  private Replays() {}

  /** Runs with a number of tickets and a folder. */
  public static void main(String... arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[1]).toRealPath();
    Tickets tickets = new Tickets(Long.parseLong(arguments[0]), 1, folder);
    out.println("| Agreement | Tickets | first s | keep s | other limits s | to first |");
    out.println("|---|--:|--:|--:|--:|--:|");
    for (String agreement : List.of("one", "twenty")) {
      try (Database database =
          Database.open(new DatabaseSettings(2, 4L << 30, folder, List.of(folder)))) {
        tickets.generate(database, false);
        tickets.install(database, false, false);
        out.println(measured(database, agreement, tickets));
      }
    }
  }

  private static String measured(Database database, String name, Tickets tickets) {
    Engine engine = new DuckDbEngine(database);
    StoredSet stored = tickets.stored(false);
    Map<String, StoredSet> loaded = Map.of(Tickets.SET, stored);
    String text = Script.resource(name + ".yaml");
    Agreement agreement = Product.read(name, text);
    Evaluated evaluated = evaluated(engine, agreement, loaded);
    long first = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      evaluated = evaluated(engine, agreement, loaded);
      first = Math.min(first, System.nanoTime() - start);
    }
    Past past = new Past(engine, agreement, Optional.of(evaluated), loaded, Tickets.AS_OF);
    long start = System.nanoTime();
    agreement.metrics().keySet().forEach(past::clock);
    long kept = System.nanoTime() - start;
    requireSame(engine, loaded, past, Product.read(name, shorter(text, 1)));
    long least = Long.MAX_VALUE;
    for (int round = 2; round < 2 + ROUNDS; round++) {
      Agreement draft = Product.read(name, shorter(text, round));
      start = System.nanoTime();
      past.replay(draft, set -> {});
      least = Math.min(least, System.nanoTime() - start);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.2f | %.2f | %.4f | **%.4f** |",
        name,
        tickets.cases(),
        first / 1e9,
        kept / 1e9,
        least / 1e9,
        (double) least / first);
  }

  private static Evaluated evaluated(
      Engine engine, Agreement agreement, Map<String, StoredSet> loaded) {
    return Rounds.evaluate(engine, agreement, loaded, Tickets.AS_OF, set -> {});
  }

  private static void requireSame(
      Engine engine, Map<String, StoredSet> loaded, Past past, Agreement draft) {
    Replayed replayed = past.replay(draft, set -> {});
    if (replayed.answered().containsValue(Answered.RECORDS)
        || !new HashSet<>(replayed.measurements())
            .equals(new HashSet<>(evaluated(engine, draft, loaded).measurements()))) {
      throw new IllegalStateException("the clocks do not say what the records say");
    }
  }

  /** The same text with limits that are so many hours shorter. */
  private static String shorter(String text, int hours) {
    return Pattern.compile("within: (\\d+) hours")
        .matcher(text)
        .replaceAll(
            found -> "within: " + Math.max(1, Integer.parseInt(found.group(1)) - hours) + " hours");
  }
}
