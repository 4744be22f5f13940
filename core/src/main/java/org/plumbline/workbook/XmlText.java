package org.plumbline.workbook;

/** Text as it stands in XML; characters that XML cannot hold are left out. */
final class XmlText {

  private XmlText() {}

  static String of(String text) {
    StringBuilder written = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(XmlText::holds)
        .forEach(
            character -> {
              switch (character) {
                case '&' -> written.append("&amp;");
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '"' -> written.append("&quot;");
                default -> written.appendCodePoint(character);
              }
            });
    return written.toString();
  }

  /** Text as it stands between the tags of XML, its quotation marks as they are. */
  static String between(String text) {
    return of(text).replace("&quot;", "\"");
  }

  /** What a text of XML says. */
  static String read(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static boolean holds(int character) {
    return character == '\t'
        || character == '\n'
        || character >= 0x20 && character <= 0xD7FF
        || character >= 0xE000 && character <= 0xFFFD
        || character >= 0x10000;
  }
}
