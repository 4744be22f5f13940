package org.plumbline.report.office;

import org.plumbline.report.PlainText;

/** XML text being written; what comes from agreements and records is escaped. */
final class Xml {

  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final StringBuilder text = new StringBuilder();

  /** Markup as it stands. */
  Xml raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Characters, escaped. */
  Xml text(String characters) {
    text.append(escaped(characters));
    return this;
  }

  /**
   * An element with text.
   *
   * @param tag its name, with attributes where it has some
   */
  Xml element(String tag, String characters) {
    int end = tag.indexOf(' ');
    String name = end < 0 ? tag : tag.substring(0, end);
    return raw("<" + tag + ">").text(characters).raw("</" + name + ">");
  }

  /** Text fit for an element or an attribute. */
  static String escaped(String characters) {
    return PlainText.clean(characters)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
