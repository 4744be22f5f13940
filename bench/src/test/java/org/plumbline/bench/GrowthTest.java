package org.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class GrowthTest {
  @TempDir private Path folder;

  @Test
  void whatGrowsHasATableAndAPicture() throws Exception {
    GrowthOptions options =
        new GrowthOptions(
            List.of(1_000, 2_000), List.of(1, 2), List.of(1, 3), 1_000, 1, folder, folder, 1);
    PrintStream nobody = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Growth.run(options, LocalDate.of(2026, 1, 2), nobody);
    assertThat(Files.readString(folder.resolve("growth.md")))
        .contains("2026-01-02", "| cases | Plumbline s | SQL by hand s | bare scan s |")
        .contains("| 2,000 | ", "| metrics | ", "| calendars | ", "| 3 | ");
    for (String what : List.of("cases", "metrics", "calendars")) {
      Element picture =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(folder.resolve("growth-" + what + ".svg").toFile())
              .getDocumentElement();
      assertThat(picture.getElementsByTagName("circle").getLength())
          .isEqualTo(what.equals("cases") ? 6 : 2);
    }
  }

  @Test
  void eachPowerOfTenStandsOnceAndTheSameFarFromTheNext() {
    GrowthChart chart =
        new GrowthChart(
            "Title",
            "cases",
            List.of(
                new GrowthChart.Line(
                    "us",
                    List.of(
                        new GrowthChart.Point(1, 0.1),
                        new GrowthChart.Point(10, 1),
                        new GrowthChart.Point(100, 10)))));
    assertThat(chart.svg())
        .contains("d=\"M70.0 340.0L285.0 195.0L500.0 50.0\"")
        .contains(">100<", ">0.1 s<", "us (cases) 1: 0.100 s; 10: 1.000 s; 100: 10.000 s");
  }
}
