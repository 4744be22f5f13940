package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of the how-tos, one of them changed at random in each try, and the commands that read
 * them: a result or findings in plain words, never a stack trace.
 *
 * <p>{@code -Dplumbline.tries=N} tries more, {@code -Dplumbline.seed=N} others.
 */
class HostileInputsTest {
  private static final int TRIES = Integer.getInteger("plumbline.tries", 15);
  private static final long SEED = Long.getLong("plumbline.seed", 20_261_122L);
  private static final String TYPES =
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";

  @TempDir private Path folder;

  @Test
  void whatStandsBesideAnAgreementEndsInNoStackTrace() throws IOException {
    fuzz(
        "contest-a-number",
        "register.yaml",
        "evaluate ours --period 2025-03 --metric invoices-on-time --as-of 2025-04-15 "
            + "--known-at 2025-04-20 --format html",
        "evaluate ours --period 2025-03 --metric invoices-on-time --as-of 2025-04-15 "
            + "--known-at 2025-04-25",
        "check ours --review");
  }

  @Test
  void deliveriesEndInNoStackTrace() throws IOException {
    fuzz(
        "late-records",
        "register.yaml records.yaml items-february.csv agreement.yaml",
        "evaluate desk --period 2026-01 --as-of 2026-03-01 --known-at 2026-02-20",
        "explain desk --period 2026-01 --metric timely --as-of 2026-03-01 --known-at "
            + "2026-02-19");
  }

  @Test
  void whatTheProviderReportsEndsInNoStackTrace() throws IOException {
    fuzz(
        "reconcile-with-the-provider",
        "report.csv report-2.csv cases.csv mapping.yaml kpi.csv",
        "reconcile desk --period 2026-03..2026-04 --reported desk/report.csv --as-of "
            + "2026-05-15",
        "reconcile desk --period 2026-03 --reported desk/report-2.csv --cases "
            + "desk/cases.csv --as-of 2026-05-15 --format json",
        "reconcile desk --period 2026-03 --reported desk/kpi.csv --mapping "
            + "desk/mapping.yaml --cases desk/cases.csv --as-of 2026-05-15 --format csv");
  }

  @Test
  void aDraftToReplayEndsInNoStackTrace() throws IOException {
    fuzz(
        "replay-a-change",
        "draft.yaml agreement.yaml",
        "replay desk --with desk/draft.yaml --periods 2026-01..2026-02 --as-of 2026-04-01 "
            + "--cases answered-in-time",
        "diff desk/agreement.yaml desk/draft.yaml",
        "diff desk/agreement.yaml desk/draft.yaml --format html");
  }

  @Test
  void companionsEndInNoStackTrace() throws IOException {
    fuzz(
        "check-a-draft",
        "conops.yaml agreement.yaml",
        "check draft --review",
        "check draft --format sarif",
        "check draft --format html");
  }

