package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.records.LoadOutcome.Loaded;
import org.plumbline.records.duckdb.Compaction;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.StoreCheck;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.KeptPart;
import org.plumbline.records.store.LoadStore;

class LoadStoreTest {

  private static final String ITEMS =
      """
      items:
        case: [number]
        moments: {opened: instant, done: date}
        fields: {group: text, amount: money}
      """;
  private static final String BINDING =
      """
      items:
        files: ["items-*.csv"]
        unknown: ["n/a"]
      """;

  @TempDir private Path temporary;

  @Test
  void whatIsReadOfTheStoreIsWhatWasReadOfTheFiles() throws IOException {
    for (long seed = 1; seed <= 4; seed++) {
      Path place = Files.createDirectories(temporary.resolve("seed" + seed));
      try (RecordsFolder folder = folder(place)) {
        Set<String> names = write(folder, new Random(seed), 6);
        Loaded before = folder.loaded(LoadOptions.DEFAULT.keepingGood());
        List<String> rows = rows(folder);
        Compaction.Outcome outcome = compact(folder, names, seed % 3 == 0 ? 10 : 1_000);
        assertThat(outcome.left()).as("seed " + seed).isEmpty();
        assertThat(outcome.taken()).hasSize(6);
        assertThat(folder.folder()).isDirectoryNotContaining("glob:**.csv");
        assertThat(outcome.made()).hasSizeLessThan(6);
        try (RecordsFolder again = folder(place)) {
          Loaded after = again.loaded(LoadOptions.DEFAULT.keepingGood());
          assertThat(rows(again)).isEqualTo(rows);
          assertThat(after.report()).isEqualTo(before.report());
          assertThat(after.findings()).isEqualTo(before.findings());
          assertThat(after.sets()).isEqualTo(before.sets());
        }
        assertThat(check(folder).problems()).isEmpty();
        assertThat(check(folder).compared()).isPositive();
      }
    }
  }

  @Test
  void whatComesLaterIsMergedIntoPartsThatAreSmall() throws IOException {
    try (RecordsFolder folder = folder(temporary)) {
      Set<String> first = write(folder, new Random(1), 3);
      compact(folder, first, 100_000);
      assertThat(store(folder).parts()).hasSize(1);
      folder.file(
          "items-late.csv",
          "number,opened,done,group,amount,other",
          "L1,2026-07-01T10:00:00Z,,a,1,");
      Compaction.Outcome second = compact(folder, Set.of("items-late.csv"), 100_000);
      assertThat(second.replaced()).hasSize(1);
      assertThat(store(folder).parts()).hasSize(1);
      assertThat(store(folder).parts().get(0).files()).hasSize(4).contains("items-late.csv");
      assertThat(check(folder).problems()).isEmpty();
      Compaction.Outcome third = compact(folder, first, 100_000);
      assertThat(third.made()).isEmpty();
    }
  }

  @Test
  void largePartsStayAsTheyAreAndAreOfTheirMonths() throws IOException {
    try (RecordsFolder folder = folder(temporary)) {
      Set<String> first = write(folder, new Random(2), 4);
      compact(folder, first, 1);
      List<KeptPart> parts = store(folder).parts();
      assertThat(parts).extracting(KeptPart::months).contains("2026-01", "2026-02", "2026-03");
      folder.file(
          "items-late.csv",
          "number,opened,done,group,amount,other",
          "L1,2026-07-01T10:00:00Z,,a,1,");
      compact(folder, Set.of("items-late.csv"), 1);
      assertThat(store(folder).parts()).containsAll(parts).hasSize(parts.size() + 1);
    }
  }

  @Test
  void aFileWithAFaultyRowIsReadFromItsBytes() throws IOException {
    try (RecordsFolder folder = folder(temporary)) {
      folder.file(
          "items-a.csv",
          "number,opened,done,group,amount",
          "A,2026-01-01T10:00:00Z,2026-01-02,a,1,9,9");
      Loaded before = folder.loaded(LoadOptions.DEFAULT.keepingGood());
      compact(folder, Set.of("items-a.csv"), 100);
      assertThat(store(folder).files().values()).noneMatch(KeptFile::inParts);
      try (RecordsFolder again = folder(temporary)) {
        assertThat(again.loaded(LoadOptions.DEFAULT.keepingGood()).report())
            .isEqualTo(before.report());
      }
    }
  }

