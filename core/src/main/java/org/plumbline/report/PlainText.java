package org.plumbline.report;

/**
 * Text from agreements and records made harmless to show: control characters, and characters that
 * turn the direction of writing, cannot move a cursor or make a line look like another.
 */
public final class PlainText {

  private PlainText() {}

  /** The text on one line, without control and direction characters. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n' || point == '\t' || point == '\r') {
                clean.append(' ');
              } else if (isShown(point)) {
                clean.appendCodePoint(point);
              }
            });
    return clean.toString();
  }

  private static boolean isShown(int point) {
    boolean direction =
        point == 0x061C
            || point == 0x200E
            || point == 0x200F
            || (point >= 0x202A && point <= 0x202E)
            || (point >= 0x2066 && point <= 0x2069);
    boolean invisible = point == 0xFEFF || point == 0x2028 || point == 0x2029;
    boolean unassigned = (point & 0xFFFE) == 0xFFFE || (point >= 0xD800 && point <= 0xDFFF);
    return !Character.isISOControl(point) && !direction && !invisible && !unassigned;
  }
}
