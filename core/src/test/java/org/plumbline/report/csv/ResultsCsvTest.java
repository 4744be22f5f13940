package org.plumbline.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.DeskEvaluation;

class ResultsCsvTest {
  @Test
  void aRowStandsForEachMetricPeriodAndLine() {
    List<String> lines = ResultsCsv.write(DeskEvaluation.evaluation()).lines().toList();
    // Four target and four minimum lines, and six metrics of one line, in three months.
    assertThat(lines).hasSize(1 + 3 * (8 + 6));
    int columns = lines.get(0).split(",", -1).length;
    assertThat(columns).isEqualTo(34);
    assertThat(lines.stream().filter(line -> line.contains(",incidents-resolved,")).toList())
        .first()
        .asString()
        .contains(",2016-03,2016-03-01,2016-03-31,not-met,,,target,0,0,within 18 hours,no,80% or")
        .contains(",share,0.712158809,287,403,");
  }

  @Test
  void aSpreadsheetFindsNoFormula() {
    assertThat(ResultsCsv.safe("=cmd|' /C calc'!A0")).startsWith("'=");
    assertThat(ResultsCsv.safe("+1+1")).startsWith("'");
    assertThat(ResultsCsv.safe("@sum")).startsWith("'");
    assertThat(ResultsCsv.safe("\t=1")).doesNotStartWith("\t");
    assertThat(ResultsCsv.safe("-0.25")).isEqualTo("-0.25");
    assertThat(ResultsCsv.safe("-2+3")).isEqualTo("'-2+3");
  }
}
