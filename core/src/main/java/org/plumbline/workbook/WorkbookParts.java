package org.plumbline.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What the rows of a sheet need from the rest of a workbook: its sheets, formats and texts. */
final class WorkbookParts {

  private static final long MOST_TEXT = 200_000_000;

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final List<Sheet> tabs = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private boolean from1904;

  /** The sheets in the order of their tabs. */
  List<Sheet> sheets() {
    return List.copyOf(tabs);
  }

  /** Whether days are counted from 1904. */
  boolean from1904() {
    return from1904;
  }

  /** The shared text of this number. */
  Optional<String> string(int number) {
    return number >= 0 && number < strings.size()
        ? Optional.of(strings.get(number))
        : Optional.empty();
  }

  /** The code of the format of a style. */
  String format(int style) {
    if (style < 0 || style >= styles.size()) {
      return "General";
    }
    int id = styles.get(style);
    String own = formats.get(id);
    if (own != null) {
      return own;
    }
    String builtin = BuiltinFormats.getBuiltinFormat(id);
    return builtin == null ? "General" : builtin;
  }

  /** Whether a style shows a number as a date or time. */
  boolean isDate(int style) {
    return style >= 0
        && style < styles.size()
        && DateUtil.isADateFormat(styles.get(style), format(style));
  }

  /** The part that holds a sheet; the first sheet if none is named. */
  String partOf(Optional<String> sheet) throws RefusedWorkbook {
    String id = sheet.map(sheets::get).orElse(null);
    if (sheet.isEmpty() && !sheets.isEmpty()) {
      id = sheets.values().iterator().next();
    }
    String target = id == null ? null : targets.get(id);
    if (target == null) {
      throw new RefusedWorkbook(
          "the workbook has no sheet " + sheet.orElse("at all"),
          "Name one of its sheets: " + String.join(", ", sheets.keySet()));
    }
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  DefaultHandler workbook() {
    return new DefaultHandler() {
      @Override
      public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (name.equals("sheet")) {
          String id = "";
          for (int i = 0; i < attributes.getLength(); i++) {
            id = attributes.getQName(i).endsWith(":id") ? attributes.getValue(i) : id;
          }
          String tab = String.valueOf(attributes.getValue("name"));
          String state = String.valueOf(attributes.getValue("state"));
          if (sheets.putIfAbsent(tab, id) == null) {
            tabs.add(new Sheet(tab, state.toLowerCase(Locale.ROOT).endsWith("hidden")));
          }
        } else if (name.equals("workbookPr")) {
          String value = String.valueOf(attributes.getValue("date1904"));
          from1904 = value.equals("1") || value.equals("true");
        }
      }
    };
  }

  DefaultHandler relations() {
    return new DefaultHandler() {
      @Override
      public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (name.equals("Relationship")) {
          targets.put(
              String.valueOf(attributes.getValue("Id")),
              String.valueOf(attributes.getValue("Target")));
        }
      }
    };
  }

  DefaultHandler styles() {
    return new DefaultHandler() {
      private boolean inside;

      @Override
      public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (name.equals("cellXfs")) {
          inside = true;
        } else if (name.equals("numFmt")) {
          String code = String.valueOf(attributes.getValue("formatCode"));
          formats.put(whole(attributes.getValue("numFmtId")), code);
        } else if (inside && name.equals("xf")) {
          styles.add(whole(attributes.getValue("numFmtId")));
        }
      }

      @Override
      public void endElement(String uri, String name, String qName) {
        inside &= !name.equals("cellXfs");
      }
    };
  }

  DefaultHandler strings() {
    return new DefaultHandler() {
      private final StringBuilder text = new StringBuilder();
      private boolean inText;
      private boolean inPhonetic;
      private long total;

      @Override
      public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
          case "si" -> text.setLength(0);
          case "rPh" -> inPhonetic = true;
          case "t" -> inText = !inPhonetic;
          default -> {}
        }
      }

      @Override
      public void characters(char[] chars, int start, int length) {
        if (inText) {
          text.append(chars, start, length);
        }
      }

      @Override
      public void endElement(String uri, String name, String qName) throws SAXException {
        if (name.equals("t")) {
          inText = false;
        } else if (name.equals("rPh")) {
          inPhonetic = false;
        } else if (name.equals("si")) {
          total += text.length() + 40;
          if (total > MOST_TEXT) {
            throw new SAXException(
                new RefusedWorkbook("the workbook holds too much text", "Export it as csv"));
          }
          strings.add(text.toString());
        }
      }
    };
  }

  /** A whole number, -1 if it is none. */
  static int whole(@org.jspecify.annotations.Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 9) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(text);
  }
}
