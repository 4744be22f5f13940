package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.Desk;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.terminal.TerminalReport;
import org.plumbline.report.terminal.TerminalStyle;

class TerminalReportTest {
  private final Document document = ReportBuilder.build(DeskEvaluation.evaluation());

  @Test
  void everyLineFitsTheWidth() {
    for (int width : new int[] {60, 80, 100, 140, 200}) {
      String text = TerminalReport.render(document, new TerminalStyle(width, false, true));
      assertThat(text.lines()).as("width %d", width).allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void aHundredColumnsShowEachMonthAndTheTrend() {
    String text = TerminalReport.render(document, TerminalStyle.plain());
    assertThat(text)
        .containsPattern("Metric +Target +Mar 2016 +Apr 2016 +May 2016 +Cases +Trend")
        .containsPattern("Moderate incidents +80% or more +✗ 71.2% +✗ 77.0% +✓ 82.9% .*▁▄█ +✓ met")
        .contains("✗ 3 of 5  targets met by Service Desk Center")
        .contains("▲ limit ran out 2016-03-09 15:00")
        .startsWith(" ".repeat(48) + "CUI\n");
  }

  @Test
  void thereIsNoColorUnlessItIsAskedFor() {
    assertThat(TerminalReport.render(document, TerminalStyle.plain())).doesNotContain("\u001b");
    assertThat(TerminalReport.render(document, new TerminalStyle(100, true, true)))
        .contains("\u001b[32m");
  }

  @Test
  void asciiIsEnough() {
    String text = TerminalReport.render(document, new TerminalStyle(100, false, false));
    assertThat(text.chars()).allMatch(c -> c < 128);
    assertThat(text).contains("x 71.2%").contains("PPPPP");
  }

  @Test
  void hostileTextCannotMoveTheCursorOrTurnALine() {
    Evaluation hostile =
        DeskEvaluation.evaluation(
            Desk.agreement(Desk.metrics(), "Evil \u001b[2J\u202Eagency\u0007\r\nnext"),
            Set.of(),
            "INC\u001b]0;title\u0007\u2066 47");
    String text = TerminalReport.render(ReportBuilder.build(hostile), TerminalStyle.plain());
    assertThat(text.chars())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    assertThat(text).contains("Evil [2Jagency  next");
  }
}
