package org.plumbline.report.html;

import org.plumbline.report.PlainText;

/** Text of HTML, in which everything that comes from outside is escaped. */
final class Html {

  private final StringBuilder text = new StringBuilder();

  /** Markup of ours, as it stands. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Text from outside, escaped. */
  Html text(String value) {
    text.append(escaped(value));
    return this;
  }

  /** An element with text in it; {@code start} may bear attributes of ours. */
  Html element(String start, String value) {
    int space = start.indexOf(' ');
    String name = space < 0 ? start : start.substring(0, space);
    return raw("<" + start + ">").text(value).raw("</" + name + ">");
  }

  /** Whatever was written. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** Safe in text and in attributes with double quotes. */
  static String escaped(String value) {
    String clean = PlainText.clean(value);
    StringBuilder escaped = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
