package org.plumbline.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.DeskEvaluation;

class StatusDashboardTest {
  private final byte[] file = StatusDashboard.write(DeskEvaluation.evaluation(), EveryBlock.MADE);

  @Test
  void theSameResultsAreTheSameFile() {
    assertThat(StatusDashboard.write(DeskEvaluation.evaluation(), EveryBlock.MADE)).isEqualTo(file);
  }

  @Test
  void eachSlideHasATitleAndSaysWhatItIsOf() throws IOException {
    try (XMLSlideShow show = open()) {
      assertThat(show.getSlides()).hasSizeGreaterThan(3);
      for (XSLFSlide slide : show.getSlides()) {
        assertThat(slide.getTitle()).isNotBlank();
        assertThat(slide.getXmlObject().xmlText()).contains("Made 2026-11-22");
      }
    }
  }

  @Test
  void chartsCanBeEditedAndSayInWordsWhatTheyShow() throws IOException {
    try (XMLSlideShow show = open()) {
      assertThat(show.getCharts()).hasSizeGreaterThan(1);
      assertThat(show.getCharts())
          .allSatisfy(
              chart ->
                  assertThat(chart.getWorkbook().getSheetAt(0).getRow(0).getCell(0))
                      .hasToString("Period"));
      assertThat(show.getSlides().get(0).getXmlObject().xmlText())
          .contains("descr=\"Results by period. Mar 2016: Green: met");
    }
  }

  @Test
  void aColorNeverStandsAlone() throws IOException {
    try (XMLSlideShow show = open()) {
      assertThat(show.getSlides().get(0).getXmlObject().xmlText()).contains("Red: not met");
    }
  }

  private XMLSlideShow open() throws IOException {
    return new XMLSlideShow(new ByteArrayInputStream(file));
  }
}
