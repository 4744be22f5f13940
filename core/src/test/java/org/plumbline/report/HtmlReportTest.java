package org.plumbline.report;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.csv.ResultsCsv;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.EvaluationJson;

class HtmlReportTest {
  @Test
  void print() throws Exception {
    Files.createDirectories(Path.of("target/look"));
    Files.writeString(
        Path.of("target/look/report.html"),
        HtmlReport.render(ReportBuilder.build(DeskEvaluation.evaluation())));
    Files.writeString(
        Path.of("target/look/report.json"), EvaluationJson.write(DeskEvaluation.evaluation()));
    Files.writeString(
        Path.of("target/look/report.csv"), ResultsCsv.write(DeskEvaluation.evaluation()));
  }
}
