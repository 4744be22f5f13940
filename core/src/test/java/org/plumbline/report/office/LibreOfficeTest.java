package org.plumbline.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.PerformanceReport;

/** Each kind of file opened by LibreOffice. {@code ./verify} installs it. */
@Tag("office")
@EnabledIf(
    value = "libreOfficeIsThere",
    disabledReason = "LibreOffice is not here: install libreoffice-writer, -calc and -impress")
class LibreOfficeTest {

  @Test
  void eachFileOpensAndAllOfItIsPrinted(@TempDir Path folder) throws Exception {
    Map<String, List<String>> printed =
        LibreOffice.printed(
            Map.of(
                "every-block.docx",
                WordDocument.write(EveryBlock.document(), EveryBlock.MADE),
                "performance.docx",
                WordDocument.write(
                    PerformanceReport.of(DeskEvaluation.evaluation(), EveryBlock.MADE),
                    EveryBlock.MADE),
                "results.xlsx",
                ResultsWorkbook.write(DeskEvaluation.evaluation(), EveryBlock.MADE),
                "status.pptx",
                StatusDashboard.write(DeskEvaluation.evaluation(), EveryBlock.MADE)),
            folder);
    assertThat(text(printed, "results.xlsx")).contains("All results", "How to verify");
    assertThat(text(printed, "status.pptx")).contains("Each metric", "About this document");
    assertThat(text(printed, "every-block.docx"))
        .contains("Service & support <desk>", "Second line with =SUM(A1) and <w:p/> in it.")
        .contains("CUI", "√ 99.8%", "in work", "Sep 2026");
    assertThat(text(printed, "performance.docx"))
        .contains("In short", "What waits, and on whom", "How to verify");
    List<String> pages = printed.getOrDefault("performance.docx", List.of());
    assertThat(pages.get(0)).doesNotContain("Status by metric");
    assertThat(pages.get(1)).contains("Status by metric");
  }

  private static String text(Map<String, List<String>> printed, String name) {
    return String.join("\n", printed.getOrDefault(name, List.of())).replace('\u00a0', ' ');
  }

  static boolean libreOfficeIsThere() {
    return LibreOffice.isThere();
  }
}
