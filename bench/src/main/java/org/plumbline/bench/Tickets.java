package org.plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/**
 * Made-up tickets over 33 months in the stored form of a record set, as Parquet files that are made
 * once and kept. The same number, seed and DuckDB give the same tickets; {@code generate-cases.sql}
 * and {@code generate-holds.sql} say what they are like.
 *
 * @param cases how many
 * @param seed any number
 * @param folder where the files are
 */
public record Tickets(long cases, long seed, Path folder) {

  /** The id of the record set. */
  public static final String SET = "tickets";

  /** When the records were taken: nothing happened later. */
  public static final Instant AS_OF = Instant.parse("2026-10-01T04:00:00Z");

  /** The first day on which anything happened. */
  public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  /** The last day, included. */
  public static final LocalDate LAST = LocalDate.of(2026, 9, 30);

  // Changes with the statements that make the files, so that no older files are taken for them.
  private static final int EDITION = 1;

  /** The holds of a ticket, in the order of their numbers. */
  private static final List<String> HOLDS =
      List.of("awaiting-user", "awaiting-vendor", "awaiting-problem");

  /**
   * Makes what is missing.
   *
   * @param database one that may write to the folder
   * @param held whether with holds
   */
  public void generate(Database database, boolean held) {
    Path tickets = file("cases");
    if (!Files.exists(tickets)) {
      Path unfinished = unfinished("cases");
      Map<String, String> values =
          Map.of(
              "cases", Long.toString(cases), "seed", Long.toString(seed), "file", unfinished + "");
      run(database, Script.of("generate-cases.sql", values));
      finish(unfinished, tickets);
    }
    if (held && (!Files.exists(file("holds")) || !Files.exists(file("atoms")))) {
      Path holds = unfinished("holds");
      Path atoms = unfinished("atoms");
      Map<String, String> values =
          Map.of(
              "cases",
              tickets.toString(),
              "seed",
              Long.toString(seed),
              "file",
              holds.toString(),
              "atoms",
              atoms.toString());
      run(database, Script.of("generate-holds.sql", values));
      finish(holds, file("holds"));
      finish(atoms, file("atoms"));
    }
  }

  /**
   * Gives a database the tables of the set.
   *
   * @param copied whether as tables of its own; otherwise it reads the files each time
   * @param held whether with holds
   */
  public void install(Database database, boolean copied, boolean held) {
    for (StoredSet.Table table : StoredSet.Table.values()) {
      String name = stored(held).table(table);
      String kind = name.substring(SET.length() + 1);
      boolean wanted =
          kind.equals("cases") || held && (kind.equals("holds") || kind.equals("atoms"));
      if (wanted) {
        database.execute(
            (copied ? "CREATE TABLE " : "CREATE VIEW ")
                + Sql.name(name)
                + " AS SELECT * FROM "
                + Sql.text(file(kind).toString()));
      }
    }
  }

  /** What a load would say of the set. */
  public StoredSet stored(boolean held) {
    Map<String, Precision> moments = new LinkedHashMap<>();
    for (String moment :
        List.of("opened", "acknowledged", "assigned", "resolved", "closed", "cancelled")) {
      moments.put(moment, Precision.INSTANT);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("priority", "BIGINT");
    fields.put("kind", "VARCHAR");
    fields.put("region", "VARCHAR");
    fields.put("reopenings", "BIGINT");
    return new StoredSet(
        SET,
        false,
        moments,
        fields,
        held ? HOLDS : List.of(),
        List.of("tickets.csv"),
        cases,
        0,
        // In UTC, in which the last evening lies on the next day.
        new StoredSet.DayRange(
            FIRST.toEpochDay(), LAST.plusDays(1).toEpochDay(), EpochMicros.of(AS_OF)),
        Set.of("opened"));
  }

  private Path file(String kind) {
    return folder.resolve(String.format("tickets-%d-%d-%d.%s.parquet", EDITION, cases, seed, kind));
  }

  private Path unfinished(String kind) {
    return folder.resolve(file(kind).getFileName() + ".unfinished");
  }

  private static void finish(Path unfinished, Path file) {
    try {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping " + file, e);
    }
  }

  private static void run(Database database, Script script) {
    script.statements().forEach(database::execute);
  }
}
