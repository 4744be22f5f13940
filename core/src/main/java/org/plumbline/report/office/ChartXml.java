package org.plumbline.report.office;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.report.Block;

/**
 * A chart as DrawingML, which Word, PowerPoint and LibreOffice draw and let people edit.
 *
 * @param xml the part
 * @param data its numbers
 * @param words what it shows, for those who do not see it
 */
record ChartXml(String xml, ChartWorkbook data, String words) {

  private static final String SPACES =
      " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  /** A figure over the periods, and its target. */
  static ChartXml of(Block.TrendChart chart) {
    List<String> periods = chart.points().stream().map(Block.TrendPoint::period).toList();
    String unit = chart.unit().isEmpty() ? "" : " (" + chart.unit() + ")";
    List<ChartWorkbook.Series> series = new ArrayList<>();
    series.add(
        new ChartWorkbook.Series(
            "Figure" + unit,
            chart.points().stream().map(Block.TrendPoint::value).toList(),
            Ink.BRAND,
            false));
    List<Optional<BigDecimal>> bounds =
        chart.points().stream().map(Block.TrendPoint::bound).toList();
    if (bounds.stream().anyMatch(Optional::isPresent)) {
      series.add(new ChartWorkbook.Series("Target" + unit, bounds, "B34D00", true));
    }
    ChartWorkbook data = new ChartWorkbook(periods, series);
    Xml plot = new Xml();
    plot.raw("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
    for (int i = 0; i < series.size(); i++) {
      line(plot, data, i);
    }
    plot.raw("<c:marker val=\"1\"/><c:axId val=\"101\"/><c:axId val=\"102\"/></c:lineChart>");
    return new ChartXml(space(plot.toString(), false), data, words(chart));
  }

  /** Shares of a whole, a bar a row. */
  static ChartXml of(Block.ShareBars bars) {
    List<String> rows = bars.rows().stream().map(Block.BarRow::label).toList();
    List<ChartWorkbook.Series> series = new ArrayList<>();
    for (int i = 0; i < bars.names().size(); i++) {
      int part = i;
      series.add(
          new ChartWorkbook.Series(
              bars.names().get(i).name(),
              bars.rows().stream()
                  .map(row -> Optional.of(row.parts().get(part).share().movePointRight(2)))
                  .toList(),
              Ink.party(bars.names().get(i).color()),
              false));
    }
    ChartWorkbook data = new ChartWorkbook(rows, series);
    Xml plot = new Xml();
    plot.raw("<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"percentStacked\"/>")
        .raw("<c:varyColors val=\"0\"/>");
    for (int i = 0; i < series.size(); i++) {
      bar(plot, data, i);
    }
    plot.raw("<c:gapWidth val=\"40\"/><c:overlap val=\"100\"/><c:axId val=\"101\"/>")
        .raw("<c:axId val=\"102\"/></c:barChart>");
    return new ChartXml(space(plot.toString(), true), data, words(bars));
  }

  /** Counts on top of each other, a column a category. */
  static ChartXml stacked(String title, ChartWorkbook data) {
    Xml plot = new Xml();
    plot.raw("<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>")
        .raw("<c:varyColors val=\"0\"/>");
    for (int i = 0; i < data.series().size(); i++) {
      bar(plot, data, i);
    }
    plot.raw("<c:gapWidth val=\"60\"/><c:overlap val=\"100\"/><c:axId val=\"101\"/>")
        .raw("<c:axId val=\"102\"/></c:barChart>");
    List<String> words = new ArrayList<>();
    for (int c = 0; c < data.categories().size(); c++) {
      List<String> counts = new ArrayList<>();
      for (ChartWorkbook.Series series : data.series()) {
        counts.add(series.name() + " " + series.values().get(c).map(Object::toString).orElse("0"));
      }
      words.add(data.categories().get(c) + ": " + String.join(", ", counts));
    }
    return new ChartXml(
        space(plot.toString(), false), data, title + ". " + String.join("; ", words) + ".");
  }

  private static void line(Xml xml, ChartWorkbook data, int index) {
    ChartWorkbook.Series series = data.series().get(index);
    xml.raw("<c:ser>");
    head(xml, series, index);
    xml.raw("<c:spPr><a:ln w=\"" + (series.line() ? 19050 : 28575) + "\" cap=\"rnd\"><a:solidFill>")
        .raw("<a:srgbClr val=\"" + series.color() + "\"/></a:solidFill>")
        .raw(series.line() ? "<a:prstDash val=\"dash\"/>" : "")
        .raw("<a:round/></a:ln></c:spPr><c:marker>");
    if (series.line()) {
      xml.raw("<c:symbol val=\"none\"/>");
    } else {
      xml.raw("<c:symbol val=\"circle\"/><c:size val=\"6\"/><c:spPr><a:solidFill><a:srgbClr val=\"")
          .raw(series.color())
          .raw("\"/></a:solidFill></c:spPr>");
    }
    xml.raw("</c:marker>");
    values(xml, data, index);
    xml.raw("<c:smooth val=\"0\"/></c:ser>");
  }

  private static void bar(Xml xml, ChartWorkbook data, int index) {
    xml.raw("<c:ser>");
    head(xml, data.series().get(index), index);
    xml.raw("<c:spPr><a:solidFill><a:srgbClr val=\"")
        .raw(data.series().get(index).color())
        .raw("\"/></a:solidFill><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"FFFFFF\"/>")
        .raw("</a:solidFill></a:ln></c:spPr><c:invertIfNegative val=\"0\"/>");
    values(xml, data, index);
    xml.raw("</c:ser>");
  }

  private static void head(Xml xml, ChartWorkbook.Series series, int index) {
    xml.raw("<c:idx val=\"" + index + "\"/><c:order val=\"" + index + "\"/><c:tx><c:strRef><c:f>")
        .raw(reference(index + 1, 1, 1))
        .raw("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\">")
        .element("c:v", series.name())
        .raw("</c:pt></c:strCache></c:strRef></c:tx>");
  }

  private static void values(Xml xml, ChartWorkbook data, int index) {
    int count = data.categories().size();
    xml.raw("<c:cat><c:strRef><c:f>" + reference(0, 2, count + 1) + "</c:f><c:strCache>")
        .raw("<c:ptCount val=\"" + count + "\"/>");
    for (int i = 0; i < count; i++) {
      xml.raw("<c:pt idx=\"" + i + "\">").element("c:v", data.categories().get(i)).raw("</c:pt>");
    }
    xml.raw("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>")
        .raw(reference(index + 1, 2, count + 1))
        .raw("</c:f><c:numCache><c:formatCode>General</c:formatCode>")
        .raw("<c:ptCount val=\"" + count + "\"/>");
    for (int i = 0; i < count; i++) {
      Optional<BigDecimal> value = data.series().get(index).values().get(i);
      if (value.isPresent()) {
        xml.raw("<c:pt idx=\"" + i + "\">")
            .element("c:v", value.get().toPlainString())
            .raw("</c:pt>");
      }
    }
    xml.raw("</c:numCache></c:numRef></c:val>");
  }

  private static String reference(int column, int from, int until) {
    String name = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
    String first = ChartWorkbook.SHEET + "!$" + name + "$" + from;
    return from == until ? first : first + ":$" + name + "$" + until;
  }

  private static String space(String plot, boolean bars) {
    return Xml.HEAD
        + "<c:chartSpace"
        + SPACES
        + "><c:date1904 val=\"0\"/><c:lang val=\"en-US\"/><c:roundedCorners val=\"0\"/><c:chart>"
        + "<c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>"
        + plot
        + "<c:catAx><c:axId val=\"101\"/><c:scaling><c:orientation val=\""
        + (bars ? "maxMin" : "minMax")
        + "\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\""
        + (bars ? "l" : "b")
        + "\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
        + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>"
        + "<c:crossAx val=\"102\"/><c:crosses val=\"autoZero\"/></c:catAx>"
        + "<c:valAx><c:axId val=\"102\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>"
        + "<c:delete val=\"0\"/><c:axPos val=\""
        + (bars ? "b" : "l")
        + "\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9DCDF\"/>"
        + "</a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode=\""
        + (bars ? "0%" : "General")
        + "\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
        + "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"101\"/><c:crosses val=\""
        + (bars ? "max" : "autoZero")
        + "\"/></c:valAx></c:plotArea><c:legend><c:legendPos val=\"b\"/>"
        + "<c:overlay val=\"0\"/></c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>"
        + "</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/>"
        + "<a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"900\"><a:solidFill><a:srgbClr val=\"1B1B1B\"/>"
        + "</a:solidFill><a:latin typeface=\"Arial\"/></a:defRPr></a:pPr>"
        + "<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>"
        + "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>"
        + "</c:chartSpace>";
  }

  private static String words(Block.TrendChart chart) {
    List<String> words = new ArrayList<>();
    for (Block.TrendPoint point : chart.points()) {
      words.add(point.period() + " " + point.shown() + ", " + point.status());
    }
    return chart.title() + ": " + String.join("; ", words) + ".";
  }

  private static String words(Block.ShareBars bars) {
    List<String> words = new ArrayList<>();
    for (Block.BarRow row : bars.rows()) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < row.parts().size(); i++) {
        parts.add(bars.names().get(i).name() + " " + row.parts().get(i).shown());
      }
      words.add(row.label() + ": " + String.join(", ", parts));
    }
    return bars.title() + ", whose time it was. " + String.join("; ", words) + ".";
  }
}
