package org.plumbline.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of a document into its blocks; captions of tables are none. */
final class WordText extends DefaultHandler {

  private static final int MOST_TEXT = 20_000_000;
  private static final int MOST_COLUMNS = 1_000;

  private final WordStyles styles;
  private final List<WordBlock> blocks = new ArrayList<>();
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private final StringBuilder field = new StringBuilder();
  private int tables;
  private int depth;
  private int span = 1;
  private boolean goesOn;
  private int skipped;
  private boolean inText;
  private boolean inField;
  private long total;

  WordText(WordStyles styles) {
    this.styles = styles;
  }

  List<WordBlock> blocks() {
    return List.copyOf(blocks);
  }

  private static final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private int level;
    private boolean listed;
    private boolean inContents;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    if (skipped > 0 || isLeftOut(name)) {
      skipped++;
      return;
    }
    String value = String.valueOf(attributes.getValue(uri, "val"));
    switch (name) {
      case "p" -> paragraphs.push(new Paragraph());
      case "pStyle" -> style(value);
      case "outlineLvl" -> {
        int level = WorkbookParts.whole(value);
        if (level >= 0 && level < 9 && !paragraphs.isEmpty()) {
          paragraphs.peek().level = level + 1;
        }
      }
      case "numPr" -> {
        if (!paragraphs.isEmpty()) {
          paragraphs.peek().listed = true;
        }
      }
      case "t" -> inText = true;
      case "tab", "noBreakHyphen" -> put(name.equals("tab") ? " " : "-");
      case "br", "cr" -> put("\n");
      case "instrText" -> inField = true;
      case "tbl" -> depth++;
      case "tr" -> {
        if (depth == 1) {
          row.clear();
        }
      }
      case "tc" -> {
        if (depth == 1) {
          cell.setLength(0);
          span = 1;
          goesOn = false;
        }
      }
      case "gridSpan" -> {
        if (depth == 1) {
          span = Math.max(1, Math.min(MOST_COLUMNS, WorkbookParts.whole(value)));
        }
      }
      case "vMerge" -> goesOn = depth == 1 && !value.equals("restart") || goesOn;
      default -> {}
    }
  }

  /** What was deleted or moved away, and what stands twice. */
  private static boolean isLeftOut(String name) {
    return switch (name) {
      case "del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "tblGrid", "sectPr" -> true;
      default -> false;
    };
  }

  private void style(String style) {
    if (!paragraphs.isEmpty()) {
      Paragraph paragraph = paragraphs.peek();
      paragraph.level = styles.level(style);
      paragraph.inContents = style.toLowerCase(Locale.ROOT).matches("toc.*|caption|lead");
    }
  }

  private void put(String text) {
    if (!paragraphs.isEmpty()) {
      paragraphs.peek().text.append(text);
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (skipped > 0) {
      return;
    }
    total += length;
    if (total > MOST_TEXT) {
      throw refused("the document holds too much text", "Split it");
    }
    if (inText && !paragraphs.isEmpty()) {
      paragraphs.peek().text.append(chars, start, length);
    } else if (inField) {
      field.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    if (skipped > 0) {
      skipped--;
      return;
    }
    switch (name) {
      case "t" -> inText = false;
      case "instrText" -> endField();
      case "p" -> endParagraph();
      case "tc" -> endCell();
      case "tr" -> {
        if (depth == 1) {
          rows.add(List.copyOf(row));
        }
      }
      case "tbl" -> endTable();
      default -> {}
    }
  }

  private void endField() throws SAXException {
    inField = false;
    String fetched = field.toString().strip().toUpperCase(Locale.ROOT);
    field.setLength(0);
    if (fetched.matches("(?s)(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|DATABASE|LINK)\\b.*")) {
      throw refused(
          "a field of the document fetches from another file (" + fetched.split("\\s", 2)[0] + ")",
          "Turn the field into text: select it and press Ctrl+Shift+F9");
    }
  }

  private void endParagraph() {
    Paragraph paragraph = paragraphs.pop();
    String text = paragraph.text.toString().replace('\u00a0', ' ').strip();
    if (text.isEmpty() || paragraph.inContents) {
      return;
    }
    if (!paragraphs.isEmpty()) {
      // A text box stands in a paragraph.
      paragraphs.peek().text.append('\n').append(text);
    } else if (depth > 0) {
      cell.append(cell.length() == 0 ? "" : "\n").append(text);
    } else if (paragraph.level > 0) {
      blocks.add(new WordBlock.Heading(paragraph.level, text.replaceAll("\\s+", " ")));
    } else {
      blocks.add(new WordBlock.Paragraph(text, paragraph.listed));
    }
  }

  private void endCell() {
    if (depth != 1) {
      return;
    }
    int column = row.size();
    boolean above = goesOn && !rows.isEmpty() && column < rows.get(rows.size() - 1).size();
    row.add(above ? rows.get(rows.size() - 1).get(column) : cell.toString());
    for (int i = 1; i < span && row.size() < MOST_COLUMNS; i++) {
      row.add("");
    }
  }

  private void endTable() {
    depth--;
    if (depth == 0) {
      tables++;
      blocks.add(new WordBlock.Table(tables, rows));
      rows.clear();
    }
  }

  private static SAXException refused(String found, String right) {
    return new SAXException(new RefusedWorkbook(found, right));
  }
}
