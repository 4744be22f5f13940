package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandTest {
  private static final Path CATALOGS = Path.of("../examples/catalogs");
  private static final String TRAVEL = CATALOGS.resolve("travel-and-expense-2024.xlsx").toString();
  private static final String MONEY =
      CATALOGS.resolve("financial-management-fy2025.xlsx").toString();

  @TempDir private Path folder;

  @Test
  void everyMeasureIsListed() {
    Shell.Run run = Shell.run("catalog", TRAVEL, "--list");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines()).hasSize(94);
    assertThat(run.out())
        .contains("TRT.6.020.004  VIP TMC Call Hold Timeliness  [below 60 seconds]");
  }

  @Test
  void exportsAreData() {
    assertThat(Shell.run("catalog", TRAVEL, "--format", "csv").out())
        .startsWith("sheet,row,id,name,description,target")
        .contains("TRT.7.030.005");
    assertThat(Shell.run("catalog", TRAVEL, "--format", "json").out())
        .contains("\"schema\" : \"plumbline-catalog/1\"", "\"relation\" : \"below\"");
    assertThat(Shell.run("catalog", TRAVEL, "--search", "voucher audit", "--format", "yaml").out())
        .contains("schema: plumbline-catalog/1", "id: TRT.7.030");
  }

  @Test
  void cellsThatLookLikeFormulasStayTexts() {
    assertThat(Shell.run("catalog", MONEY, "--format", "csv").out()).contains(",'=100%,");
  }

  @Test
  void aCheckWithAnErrorGivesOne() {
    Shell.Run run = Shell.run("catalog", MONEY, "--check", "--all");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("#FFM Service Measures:91:4 error PL801 ");
    assertThat(Shell.run("catalog", TRAVEL, "--check", "--format", "json").out())
        .contains("\"code\" : \"PL803\"", "\"sheet\" : \"Service Measures\"", "\"row\" : 18");
  }

  @Test
  void aMeasureThatIsNotThereIsRefusedWithTheNearest() {
    Shell.Run run = Shell.run("catalog", MONEY, "--show", "service review meetings");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("no measure of", "FFM.000.000.0061");
    assertThat(Shell.run("catalog", MONEY, "--draft", "x\u0007y").err()).doesNotContain("\u0007");
  }

  @Test
  void aWorkbookWithoutMeasuresIsRefusedPlainly() throws IOException {
    Path text = Files.writeString(folder.resolve("a.xlsx"), "text");
    Shell.Run run = Shell.run("catalog", text.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("the file is no workbook").doesNotContain("\tat ");
    assertThat(Shell.run("catalog", folder.toString()).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(Shell.run("catalog", "nowhere.xlsx").err()).contains("no such file");
  }

  @Test
  void onlyOneQuestionIsAskedAtATime() {
    assertThat(Shell.run("catalog", MONEY, "--list", "--check").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aCheckTakesCatalogs() {
    Shell.Run run =
        Shell.run("check", "../examples/accounts-payable", "--catalog", MONEY, "--catalog", TRAVEL);
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("PL857", "PL860");
    assertThat(Shell.run("check", "../examples/accounts-payable").out()).doesNotContain("PL85");
  }
}
