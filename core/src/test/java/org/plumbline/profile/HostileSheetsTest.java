package org.plumbline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.records.FileFormat;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.files.Grid;
import org.plumbline.records.files.Grids;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;

/** Whatever a spreadsheet holds: it is refused in words, or an agreement without errors. */
class HostileSheetsTest {

  private static final long SEED = Long.getLong("plumbline.seed", 20_261_122L);
  private static final int TRIES = Integer.getInteger("plumbline.sheets", 900);

  private static final String[] NAMES = {
    "Invoice No.",
    "Received",
    "Paid",
    "Status",
    "Date\nReceived",
    "a: b",
    "{x}",
    "- y",
    "#",
    "\"q\"",
    "yes",
    "null",
    "",
    "Été",
    "日付",
    "😀 date",
    "any",
    "none",
    "hold",
    "elapsed",
    "2025",
    "Due",
    "Month",
    "Total",
    "%",
    "x".repeat(300),
    "\u202Eevil",
    "tab\there",
    "Amount",
    "Paid",
    "customer",
    "opened",
    "closed",
    "Cancelled",
    "Ticket ID",
    "*",
    "&a",
    "!t",
    "|"
  };

  private static final String[] CELLS = {
    "",
    "-",
    "n/a",
    "1",
    "2",
    "3/4/2025",
    "13/4/2025",
    "4/13/2025",
    "2025-01-02",
    "2025-02-30",
    "45658",
    "45658.5",
    "99999999999999999999",
    "1,234.5",
    "1.234,5",
    "95%",
    "0.95",
    "$7",
    "USD 8",
    "New",
    "Closed",
    "Waiting for customer",
    "Total",
    "2025-01-02 10:00",
    "2025-01-02T10:00:00Z",
    "1/2/2025 3:04 PM",
    "25:61",
    "1:30",
    "a@b.example",
    "x\ny",
    "\u0001bad",
    "\u00012025-01-02",
    "\u00012025-01-02T10:00",
    "Jan 2025",
    "Feb-25",
    "yes",
    "no",
    "😀",
    "\uFFFD",
    "{",
    "=1+1",
    "#REF!",
    "0001-01-01",
    "9999-12-31",
    "1/1/1900",
    "-5",
    "1e9",
    "y".repeat(400)
  };

  private static final String[][] THEMES = {
    {"3/4/2025", "4/13/2025", "12/1/2025"},
    {"2025-01-02 10:00", "2025-01-03 11:30", "2025-02-04 09:15"},
    {"2025-01-02", "2025-03-01", "45658", "-"},
    {"New", "Waiting for customer", "Closed", "Cancelled"},
    {"Jan 2025", "Feb 2025", "Mar 2025"},
    {"10", "20", "1,234.5", "7"},
    {"95%", "80.5%"}
  };

  @TempDir private Path folder;

  @Test
  void everyTableOfWildCellsIsUnclearOrAnAgreementWithoutErrors() throws RefusedAnswer {
    System.out.println("HostileSheetsTest seed " + SEED);
    Random random = new Random(SEED);
    int proposed = 0;
    for (int i = 0; i < TRIES; i++) {
      Grid grid = wild(random);
      Optional<Profile> profile = Profiler.profile(grid, Optional.empty());
      Optional<Interview> interview = profile.flatMap(Interview::about);
      if (interview.isPresent()) {
        Proposal proposal = interview.get().propose(Answers.NONE, Sheets.SOURCE);
        assertThat(Sheets.errors(proposal))
            .as("seed %s, try %s%n%s%n%s", SEED, i, proposal.agreement(), proposal.binding())
            .isEmpty();
        proposed++;
      }
    }
    assertThat(proposed).isGreaterThan(TRIES / 25);
  }

  @Test
  void everyChangedFileIsReadOrRefusedInWords() throws IOException, RefusedAnswer {
    System.out.println("HostileSheetsTest seed " + SEED);
    Random random = new Random(SEED + 1);
    int refused = 0;
    int proposed = 0;
    for (String name : List.of("invoices.xlsx", "tickets.csv", "calls.csv")) {
      byte[] good = Files.readAllBytes(Sheets.EXAMPLES.resolve(name));
      FileFormat format = FileFormat.ofName(name).orElseThrow();
      Path file = folder.resolve(name);
      for (int i = 0; i < TRIES / 6; i++) {
        Files.write(file, changed(good, random));
        try {
          Optional<Looked> looked =
              Looked.at(
                  Grids.find(new RecordFile(name, file), format, LoadOptions.DEFAULT),
                  Optional.empty(),
                  Optional.empty());
          Optional<Interview> interview = looked.flatMap(each -> Interview.about(each.profile()));
          if (interview.isPresent()) {
            Proposal proposal = interview.get().propose(Answers.NONE, Sheets.SOURCE);
            assertThat(Sheets.errors(proposal))
                .as(
                    "seed %s, %s, try %s%n%s%n%s",
                    SEED, name, i, proposal.agreement(), proposal.binding())
                .isEmpty();
            proposed++;
          }
        } catch (RefusedFile e) {
          assertThat(e.getMessage()).isNotBlank();
          assertThat(e.right()).isNotBlank();
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(TRIES / 50);
    assertThat(proposed).isGreaterThan(TRIES / 10);
  }

  private static Grid wild(Random random) {
    int width = 2 + random.nextInt(6);
    int height = 1 + random.nextInt(14);
    List<List<String>> kinds = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      List<String> kind = new ArrayList<>();
      if (random.nextInt(4) == 0) {
        kind.add(CELLS[random.nextInt(CELLS.length)]);
        kind.add(CELLS[random.nextInt(CELLS.length)]);
      } else {
        kind.addAll(List.of(THEMES[random.nextInt(THEMES.length)]));
      }
      kinds.add(kind);
    }
    List<Grid.Row> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      header.add(NAMES[random.nextInt(NAMES.length)].strip());
    }
    rows.add(new Grid.Row(1, header, ""));
    for (int row = 0; row < height; row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        List<String> kind = kinds.get(column);
        boolean odd = random.nextInt(40) == 0;
        cells.add(
            column == 0 && !odd
                ? "K" + row / (1 + random.nextInt(2))
                : odd
                    ? CELLS[random.nextInt(CELLS.length)]
                    : kind.get(random.nextInt(kind.size())));
      }
      rows.add(new Grid.Row(row + 2, cells, ""));
    }
    return new Grid(random.nextBoolean() ? "" : NAMES[random.nextInt(NAMES.length)], rows);
  }

  private static byte[] changed(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int change = 0; change <= random.nextInt(6); change++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes = joined(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), "");
        case 2 -> bytes = joined(bytes, at, at, CELLS[random.nextInt(CELLS.length)]);
        default -> bytes[at] = (byte) ",\"\n\r;\t|0".charAt(random.nextInt(8));
      }
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int from, int until, String between) {
    byte[] middle = between.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[from + middle.length + bytes.length - until];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(middle, 0, all, from, middle.length);
    System.arraycopy(bytes, until, all, from + middle.length, bytes.length - until);
    return all;
  }
}
