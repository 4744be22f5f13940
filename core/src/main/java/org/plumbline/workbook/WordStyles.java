package org.plumbline.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which styles of a document are those of headings. */
final class WordStyles extends DefaultHandler {

  private final Map<String, Integer> levels = new HashMap<>();
  private final Map<String, String> basedOn = new HashMap<>();
  private String style = "";

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    String value = String.valueOf(attributes.getValue(uri, "val"));
    switch (name) {
      case "style" -> style = String.valueOf(attributes.getValue(uri, "styleId"));
      case "name" -> {
        String called = value.toLowerCase(Locale.ROOT);
        if (called.matches("heading [1-9]")) {
          levels.put(style, called.charAt(8) - '0');
        }
      }
      case "basedOn" -> basedOn.put(style, value);
      case "outlineLvl" -> {
        int level = WorkbookParts.whole(value);
        if (level >= 0 && level < 9) {
          levels.putIfAbsent(style, level + 1);
        }
      }
      default -> {}
    }
  }

  /** The level of a heading in this style, from 1; 0 if it is none. */
  int level(String id) {
    Set<String> seen = new HashSet<>();
    String at = id;
    while (seen.add(at)) {
      Integer level = levels.get(at);
      if (level != null) {
        return level;
      }
      at = basedOn.getOrDefault(at, "");
    }
    return 0;
  }
}
