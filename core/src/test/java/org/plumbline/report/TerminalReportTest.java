package org.plumbline.report;

import org.junit.jupiter.api.Test;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.terminal.TerminalReport;
import org.plumbline.report.terminal.TerminalStyle;

class TerminalReportTest {
  @Test
  void print() {
    System.err.println(
        TerminalReport.render(
            ReportBuilder.build(DeskEvaluation.evaluation()), TerminalStyle.plain()));
  }
}
