package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.Desk;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.EvaluationJson;
import org.plumbline.report.terminal.TerminalReport;
import org.plumbline.report.terminal.TerminalStyle;

class MaskingTest {
  @Test
  void sensitiveFieldsAreMaskedEverywhere() {
    Evaluation evaluation = DeskEvaluation.evaluation();
    Document document = ReportBuilder.build(evaluation);
    assertThat(EvaluationJson.write(evaluation))
        .doesNotContain("Caller 2403", "31/2/2016")
        .contains("\"caller\" : \"•••\"", "incidents.caller");
    assertThat(HtmlReport.render(document)).doesNotContain("Caller 2403", "31/2/2016");
    assertThat(TerminalReport.render(document, TerminalStyle.plain()))
        .doesNotContain("Caller 2403", "31/2/2016");
  }

  @Test
  void aFieldAskedForByNameIsShown() {
    Evaluation evaluation =
        DeskEvaluation.evaluation(Desk.agreement(), Set.of("caller"), "INC0000047");
    assertThat(EvaluationJson.write(evaluation)).contains("Caller 2403", "31/2/2016");
    assertThat(Masking.maskedFields(evaluation)).isEmpty();
  }

  @Test
  void maskingTwiceIsMaskingOnce() {
    Evaluation once = Masking.apply(DeskEvaluation.evaluation());
    assertThat(Masking.apply(once)).isEqualTo(once);
  }
}
