package org.plumbline.report.office;

import org.plumbline.report.Document;

/** The line at the foot of each page: which version of the text, and when it was made. */
final class Stamp {

  private static final int SHOWN = 34;

  private Stamp() {}

  static String of(Document document) {
    StringBuilder stamp = new StringBuilder();
    for (Document.Fact fact : document.facts()) {
      if (fact.name().equals("Version") || fact.name().equals("Made")) {
        String value = fact.value();
        boolean hash = value.startsWith("plumbline") && value.length() > SHOWN;
        stamp
            .append(stamp.length() == 0 ? "" : " · ")
            .append(fact.name())
            .append(' ')
            .append(hash ? value.substring(0, SHOWN) + "…" : value);
      }
    }
    return stamp.toString();
  }
}
