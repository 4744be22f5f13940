package org.plumbline.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.files.TextFiles;

/** No file, however broken, ends in an exception, and no kept row improves a figure. */
class MutatedFilesTest {

  private static final long SEED = Long.getLong("plumbline.seed", 20_261_121L);
  private static final int TEXTS = Integer.getInteger("plumbline.mutations", 10_000);
  private static final int FILES_IN_A_LOAD = 25;

  private static final byte[] CSV =
      """
      id,at,state,opened,prio,note,from,until
      a,2026-01-05T10:00,New,2026-01-05T09:00,1,"x, ""y"" z",,
      a,2026-01-05T11:00,Held,2026-01-05T09:00,2,,2026-01-05T12:00,
      b,2026-01-05T10:00,New,2026-01-05T09:00,3,é,2026-01-05T12:00,2026-01-05T13:00
      b,2026-01-06T10:00,Done,2026-01-05T09:00,3,é,,
      """
          .getBytes(UTF_8);

  private static final byte[] JSON =
      """
      {"id":"a","at":"2026-01-05T10:00","state":"New","opened":"2026-01-05T09:00","prio":1.5}
      {"id":"b","at":"2026-01-05T10:00","state":"Held","note":"x","prio":2,"from":null,"until":null}
      """
          .getBytes(UTF_8);

  private static final String TICKETS =
      """
      tickets:
        case: [id]
        moments: {opened: minute, done: date}
        fields: {prio: number, note: text}
        turns:
          - {hold: held, whose: customer}
          - {hold: parked, whose: provider}
      """;

  @TempDir Path temporary;

  @Test
  void tenThousandBrokenTextsAreReadOrRefused() throws IOException {
    System.out.println("MutatedFilesTest seed " + SEED);
    Random random = new Random(SEED);
    Path file = temporary.resolve("m");
    Path stage = temporary.resolve("stage");
    int refused = 0;
    for (int i = 0; i < TEXTS; i++) {
      FileFormat format = random.nextBoolean() ? FileFormat.CSV : FileFormat.JSON_LINES;
      byte[] bytes = Mutations.of(format == FileFormat.CSV ? CSV : JSON, random);
      if (random.nextInt(10) == 0) {
        bytes = Mutations.of(gzip(bytes), random);
      }
      Files.write(file, bytes);
      try {
        TextFiles.stage(
            new RecordFile("m", file),
            format,
            FileLayout.BY_FILE,
            LoadOptions.DEFAULT,
            header -> new int[] {0, header.size() - 1},
            stage,
            LoadProgress.SILENT);
      } catch (RefusedFile e) {
        refused++;
        assertThat(e.getMessage()).isNotBlank();
        assertThat(e.right()).isNotBlank();
      }
    }
    assertThat(refused).isBetween(TEXTS / 50, TEXTS / 2);
  }

  @Test
  void brokenFilesLoadOrAreToldAsCasesAndAsEvents() throws IOException {
    Random random = new Random(SEED + 1);
    int loads = Math.max(10, TEXTS / 1_000);
    for (String events : List.of("", "events: {at: at, order: prio, state: state}\n")) {
      try (RecordsFolder folder = RecordsFolder.of(temporary, "America/New_York", TICKETS)) {
        folder.bound(
            "tickets:\n"
                + ("files: [\"m*\"]\nzone: Europe/Berlin\ncolumns: {done: at}\n"
                        + "holds: {held: {from: from, until: until}}\n"
                        + events)
                    .indent(2));
        for (int load = 0; load < loads; load++) {
          for (int i = 0; i < FILES_IN_A_LOAD; i++) {
            boolean csv = random.nextInt(3) > 0;
            byte[] bytes = Mutations.of(csv ? CSV : JSON, random);
            Files.deleteIfExists(folder.folder().resolve("m" + i + (csv ? ".jsonl" : ".csv")));
            folder.bytes("m" + i + (csv ? ".csv" : ".jsonl"), bytes);
          }
          LoadOutcome outcome = folder.load(LoadOptions.DEFAULT.keepingGood());
          assertThat(outcome.findings()).allMatch(finding -> !finding.found().isBlank());
          drop(folder);
        }
      }
    }
  }

  @Test
  void brokenParquetFilesLoadOrAreTold() throws IOException {
    Random random = new Random(SEED + 2);
    try (RecordsFolder folder = RecordsFolder.of(temporary, "UTC", TICKETS)) {
      folder
          .bound("tickets: {files: [m.parquet], zone: UTC, columns: {done: opened}}\n")
          .database()
          .execute(
              "COPY (SELECT 'k' || i AS id, TIMESTAMP '2026-01-05 10:00:00' AS opened, i AS prio,"
                  + " 'note' AS note FROM range(50) AS r(i)) TO '"
                  + folder.folder().resolve("good.parquet")
                  + "'");
      byte[] good = Files.readAllBytes(folder.folder().resolve("good.parquet"));
      for (int i = 0; i < 40; i++) {
        folder.bytes("m.parquet", i == 0 ? good : Mutations.of(good, random));
        LoadOutcome outcome = folder.load();
        assertThat(i > 0 || outcome instanceof LoadOutcome.Loaded).isTrue();
        drop(folder);
      }
    }
  }

  @Test
  void keptRowsAreAllCasesAndChangeNothingOfTheOthers() {
    Random random = new Random(SEED + 3);
    for (int round = 0; round < 8; round++) {
      StringBuilder all = new StringBuilder("id,opened,done,prio,note\n");
      StringBuilder good = new StringBuilder(all);
      int unusable = 0;
      for (int i = 0; i < 30; i++) {
        boolean bad = random.nextInt(4) == 0;
        String prio = bad ? "x" : String.valueOf(random.nextInt(5));
        String row = "k" + i + ",2026-01-05T10:0" + random.nextInt(10) + "Z,," + prio + ",n\n";
        all.append(row);
        good.append(bad ? "" : row);
        unusable += bad ? 1 : 0;
      }
      String columns = "case_key, \"m:opened\", \"f:prio\"";
      List<String> kept = load(all.toString(), columns + ", unusable IS NULL");
      List<String> alone = load(good.toString(), columns + ", true");
      assertThat(kept).hasSize(30);
      assertThat(kept.stream().filter(row -> row.endsWith("|true")).toList()).isEqualTo(alone);
      assertThat(kept.stream().filter(row -> row.endsWith("|false")).count()).isEqualTo(unusable);
    }
  }

  private List<String> load(String csv, String columns) {
    try (RecordsFolder folder = RecordsFolder.of(temporary, "UTC", TICKETS)) {
      folder.bytes("tickets.csv", csv.getBytes(UTF_8));
      folder.loaded(LoadOptions.DEFAULT.keepingGood());
      return folder.rows("tickets.cases", columns);
    }
  }

  private static void drop(RecordsFolder folder) {
    folder
        .database()
        .query(
            "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'tickets.%'",
            row -> row.getString(1))
        .forEach(name -> folder.database().execute("DROP TABLE \"" + name + "\""));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }
}
