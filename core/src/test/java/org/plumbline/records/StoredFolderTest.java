package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.records.LoadOutcome.Loaded;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;

class StoredFolderTest {

  @TempDir Path temporary;

  @Test
  void whatIsStoredIsOpenedAsItWas() throws IOException {
    Path stored = Files.createDirectories(temporary.resolve("stored"));
    Loaded loaded;
    try (RecordsFolder folder = tickets()) {
      loaded = folder.loaded();
    }
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 30, temporary, List.of(stored)))) {
      LoadOutcome none = Loader.open(database, stored, false);
      assertThat(RecordsFolder.lines(none)).anyMatch(line -> line.contains("PL506"));
      try (RecordsFolder folder = tickets(stored)) {
        Loader.store(folder.database(), folder.loaded().sets().values(), stored);
      }
      LoadOutcome opened = Loader.open(database, stored, false);
      assertThat(opened).isInstanceOf(Loaded.class);
      assertThat(((Loaded) opened).sets()).isEqualTo(loaded.sets());
      assertThat(database.number("SELECT count(*) FROM \"tickets.changes\"")).isEqualTo(2);
    }
  }

  @Test
  void aManifestThatDoesNotFitItsFilesIsRefused() throws IOException {
    Path stored = Files.createDirectories(temporary.resolve("stored"));
    try (RecordsFolder folder = tickets(stored)) {
      Loader.store(folder.database(), folder.loaded().sets().values(), stored);
    }
    Path manifest = stored.resolve("manifest.json");
    String text = Files.readString(manifest);
    for (String wrong :
        List.of(
            text.replace("\"BIGINT\"", "\"VARCHAR\""),
            text.replace("\"tickets\"", "\"../tickets\""),
            text.replace("\"cases\" : 1", "\"cases\" : 2"),
            text.substring(0, text.length() / 2),
            "[]")) {
      Files.writeString(manifest, wrong);
      try (Database database =
          Database.open(new DatabaseSettings(1, 1L << 30, temporary, List.of(stored)))) {
        assertThat(RecordsFolder.lines(Loader.open(database, stored, false)))
            .singleElement()
            .asString()
            .contains("PL506");
      }
    }
  }

  private RecordsFolder tickets(Path... also) {
    return RecordsFolder.of(
            temporary,
            "UTC",
            """
            tickets:
              case: [id]
              moments: {opened: instant, day: date}
              fields: {priority: number}
            """,
            also)
        .bound("tickets: {files: [t.csv], events: {at: at}}\n")
        .file(
            "t.csv",
            "id,at,opened,day,priority",
            "a,2026-01-05T10:00Z,2026-01-05T10:00Z,2026-01-05,1",
            "a,2026-01-05T11:00Z,2026-01-05T10:00Z,2026-01-05,2");
  }
}
