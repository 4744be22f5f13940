package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.DeskEvaluation;

class PerformanceReportTest {
  private static final Instant MADE = Instant.parse("2026-11-22T13:00:00Z");

  private final Document document = PerformanceReport.of(DeskEvaluation.evaluation(), MADE);

  @Test
  void theSponsorReadsOnePageFirst() {
    assertThat(document.sections().get(0).id()).isEqualTo("summary");
    assertThat(document.sections().get(0).blocks()).last().isInstanceOf(Block.PageBreak.class);
  }

  @Test
  void itSaysWhatItRestsOnAndHowToVerifyIt() {
    assertThat(document.facts())
        .extracting(Document.Fact::name)
        .contains("Agreement", "Version", "Period", "As of", "Made", "How to verify");
    assertThat(document.facts())
        .anySatisfy(fact -> assertThat(fact.value()).contains("2026-11-22"));
  }

  @Test
  void itHoldsAllThatAnEvaluationShowsAndThenTheMethod() {
    assertThat(document.sections())
        .extracting(Document.Section::id)
        .contains("status", "words", "worst", "waiting-on-you")
        .endsWith("method");
  }

  @Test
  void sensitiveValuesAreMasked() {
    assertThat(document.toString()).doesNotContain("Caller 2403");
  }
}