  @Test
  void aDocumentThatIsNamedAndNotThereIsTold() throws IOException {
    new HowToFolder(folder).ready(Path.of("../docs/howto/check-a-draft.md"));
    Files.delete(folder.resolve("draft/conops.yaml"));
    Shell.Run run = Shell.run("check", folder.resolve("draft").toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains(
            "agreement.yaml:8:20 error PL215 there is no file \"conops.yaml\" beside this one");
  }

  @Test
  void whatIsComplainedAboutMovesNoCursor() throws IOException {
    Shell.Run named = Shell.run("check", "\u001b[31mred\u009b31m\u202E");
    assertThat(named.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(named.err()).startsWith("plumbline: no such file: [31mred31m\n");
    Path file = folder.resolve("agreement.yaml");
    Files.writeString(file, "plumbline: 1\nagreement: a\ntitle: \"red\\u009b31m\"\n");
    assertThat(Shell.run("check", file.toString()).out())
        .contains("PL220 \"red 31m\" holds characters that nobody sees");
  }

  @Test
  void aWorkbookThatUnpacksToFarMoreThanItsSizeIsNamed() throws IOException {
    Path file = folder.resolve("matrix.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(zip, "[Content_Types].xml", TYPES);
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(" ".repeat(30_000_000).getBytes(US_ASCII));
    }
    Shell.Run run = Shell.run("requirements", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .startsWith("plumbline: " + file + ": the workbook unpacks to far more than its size");
    assertThat(Shell.run("requirements", folder.toString()).err()).contains("is not a file");
  }

  @Test
  void requirementsAreNotWrittenOverAnotherFile() throws IOException {
    Path agreement = folder.resolve("agreement.yaml");
    Files.writeString(agreement, "plumbline: 1\nagreement: mine\n");
    Path matrix = Files.write(folder.resolve("matrix.xlsx"), matrix());
    Shell.Run run = Shell.run("requirements", matrix.toString(), "-o", agreement.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("is there and holds no requirements");
    assertThat(agreement).hasContent("plumbline: 1\nagreement: mine");
    assertThat(Shell.run("requirements", matrix.toString()).out())
        .startsWith("P-1  It is 31mred\n");
  }

  @Test
  void anAgreementWhoseRequirementsHaveErrorsIsToldWhichOnes() throws IOException {
    Path matrix = Files.write(folder.resolve("matrix.xlsx"), matrix());
    Path trips = folder.resolve("trips");
    assertThat(Shell.run("init", "--template", "travel", trips.toString()).code()).isZero();
    Path agreement = trips.resolve("agreement.yaml");
    String text = Files.readString(agreement);
    String back = folder.resolve("back.xlsx").toString();
    String[] linked = {
      "requirements", matrix.toString(), "--agreement", trips.toString(), "-o", back
    };
    assertThat(Shell.run(linked).err()).contains("includes no requirements");
    Files.writeString(
        agreement,
        text.replaceFirst(
            "(?m)^performance-period:",
            "includes: {requirements: requirements.yaml}\nperformance-period:"));
    Files.writeString(
        trips.resolve("requirements.yaml"),
        "plumbline: 1\nrequirements: needs\nneeds:\n  p-1: {text: It is so, metrics: [x]}\n");
    assertThat(Shell.run(linked).err())
        .contains("requirements.yaml:4:25", "PL102", "did you mean \"metric\"?");
  }

  /** A matrix with one requirement, whose text would color what follows it. */
  private static byte[] matrix() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", TYPES);
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
              + " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
              + "<sheets><sheet name='Matrix' sheetId='1' r:id='r1'/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
              + "<Relationship Id='r1' Type='worksheet' Target='worksheets/sheet1.xml'/>"
              + "</Relationships>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
              + "<sheetData><row r='1'>"
              + cell("A1", "Requirements Unique ID")
              + cell("B1", "Requirement Description")
              + "</row><row r='2'>"
              + cell("A2", "P-1")
              + cell("B2", "It is &#155;31mred")
              + "</row></sheetData></worksheet>");
    }
    return bytes.toByteArray();
  }

  private static String cell(String at, String text) {
    return "<c r='" + at + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(US_ASCII));
  }

  private void fuzz(String page, String names, String... commands) throws IOException {
    new HowToFolder(folder).ready(Path.of("../docs/howto/" + page + ".md"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> List.of(names.split(" ")).contains(file.getFileName().toString()))
              .sorted()
              .toList();
    }
    assertThat(files).isNotEmpty();
    Random random = new Random(SEED);
    for (int i = 0; i < TRIES; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] before = Files.readAllBytes(file);
      Files.write(file, Hostile.changed(before, random));
      String command = commands[random.nextInt(commands.length)];
      String shown = "seed " + SEED + ", try " + i + ": " + command + "\n" + file + "\n";
      try {
        answersInWords(command, shown);
      } finally {
        Files.write(file, before);
      }
    }
  }

  private void answersInWords(String command, String shown) {
    Shell.Run run = Shell.run(new HowToFolder(folder).arguments(command));
    String all = shown + run.all();
    assertThat(run.code()).as(all).isBetween(ExitCode.DONE, ExitCode.REFUSED);
    assertThat(run.all()).as(all).doesNotContain("\tat ", "our fault", "Exception:");
    assertThat(run.all()).as(all).doesNotContainPattern("[\\p{Cc}\u202A-\u202E&&[^\\n\\t\\r]]");
    if (command.endsWith("html")) {
      assertThat(run.out()).as(all).doesNotContain("<script>alert", "<img src=x");
    }
    if (command.endsWith("csv")) {
      assertThat(run.out()).as(all).doesNotContainPattern("(?m)(^|,|\")[=@](cmd|SUM)");
    }
  }
}
