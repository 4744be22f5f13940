package org.plumbline.report.office;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;
import org.plumbline.report.Block;
import org.plumbline.report.Tone;

/** Slides being made: a title each, words, tables with header rows, charts that can be edited. */
final class SlideDeck {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;

  /** The longest title that stands on one line in large letters. */
  private static final int ONE_LINE = 60;

  private static final int EDGE = 40;
  private static final int TOP = 92;
  private static final String FONT = "Arial";

  private final XMLSlideShow show = new XMLSlideShow();
  private final Optional<String> marking;
  private final String stamp;

  SlideDeck(String title, Instant made, Optional<String> marking, String stamp) {
    this.marking = marking;
    this.stamp = stamp;
    show.setPageSize(new java.awt.Dimension(WIDTH, HEIGHT));
    var core = show.getProperties().getCoreProperties();
    core.setTitle(title);
    core.setCreator("Plumbline");
    core.setCreated(Optional.of(Date.from(made)));
    core.setModified(Optional.of(Date.from(made)));
    core.getUnderlyingProperties().setLanguageProperty(Optional.of("en-US"));
    show.getProperties().getExtendedProperties().setApplication("Plumbline");
  }

  /** A new slide with its title. */
  XSLFSlide slide(String title) {
    XSLFSlide slide =
        show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
    XSLFTextShape head = slide.getPlaceholder(0);
    head.clearText();
    head.setAnchor(new Rectangle(EDGE, 24, WIDTH - 2 * EDGE, 56));
    XSLFTextParagraph line = head.addNewTextParagraph();
    line.setTextAlign(TextAlign.LEFT);
    boolean isLong = title.length() > ONE_LINE;
    run(line, title, isLong ? title.length() > 2 * ONE_LINE ? 15 : 19 : 26, Ink.BRAND, true);
    for (XSLFShape shape : List.copyOf(slide.getShapes())) {
      if (shape != head) {
        slide.removeShape(shape);
      }
    }
    foot(slide);
    return slide;
  }

  private void foot(XSLFSlide slide) {
    XSLFTextBox foot = slide.createTextBox();
    foot.setAnchor(new Rectangle(EDGE, HEIGHT - 30, WIDTH - 2 * EDGE, 22));
    XSLFTextParagraph line = foot.addNewTextParagraph();
    run(line, stamp, 9, Ink.SOFT, false);
    marking.ifPresent(
        text -> {
          XSLFTextBox box = slide.createTextBox();
          box.setAnchor(new Rectangle(EDGE, 4, WIDTH - 2 * EDGE, 20));
          XSLFTextParagraph mark = box.addNewTextParagraph();
          mark.setTextAlign(TextAlign.CENTER);
          run(mark, text, 12, "1B1B1B", true);
        });
  }

  /** A word with its meaning, and what stands behind it. */
  record Line(String lead, Tone tone, String text) {}

  /** Lines of words below the title. */
  void words(XSLFSlide slide, List<Line> lines, int top, int size) {
    XSLFTextBox box = slide.createTextBox();
    box.setAnchor(new Rectangle(EDGE, TOP + top, WIDTH - 2 * EDGE, HEIGHT - TOP - top - 40));
    box.clearText();
    for (Line line : lines) {
      XSLFTextParagraph paragraph = box.addNewTextParagraph();
      paragraph.setSpaceAfter(-5.0);
      if (!line.lead().isEmpty()) {
        Ink ink = Ink.of(line.tone());
        run(paragraph, ink.marked(line.lead()) + "  ", size, ink.color(), true);
      }
      run(paragraph, line.text(), size, "1B1B1B", false);
    }
  }

  /** A table; its first row is the header. */
  void table(XSLFSlide slide, Block.Table table, int[] widths) {
    XSLFTable made = slide.createTable(table.rows().size() + 1, table.columns().size());
    made.setAnchor(new Rectangle2D.Double(EDGE, TOP, WIDTH - 2.0 * EDGE, 20));
    made.getCTTable().getTblPr().setFirstRow(true);
    made.getCTTable().getTblPr().setFirstCol(true);
    described((CTGraphicalObjectFrame) made.getXmlObject(), table.caption());
    for (int c = 0; c < table.columns().size(); c++) {
      made.setColumnWidth(c, widths[c]);
      cell(made.getCell(0, c), table.columns().get(c).name(), Ink.BRAND, true, false);
      made.getCell(0, c).setFillColor(color(Ink.BAND));
    }
    for (int r = 0; r < table.rows().size(); r++) {
      for (int c = 0; c < table.columns().size(); c++) {
        Block.Cell cell = table.rows().get(r).cells().get(c);
        Ink ink = Ink.of(cell.tone());
        boolean bold = c == 0 || ink != Ink.PLAIN;
        boolean right = table.columns().get(c).numeric();
        cell(made.getCell(r + 1, c), ink.marked(cell.text()), ink.color(), bold, right);
      }
    }
  }

  private static void cell(
      XSLFTableCell cell, String text, String color, boolean bold, boolean right) {
    cell.setBorderColor(BorderEdge.bottom, color(Ink.RULE));
    cell.setBorderWidth(BorderEdge.bottom, 0.75);
    XSLFTextParagraph paragraph = cell.addNewTextParagraph();
    paragraph.setTextAlign(right ? TextAlign.RIGHT : TextAlign.LEFT);
    run(paragraph, text, 12, color, bold);
  }

  /** A chart over the room below the words. */
  void chart(XSLFSlide slide, ChartXml chart, int top) {
    XSLFChart made = show.createChart();
    try (XSSFWorkbook numbers = new XSSFWorkbook(new ByteArrayInputStream(chart.data().bytes()))) {
      CTChartSpace space = ChartSpaceDocument.Factory.parse(chart.xml()).getChartSpace();
      space.unsetExternalData();
      made.getCTChartSpace().set(space);
      made.saveWorkbook(numbers);
    } catch (XmlException | IOException | InvalidFormatException e) {
      throw new IllegalStateException("a chart that we wrote cannot be read", e);
    }
    int y = TOP + top;
    slide.addChart(
        made,
        new Rectangle2D.Double(
            Units.toEMU(EDGE),
            Units.toEMU(y),
            Units.toEMU(WIDTH - 2.0 * EDGE),
            Units.toEMU(HEIGHT - y - 42.0)));
    var frames = slide.getXmlObject().getCSld().getSpTree().getGraphicFrameList();
    described(frames.get(frames.size() - 1), chart.words());
  }

  private static void described(CTGraphicalObjectFrame frame, String words) {
    frame.getNvGraphicFramePr().getCNvPr().setDescr(org.plumbline.report.PlainText.clean(words));
  }

  private static void run(
      XSLFTextParagraph paragraph, String text, double size, String color, boolean bold) {
    XSLFTextRun run = paragraph.addNewTextRun();
    run.setText(org.plumbline.report.PlainText.clean(text));
    run.setFontFamily(FONT);
    run.setFontSize(size);
    run.setFontColor(color(color));
    run.setBold(bold);
    run.getRPr(true).setLang("en-US");
  }

  private static Color color(String hexadecimal) {
    return new Color(Integer.parseInt(hexadecimal, 16));
  }

  /** The file. */
  byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (show) {
      show.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("writing slides", e);
    }
    return FixedZip.repacked(file.toByteArray());
  }
}