  @Test
  void anotherLayoutReadsTheBytesAgain() throws IOException {
    try (RecordsFolder folder = folder(temporary)) {
      Set<String> names = write(folder, new Random(3), 2);
      compact(folder, names, 100);
      try (RecordsFolder other =
          RecordsFolder.of(temporary, "UTC", ITEMS)
              .bound("items: {files: [\"items-*.csv\"], header: 1, unknown: [\"n/a\"]}")) {
        Loaded read = other.loaded(LoadOptions.DEFAULT.keepingGood());
        assertThat(read.report().files()).allMatch(file -> file.rows() > 0);
      }
    }
  }

  @Test
  void aPartThatWasChangedIsRefusedAndTold() throws IOException {
    try (RecordsFolder folder = folder(temporary)) {
      compact(folder, write(folder, new Random(4), 2), 100);
      LoadStore store = store(folder);
      Files.write(store.at(store.parts().get(0)), new byte[] {1, 2, 3});
      assertThat(check(folder).problems()).anyMatch(each -> each.contains("other content"));
      try (RecordsFolder again = folder(temporary)) {
        assertThat(RecordsFolder.lines(again.load()))
            .anyMatch(line -> line.contains("is not as it was written"));
      }
      Files.writeString(store.home().resolve("store.json"), "{\"plumbline-store\": 7}");
      try (RecordsFolder again = folder(temporary)) {
        assertThat(again.load()).isInstanceOf(LoadOutcome.Refused.class);
      }
    }
  }

  @Test
  void aRunThatEndedEarlyIsBroughtToItsEnd() throws IOException {
    try (RecordsFolder folder = folder(temporary)) {
      Set<String> names = write(folder, new Random(5), 2);
      byte[] first = Files.readAllBytes(folder.folder().resolve("items-0.csv"));
      compact(folder, names, 100);
      folder.bytes("items-0.csv", first);
      assertThat(compact(folder, names, 100).left()).isEmpty();
      assertThat(folder.folder().resolve("items-0.csv")).doesNotExist();
      folder.file("items-0.csv", "number,opened,done,group,amount");
      assertThat(RecordsFolder.lines(folder.load()))
          .anyMatch(line -> line.contains("other content than it was taken into the store with"));
    }
  }

  private static RecordsFolder folder(Path place) {
    return RecordsFolder.of(place, "America/New_York", ITEMS).bound(BINDING);
  }

  private static Set<String> write(RecordsFolder folder, Random random, int files) {
    Set<String> names = new TreeSet<>();
    for (int file = 0; file < files; file++) {
      List<String> lines = new ArrayList<>(List.of("number,opened,done,group,amount,other"));
      for (int row = 0; row < 20; row++) {
        lines.add(
            "%d-%d,2026-%02d-%02dT0%d:15:00Z,%s,%s,%d.50,\"x, y\""
                .formatted(
                    file,
                    row,
                    1 + random.nextInt(3),
                    1 + random.nextInt(28),
                    random.nextInt(10),
                    random.nextInt(4) == 0 ? "" : "2026-04-0" + (1 + random.nextInt(9)),
                    random.nextInt(5) == 0 ? "n/a" : "g" + random.nextInt(3),
                    random.nextInt(1000)));
      }
      if (random.nextInt(3) == 0) {
        lines.add("bad-" + file + ",yesterday,,a,1.50,");
      }
      names.add("items-" + file + ".csv");
      folder.file("items-" + file + ".csv", lines.toArray(String[]::new));
    }
    return names;
  }

  private static List<String> rows(RecordsFolder folder) {
    return folder.rows("items.cases", "*");
  }

  private static LoadStore store(RecordsFolder folder) throws IOException {
    return LoadStore.of(folder.folder());
  }

  private static Compaction.Outcome compact(RecordsFolder folder, Set<String> names, long least)
      throws IOException {
    try (Database database = database(folder)) {
      return Compaction.compact(
          database,
          folder.agreement(),
          folder.binding(),
          folder.folder(),
          names,
          least,
          LoadProgress.SILENT);
    }
  }

  private static StoreCheck check(RecordsFolder folder) throws IOException {
    try (Database database = database(folder)) {
      return StoreCheck.of(database, store(folder), folder.binding(), LoadProgress.SILENT);
    }
  }

  private static Database database(RecordsFolder folder) {
    Path spill = folder.folder().resolveSibling("spill");
    return Database.open(new DatabaseSettings(2, 1L << 30, spill, List.of(folder.folder())));
  }
}
