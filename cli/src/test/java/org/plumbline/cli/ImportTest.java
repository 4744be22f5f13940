package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties.CustomProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final Path EXAMPLES = Path.of("../examples/forms");

  @TempDir private Path folder;

  @Test
  void aTableTypedInWordBecomesADraftThatCheckAccepts() {
    Path draft = folder.resolve("agreement.yaml");
    Shell.Run run =
        Shell.run(
            "import",
            "metrics",
            EXAMPLES.resolve("sla-table.docx").toString(),
            "-o",
            draft.toString());
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(Shell.run("check", draft.toString()).code()).isZero();
    assertThat(Shell.run("read", draft.toString()).code()).isZero();
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Path there = Files.writeString(folder.resolve("agreement.yaml"), "mine");
    Shell.Run run =
        Shell.run(
            "import",
            "metrics",
            EXAMPLES.resolve("sla-table.docx").toString(),
            "-o",
            there.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("there is already a file here").contains("nothing was written");
    assertThat(there).hasContent("mine");
  }

  @Test
  void gapsAndResultsGoIntoWorkbooksAndOverNone() {
    String trips = folder.resolve("trips").toString();
    assertThat(Shell.run("init", "--template", "travel", trips).code()).isZero();
    Path raid = folder.resolve("raid.xlsx");
    Path more = folder.resolve("raid-2.xlsx");
    String[] gaps = {"gaps", trips, "--periods", "2025-10..2025-12", "--raid", raid.toString()};
    assertThat(Shell.run(gaps).code()).isZero();
    assertThat(Shell.run(gaps).err()).contains("there is already a file here");
    Shell.Run again =
        Shell.run(
            "gaps",
            trips,
            "--periods",
            "2025-10..2025-12",
            "--raid",
            more.toString(),
            "--raid-form",
            raid.toString());
    assertThat(again.out()).contains("there already: ");
    Path measures = folder.resolve("measures.xlsx");
    Shell.Run run =
        Shell.run(
            "evaluate",
            trips,
            "--period",
            "2025-10..2025-12",
            "--measures",
            measures.toString(),
            "--measures-form",
            "../examples/catalogs/travel-and-expense-2024.xlsx");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("TRT.6.010.004, 2025-10: 4.5%, not met");
    assertThat(Shell.run("catalog", measures.toString()).out()).contains("94 measures");
  }

  @Test
  void workbooksMadeAnewSayWhatTheyAreOfAndAreTheSameFileTwice() throws IOException {
    String trips = folder.resolve("trips").toString();
    assertThat(Shell.run("init", "--template", "travel", trips).code()).isZero();
    String at = "2026-01-20T12:00:00Z";
    String[][] commands = {
      {"fill", "responsibilities", "../examples/accounts-payable/conops.yaml", "--made", at, "-o"},
      {"fill", "comments", trips, "--made", at, "-o"},
      {"gaps", trips, "--periods", "2025-10..2025-12", "--as-of", at, "--made", at, "--raid"},
      {"evaluate", trips, "--period", "2025-10..2025-12", "--as-of", at, "--made", at, "--measures"}
    };
    for (String[] command : commands) {
      Path one = folder.resolve(command[0] + command[1].length() + "-1.xlsx");
      Path two = folder.resolve(command[0] + command[1].length() + "-2.xlsx");
      for (Path file : List.of(one, two)) {
        String[] whole = Arrays.copyOf(command, command.length + 1);
        whole[command.length] = file.toString();
        Shell.run(whole);
      }
      assertThat(one).hasSameBinaryContentAs(two);
      try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(one))) {
        StringBuilder about = new StringBuilder();
        read.getSheet("About").forEach(row -> row.forEach(cell -> about.append(cell).append('\n')));
        assertThat(about.toString())
            .as(command[0])
            .contains("plumbline1:sha-256:", "Plumbline", "How to verify");
        assertThat(about.toString().contains("sha-256 "))
            .as(command[0] + " names the files that were read")
            .isEqualTo(!command[0].equals("fill"));
      }
    }
  }

  @Test
  void formsOfOthersSayInTheirPropertiesWhatIsFilledIn() throws IOException {
    String trips = folder.resolve("trips").toString();
    assertThat(Shell.run("init", "--template", "travel", trips).code()).isZero();
    Path raid = folder.resolve("raid.xlsx");
    Path form = folder.resolve("form.xlsx");
    Shell.run("gaps", trips, "--periods", "2025-11..2025-12", "--raid", form.toString());
    try (XSSFWorkbook ours = new XSSFWorkbook(Files.newInputStream(form))) {
      for (int row = ours.getSheetAt(0).getLastRowNum(); row > 0; row--) {
        ours.getSheetAt(0).getRow(row).getCell(1).setCellValue("another " + row);
      }
      ours.getProperties().getCustomProperties().addProperty("Version", "ours");
      try (OutputStream out = Files.newOutputStream(form)) {
        ours.write(out);
      }
    }
    String[] gaps = {"gaps", trips, "--periods", "2025-10..2025-12", "--raid-form"};
    assertThat(
            Shell.run(
                    gaps[0],
                    gaps[1],
                    gaps[2],
                    gaps[3],
                    gaps[4],
                    form.toString(),
                    "--raid",
                    raid.toString())
                .code())
        .isZero();
    try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(raid))) {
      CustomProperties said = read.getProperties().getCustomProperties();
      assertThat(said.getProperty("Version").getLpwstr()).isEqualTo("ours");
      assertThat(said.getProperty("Plumbline: Version").getLpwstr())
          .startsWith("plumbline1:sha-256:");
      assertThat(said.getProperty("Plumbline: How to verify").getLpwstr())
          .contains("“plumbline gaps”");
    }
    Path conops = folder.resolve("conops.docx");
    Shell.Run run =
        Shell.run(
            "fill",
            "conops",
            "../examples/accounts-payable",
            "--form",
            "../examples/forms/conops.docx",
            "-o",
            conops.toString());
    assertThat(run.code()).as(run.err()).isZero();
    try (XWPFDocument read = new XWPFDocument(Files.newInputStream(conops))) {
      assertThat(
              read.getProperties()
                  .getCustomProperties()
                  .getProperty("Plumbline: Concept of operations")
                  .getLpwstr())
          .isNotEmpty();
    }
  }

  @Test
  void gapsGoIntoFilesOfAnOfficeByTheirEnding() throws IOException {
    String trips = folder.resolve("trips").toString();
    assertThat(Shell.run("init", "--template", "travel", trips).code()).isZero();
    for (String name : List.of("gaps.docx", "gaps.pdf", "gaps.xlsx")) {
      Path file = folder.resolve(name);
      Shell.Run run =
          Shell.run("gaps", trips, "--periods", "2025-10..2025-12", "-o", file.toString());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .startsWith(name.endsWith("pdf") ? "%PDF" : "PK");
    }
    try (XWPFDocument word = new XWPFDocument(Files.newInputStream(folder.resolve("gaps.docx")))) {
      assertThat(word.getTables()).isNotEmpty();
      assertThat(word.getTables().get(word.getTables().size() - 1).getText())
          .contains("2025-10..2025-12", "Made", "“plumbline gaps”");
    }
    assertThat(Shell.run("gaps", trips, "--periods", "2025-10..2025-12", "--format", "docx").err())
        .contains("--format docx goes to -o FILE.docx");
  }

  @Test
  void aRefusedFileLeavesNothingBehind() throws IOException {
    Path text = Files.writeString(folder.resolve("plan.docx"), "no document");
    Path draft = folder.resolve("agreement.yaml");
    Shell.Run run = Shell.run("import", "metrics", text.toString(), "-o", draft.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("PL501 the file is no document").doesNotContain("\tat ");
    assertThat(draft).doesNotExist();
    assertThat(Shell.run("import", "metrics", folder.resolve("a.txt").toString()).err())
        .contains("no such file");
  }
}
