package org.plumbline.report.office;

import org.plumbline.report.Tone;

/** How a tone is printed: a mark that every font has, its word, and a color that adds to them. */
enum Ink {
  GOOD("√", "met", "14602B"),
  FAIR("▼", "below expected", "7A4700"),
  BAD("×", "not met", "A3160F"),
  OPEN("○", "not settled", "0B5872"),
  UNKNOWN("?", "cannot be said", "5F2A86"),
  QUIET("·", "not judged", "565C65"),
  PLAIN("", "", "1B1B1B");

  static final String BRAND = "16395C";
  static final String SOFT = "4A5058";
  static final String RULE = "C6CACE";
  static final String BAND = "F3F5F7";

  private static final String[] PARTIES = {
    "B34D00", "1F5FA8", "0D6A63", "6A2C91", "8A1F4B", "46610F", "5B4A1E", "2F3F8F", "646B75",
    "C9CED4"
  };

  private final String mark;
  private final String word;
  private final String color;

  Ink(String mark, String word, String color) {
    this.mark = mark;
    this.word = word;
    this.color = color;
  }

  static Ink of(Tone tone) {
    return valueOf(tone.name());
  }

  /** The color of a party in charts. */
  static String party(int color) {
    return PARTIES[Math.floorMod(color, PARTIES.length)];
  }

  /** What the marks mean, in a line. */
  static String legend() {
    StringBuilder legend = new StringBuilder("Marks: ");
    for (Ink ink : values()) {
      if (ink != PLAIN) {
        legend.append(ink == GOOD ? "" : ", ").append(ink.mark).append(' ').append(ink.word);
      }
    }
    return legend.append('.').toString();
  }

  /** Text with its mark. */
  String marked(String text) {
    return mark.isEmpty() || text.isEmpty() ? text : mark + '\u00a0' + text;
  }

  String word() {
    return word;
  }

  String color() {
    return color;
  }
}
